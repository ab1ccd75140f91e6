using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A part of a payment or credit note that pays something, or is taken off it again. Append-only.</summary>
internal sealed class AllocationRow
{
    public long SellerId { get; set; }

    public long AllocationId { get; set; }

    public OpenItemKind SourceKind { get; set; }

    public long SourceId { get; set; }

    public OpenItemKind TargetKind { get; set; }

    public long TargetId { get; set; }

    public long CustomerId { get; set; }

    public DateOnly Day { get; set; }

    public Currency Currency { get; set; }

    public long Amount { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public string Author { get; set; } = "";
}
