using System.Collections.Immutable;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;

namespace Msp.Quoting.Web.Parties;

/// <summary>What a document would break today, were it posted with the parties as they are now.</summary>
internal static class PartyCheck
{
    /// <summary>The findings of the last document, of one customer or of all; null where nothing was posted yet.</summary>
    /// <param name="store">Where from.</param>
    /// <param name="sellerId">Whose documents.</param>
    /// <param name="today">Today.</param>
    /// <param name="customer">The customer's number; null for any.</param>
    public static (string Number, ImmutableArray<EInvoiceFinding> Findings)? Of(BillingStore store, long sellerId, DateOnly today, string? customer)
    {
        var filter = new DocumentFilter { Customer = customer, Kind = DocumentKind.Invoice };
        using var reader = new IssuedDocumentReader(store, sellerId);
        if (new DocumentSearch(store, sellerId, today).Find(filter, 0, 1).FirstOrDefault() is not { } found || reader.Find(found.Number) is not { } last)
        {
            return null;
        }

        var parties = new PartyBook(store, sellerId);
        return (found.Number, EInvoiceRules.Check(new IssuedDocument
        {
            Document = last.Document,
            Seller = parties.Seller().Party,
            Customer = parties.Customer(found.Customer)?.Party ?? last.Customer,
            Corrected = last.Corrected,
        }));
    }
}
