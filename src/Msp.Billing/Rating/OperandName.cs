namespace Msp.Billing.Rating;

/// <summary>What a number in an explanation stands for. Stored with exports: numbers are never reused.</summary>
public enum OperandName
{
    /// <summary>What the charge or document is called.</summary>
    Name = 1,

    /// <summary>The days that it is for.</summary>
    Days = 2,

    /// <summary>The share of a whole period.</summary>
    Share = 3,

    /// <summary>The units.</summary>
    Quantity = 4,

    /// <summary>The unit's name.</summary>
    Unit = 5,

    /// <summary>The price of one unit, block or period.</summary>
    Price = 6,

    /// <summary>The fee of a step.</summary>
    Fee = 7,

    /// <summary>The first unit of a step, exclusive lower bound.</summary>
    Above = 8,

    /// <summary>The last unit of a step; absent where it has no end.</summary>
    UpTo = 9,

    /// <summary>Units in a block, or reported units in an increment.</summary>
    Per = 10,

    /// <summary>What one increment bills.</summary>
    Bills = 11,

    /// <summary>The included or least quantity, or the minimum spend.</summary>
    Limit = 12,

    /// <summary>A percentage.</summary>
    Percent = 13,

    /// <summary>The amount before the rule.</summary>
    Before = 14,

    /// <summary>What is taken off or set against.</summary>
    Amount = 15,

    /// <summary>How many blocks.</summary>
    Blocks = 16,

    /// <summary>The day since which a price holds.</summary>
    Since = 17,

    /// <summary>The tax category.</summary>
    Category = 18,

    /// <summary>Which quantity a period bills: a name of <see cref="Plans.QuantityBasis"/>.</summary>
    Basis = 19,

    /// <summary>From when a change is billed: a name of <see cref="Plans.ChangePolicy"/>.</summary>
    Policy = 20,

    /// <summary>How part periods are counted: a name of <see cref="Periods.DayCount"/>.</summary>
    DayCount = 21,

    /// <summary>How a quantity became known: a name of <see cref="QuantitySource"/>.</summary>
    Source = 22,

    /// <summary>Days in the terms of the day count.</summary>
    Weight = 23,

    /// <summary>How many days are held.</summary>
    Held = 24,

    /// <summary>How many days the whole natural period has.</summary>
    Natural = 25,

    /// <summary>How many months the cadence has; zero for weeks and days.</summary>
    Months = 26,

    /// <summary>What happens to exactly a half: a name of <see cref="Amounts.RoundingMode"/>.</summary>
    Rounding = 27,

    /// <summary>To how many decimals.</summary>
    Decimals = 28,

    /// <summary>The units that the customer has.</summary>
    Wanted = 29,

    /// <summary>A day that something was reported for.</summary>
    Day = 30,

    /// <summary>Why something is not billed: a name of <see cref="NotBilledReason"/>.</summary>
    Reason = 31,

    /// <summary>An amount before tax.</summary>
    Net = 32,

    /// <summary>The tax of a document.</summary>
    Tax = 33,

    /// <summary>What an amount is multiplied by.</summary>
    Factor = 34,

    /// <summary>Which year of the contract, from 1.</summary>
    Year = 35,
}
