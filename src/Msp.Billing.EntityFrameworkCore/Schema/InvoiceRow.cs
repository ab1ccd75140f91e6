using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A posted document. Append-only; what happens to it later is in its events.</summary>
internal sealed class InvoiceRow
{
    public long SellerId { get; set; }

    public long InvoiceId { get; set; }

    public string Series { get; set; } = "";

    public long Sequence { get; set; }

    public string Number { get; set; } = "";

    public DocumentKind Kind { get; set; }

    public long ContractId { get; set; }

    public long CustomerId { get; set; }

    public long? RunId { get; set; }

    public DateOnly IssueDay { get; set; }

    public DateOnly DueDay { get; set; }

    public DateOnly FromDay { get; set; }

    public DateOnly UntilDay { get; set; }

    public Currency Currency { get; set; }

    public long Subtotal { get; set; }

    public long Tax { get; set; }

    public long Total { get; set; }

    public DateTimeOffset KnownAt { get; set; }

    public DateTimeOffset PostedAt { get; set; }

    public int LineCount { get; set; }

    public byte[] PreviousHash { get; set; } = [];

    public byte[] Hash { get; set; } = [];
}
