using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Which entries are wanted, and which page of them.</summary>
public sealed record LedgerFilter
{
    /// <summary>From this day, inclusive; null for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Through this day, inclusive; null for all.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Only of this customer; null for all.</summary>
    public string? Customer { get; init; }

    /// <summary>Only from this; null for all.</summary>
    public JournalSource? Source { get; init; }

    /// <summary>Only those that touch an account of this code; null for all.</summary>
    public string? Account { get; init; }

    /// <summary>Only those of the documents of the run of this number; null for all.</summary>
    public string? Run { get; init; }

    /// <summary>Skip so many.</summary>
    public int Skip { get; init; }

    /// <summary>At most so many; 50 unless set.</summary>
    public int Take { get; init; } = 50;
}
