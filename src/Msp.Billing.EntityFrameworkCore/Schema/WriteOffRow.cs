using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What was given up of an invoice. Append-only.</summary>
internal sealed class WriteOffRow
{
    public long SellerId { get; set; }

    public long WriteOffId { get; set; }

    public long InvoiceId { get; set; }

    public DateOnly Day { get; set; }

    public Currency Currency { get; set; }

    public long Amount { get; set; }

    public bool AsDiscount { get; set; }

    public string Reason { get; set; } = "";

    public DateTimeOffset RecordedAt { get; set; }

    public string Author { get; set; } = "";
}
