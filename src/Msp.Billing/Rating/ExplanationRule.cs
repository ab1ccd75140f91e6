namespace Msp.Billing.Rating;

/// <summary>The rule that a step of an explanation applied. Stored with exports: numbers are never reused.</summary>
public enum ExplanationRule
{
    /// <summary>What a line owes for a natural period: the sum of its parts, rounded once.</summary>
    Entitlement = 1,

    /// <summary>A run of days at one quantity, price and discount: the price of a whole period times a share of it.</summary>
    Days = 2,

    /// <summary>The whole period's price, whatever the quantity.</summary>
    FlatPrice = 3,

    /// <summary>Quantity times unit price.</summary>
    PerUnitPrice = 4,

    /// <summary>Each step's units at its price: the sum of the steps.</summary>
    GraduatedPrice = 5,

    /// <summary>All units at the price of the step that is reached.</summary>
    VolumePrice = 6,

    /// <summary>Begun blocks times the block's price.</summary>
    PackagePrice = 7,

    /// <summary>The units inside one step at its price, and its fee.</summary>
    Step = 8,

    /// <summary>Units raised to the least that is billed. The result is a quantity.</summary>
    MinimumQuantity = 9,

    /// <summary>Units that are included taken off. The result is a quantity.</summary>
    IncludedQuantity = 10,

    /// <summary>What was reported turned into begun steps. The result is a quantity.</summary>
    Increment = 11,

    /// <summary>A percentage off.</summary>
    PercentDiscount = 12,

    /// <summary>An amount off, never below zero.</summary>
    AmountDiscount = 13,

    /// <summary>The sum raised to the minimum spend of the same days: the sum of the parts.</summary>
    MinimumSpend = 14,

    /// <summary>The exact sum rounded to the minor unit, once.</summary>
    Rounded = 15,

    /// <summary>
    /// What a day count or a change policy leaves unbilled, or bills although it is not held (then negative), in rounded money: what would be owed less
    /// what is. Not part of the sum.
    /// </summary>
    NotBilled = 16,

    /// <summary>The line's share in an amount off the contract.</summary>
    SharedDiscount = 17,

    /// <summary>One line of a document: what is owed less what was billed before.</summary>
    DocumentLine = 18,

    /// <summary>What was billed before for the same period.</summary>
    BilledBefore = 19,

    /// <summary>The tax of one category and rate: rounded once.</summary>
    Tax = 20,

    /// <summary>A whole document: the lines, and the tax where prices do not include it.</summary>
    Document = 21,

    /// <summary>The agreed price times the product of the uplifts since, rounded once to six decimals; without a price, the product itself.</summary>
    Uplifts = 22,

    /// <summary>One uplift. The result is the product of the factors up to it.</summary>
    UpliftStep = 23,

    /// <summary>Which quantity is billed, by the line's basis. The result is a quantity.</summary>
    Quantity = 24,

    /// <summary>What was held on days, or reported for a day. The result is a quantity.</summary>
    QuantityRecord = 25,

    /// <summary>Units raised to those that the customer committed to. The result is a quantity.</summary>
    CommittedQuantity = 26,

    /// <summary>A changed quantity that waits: until then the former one is billed. The result is a quantity.</summary>
    WaitingChange = 27,

    /// <summary>What share of a whole period the days held are. The result is that share.</summary>
    DayCount = 28,

    /// <summary>The minimum spend of a whole period, after discounts, times the share of its days.</summary>
    MinimumPrice = 29,

    /// <summary>The tax that prices of one category and rate include: what they come to less its net.</summary>
    TaxIncluded = 30,

    /// <summary>An amount passed on times a factor.</summary>
    MarkupPrice = 31,

    /// <summary>The tax that was left of what is credited: it takes the place of the amount's own tax, so that credits together give back what was taxed.</summary>
    TaxLeft = 32,

    /// <summary>What it costs to leave on a day, before tax.</summary>
    TerminationFee = 33,

    /// <summary>When the contract would end without a fee. The result is the whole months from the day of leaving to that end.</summary>
    RegularEnd = 34,

    /// <summary>What the recurring lines would bill for days after the day of leaving, before tax: the sum of the lines.</summary>
    RemainingRecurring = 35,

    /// <summary>One line of it.</summary>
    RemainingLine = 36,

    /// <summary>A share of what would still be billed.</summary>
    RemainingShare = 37,

    /// <summary>An agreed fee.</summary>
    AgreedFee = 38,
}
