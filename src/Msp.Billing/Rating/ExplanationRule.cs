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

    /// <summary>The price raised to the minimum spend.</summary>
    MinimumSpend = 14,

    /// <summary>The exact sum rounded to the minor unit, once.</summary>
    Rounded = 15,

    /// <summary>What is held and not billed, or billed and not held, because of a day count or a change policy. Not part of the sum.</summary>
    NotBilled = 16,

    /// <summary>The line's share in an amount off the contract.</summary>
    SharedDiscount = 17,

    /// <summary>One line of a document: what is owed less what was billed before.</summary>
    DocumentLine = 18,

    /// <summary>What was billed before for the same period.</summary>
    BilledBefore = 19,

    /// <summary>The tax of one category and rate: rounded once.</summary>
    Tax = 20,

    /// <summary>A whole document: lines and tax.</summary>
    Document = 21,
}
