using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What happened to a posted document: payments, credits, delivery. Append-only.</summary>
internal sealed class InvoiceEventRow
{
    public long SellerId { get; set; }

    public long InvoiceId { get; set; }

    public int EventNo { get; set; }

    public DateTimeOffset At { get; set; }

    public InvoiceAction Action { get; set; }

    public InvoiceStatus Status { get; set; }

    public long Settled { get; set; }

    public string Author { get; set; } = "";

    public string? DetailJson { get; set; }
}
