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
}
