using Msp.Billing.Catalog;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A line of a posted document. Append-only.</summary>
internal sealed class InvoiceLineRow
{
    public long SellerId { get; set; }

    public long InvoiceId { get; set; }

    public int LineNo { get; set; }

    public long ContractId { get; set; }

    public int LineId { get; set; }

    public string Charge { get; set; } = "";

    public string Description { get; set; } = "";

    public InvoiceLineKind Kind { get; set; }

    public AdjustmentCause? Cause { get; set; }

    public DateOnly PeriodStart { get; set; }

    public DateOnly PeriodEnd { get; set; }

    public DateOnly FromDay { get; set; }

    public DateOnly UntilDay { get; set; }

    public string Unit { get; set; } = "";

    public decimal Quantity { get; set; }

    public decimal? UnitPrice { get; set; }

    public int ShareNumerator { get; set; }

    public int ShareDenominator { get; set; }

    public long Amount { get; set; }

    public long Net { get; set; }

    public TaxCategory TaxCategory { get; set; }

    public long TaxRate { get; set; }

    public DateOnly TaxPoint { get; set; }

    public int Round { get; set; }

    public int Piece { get; set; }

    public string LedgerAccount { get; set; } = "";
}
