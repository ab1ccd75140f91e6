namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A day through which the books are closed. Append-only.</summary>
internal sealed class ClosedPeriodRow
{
    public long SellerId { get; set; }

    public DateOnly Through { get; set; }

    public DateTimeOffset ClosedAt { get; set; }

    public string ClosedBy { get; set; } = "";
}
