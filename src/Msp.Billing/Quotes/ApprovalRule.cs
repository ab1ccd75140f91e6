namespace Msp.Billing.Quotes;

/// <summary>A rule of the seller about what may be sent without a second person. Stored with approvals: numbers are never reused.</summary>
public enum ApprovalRule
{
    /// <summary>Discounts take at most so much off the term.</summary>
    Discount = 1,

    /// <summary>The gross margin of the term is at least so much.</summary>
    GrossMargin = 2,

    /// <summary>An expected hour of work earns at least so much.</summary>
    HourlyRate = 3,

    /// <summary>The term is worth at most so much.</summary>
    Amount = 4,

    /// <summary>The quote is in the currency of the limits.</summary>
    Currency = 5,

    /// <summary>Costs and hours are known, so that a margin or hourly rate can be told.</summary>
    KnownCosts = 6,
}
