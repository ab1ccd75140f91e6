namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What happened, in a chain of hashes. Append-only.</summary>
internal sealed class AuditEntryRow
{
    public long SellerId { get; set; }

    public long Sequence { get; set; }

    public DateTimeOffset At { get; set; }

    public string Author { get; set; } = "";

    public string Action { get; set; } = "";

    public string Subject { get; set; } = "";

    public string? DetailJson { get; set; }

    public byte[] PreviousHash { get; set; } = [];

    public byte[] Hash { get; set; } = [];
}
