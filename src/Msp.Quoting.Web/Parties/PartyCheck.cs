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
    // Credit notes are seldom; among so many the last invoice is found.
    private const int Latest = 20;

    /// <summary>The findings of the last document, of one customer or of all; null where nothing was posted yet.</summary>
    /// <param name="store">Where from.</param>
    /// <param name="sellerId">Whose documents.</param>
    /// <param name="customer">The customer's number; null for any.</param>
    public static (string Number, ImmutableArray<EInvoiceFinding> Findings)? Of(BillingStore store, long sellerId, string? customer)
    {
        using var reader = new IssuedDocumentReader(store, sellerId);
        if (new DocumentList(store, sellerId).Find(null, customer, null, Latest).FirstOrDefault(row => row.Kind == DocumentKind.Invoice) is not { } found || reader.Find(found.Number) is not { } last)
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
