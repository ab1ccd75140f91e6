using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Which payments are wanted, and which page of them.</summary>
public sealed record PaymentFilter
{
    /// <summary>Only of this customer; null for all.</summary>
    public string? Customer { get; init; }

    /// <summary>Only those that are not wholly allocated.</summary>
    public bool OnlyUnallocated { get; init; }

    /// <summary>Only of this kind; null for all.</summary>
    public PaymentKind? Kind { get; init; }

    /// <summary>From this day, inclusive; null for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Through this day, inclusive; null for all.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Only those with these letters in their number, reference, or the customer's number or name; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>Skip so many.</summary>
    public int Skip { get; init; }

    /// <summary>At most so many; 50 unless set.</summary>
    public int Take { get; init; } = 50;
}
