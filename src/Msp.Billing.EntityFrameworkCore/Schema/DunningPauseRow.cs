namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Until when a customer is not reminded; the last row of a customer counts. Append-only.</summary>
internal sealed class DunningPauseRow
{
    public long SellerId { get; set; }

    public long CustomerId { get; set; }

    public int PauseNo { get; set; }

    public DateOnly? Through { get; set; }

    public string Reason { get; set; } = "";

    public DateTimeOffset RecordedAt { get; set; }

    public string Author { get; set; } = "";
}
