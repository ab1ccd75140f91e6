namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Which payments are wanted, and which page of them.</summary>
public sealed record PaymentFilter
{
    /// <summary>Only of this customer; null for all.</summary>
    public string? Customer { get; init; }

    /// <summary>Only those that are not wholly allocated.</summary>
    public bool OnlyUnallocated { get; init; }

    /// <summary>Skip so many.</summary>
    public int Skip { get; init; }

    /// <summary>At most so many; 50 unless set.</summary>
    public int Take { get; init; } = 50;
}
