using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>Which quotes a list shows.</summary>
/// <param name="Day">The seller's day: what was valid until yesterday has expired.</param>
public sealed record QuoteFilter(DateOnly Day)
{
    /// <summary>Only those in this status; null for all.</summary>
    public QuoteStatus? Status { get; init; }

    /// <summary>Only those of this owner; null for all.</summary>
    public string? Owner { get; init; }

    /// <summary>Only those of the customer with this number; null for all.</summary>
    public string? Customer { get; init; }

    /// <summary>Only those with these letters in number, title or customer's name; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>Only open ones whose last day is on or before this one; null for all.</summary>
    public DateOnly? ExpiringBy { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page, 1 to 500.</summary>
    public int PageSize { get; init; } = 25;
}
