using Msp.Billing.Specifications;

namespace Msp.Billing.Invoicing;

/// <summary>Invoices whose last day to pay is over and of which something is still open; the longest overdue first.</summary>
public sealed class InvoicesOverdue : Specification<InvoiceSummary>
{
    /// <summary>Asks for invoices that are overdue.</summary>
    /// <param name="asOf">The day that is looked at; an invoice that is due on it is not overdue yet.</param>
    public InvoicesOverdue(DateOnly asOf) =>
        Query.Where(invoice => invoice.Kind == DocumentKind.Invoice && invoice.DueDay < asOf)
            .Where(invoice => invoice.TotalMinorUnits != invoice.SettledMinorUnits && invoice.Status != InvoiceStatus.WrittenOff)
            .OrderBy(invoice => invoice.DueDay).ThenBy(invoice => invoice.Number);
}
