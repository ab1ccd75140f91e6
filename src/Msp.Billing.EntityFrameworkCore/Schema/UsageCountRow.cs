namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What was counted or reported for a line on a day. Append-only: a correction is a later record.</summary>
internal sealed class UsageCountRow
{
    public long SellerId { get; set; }

    public long ContractId { get; set; }

    public int LineId { get; set; }

    public DateOnly Day { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public decimal Quantity { get; set; }
}
