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

    /// <summary>Only those that wait for this person: its own that were approved or declined, and with <see cref="Approves"/> those that wait for an approval; null for all.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Whether the person of <see cref="WaitsFor"/> may approve.</summary>
    public bool Approves { get; init; }

    /// <summary>By what the list is sorted; by the last change unless set.</summary>
    public QuoteOrder Order { get; init; } = QuoteOrder.Changed;

    /// <summary>Whether the largest, or the newest, comes first; so unless set.</summary>
    public bool IsDescending { get; init; } = true;

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page, 1 to 500.</summary>
    public int PageSize { get; init; } = 25;
}
