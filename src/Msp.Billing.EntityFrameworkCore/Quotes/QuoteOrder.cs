namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>By what a list of quotes is sorted.</summary>
public enum QuoteOrder
{
    /// <summary>When it was last changed.</summary>
    Changed = 1,

    /// <summary>Its number.</summary>
    Number = 2,

    /// <summary>The customer's name, whatever its capitals.</summary>
    Customer = 3,

    /// <summary>Where it is on the day, in the order of its life.</summary>
    Status = 4,

    /// <summary>What recurs in a month: by currency, then by amount; unpriced ones first.</summary>
    Monthly = 5,

    /// <summary>The last day on which it can be accepted; those without one last.</summary>
    ValidUntil = 6,
}
