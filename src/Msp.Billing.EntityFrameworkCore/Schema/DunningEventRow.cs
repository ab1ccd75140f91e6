using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A reminder that was sent. Append-only.</summary>
internal sealed class DunningEventRow
{
    public long SellerId { get; set; }

    public long DunningId { get; set; }

    public string Number { get; set; } = "";

    public long InvoiceId { get; set; }

    public int Level { get; set; }

    public DateOnly Day { get; set; }

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    public Currency Currency { get; set; }

    public long Fee { get; set; }

    public long Interest { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public string Author { get; set; } = "";
}
