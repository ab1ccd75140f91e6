using Msp.Billing.Specifications;

namespace Msp.Billing.Invoicing;

/// <summary>Documents of which something is still open, invoices and credit notes; the first due first.</summary>
public sealed class InvoicesOpen : Specification<InvoiceSummary>
{
    /// <summary>Asks for documents that are open.</summary>
    public InvoicesOpen() =>
        Query.Where(invoice => invoice.TotalMinorUnits != invoice.SettledMinorUnits && invoice.Status != InvoiceStatus.WrittenOff)
            .OrderBy(invoice => invoice.DueDay).ThenBy(invoice => invoice.Number);
}
