using Msp.Billing.Catalog;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>The tax of one category and rate on a posted document. Append-only.</summary>
internal sealed class InvoiceTaxRow
{
    public long SellerId { get; set; }

    public long InvoiceId { get; set; }

    public int TaxNo { get; set; }

    public TaxCategory Category { get; set; }

    public long Rate { get; set; }

    public long Base { get; set; }

    public long Tax { get; set; }
}
