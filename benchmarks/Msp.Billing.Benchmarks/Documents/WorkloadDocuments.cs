using System.Collections.Immutable;
using Msp.Billing.Benchmarks.Workload;
using Msp.Billing.Contracts;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Benchmarks.Documents;

/// <summary>Invoices of MSP-MONTH-1 with both parties, as they would be printed and sent.</summary>
internal static class WorkloadDocuments
{
    private static readonly SellerParty Seller = new("Northwind Managed IT Ltd", "IE", new SellerDetails
    {
        Address = new PostalAddress("12 Harbour Row", "Dublin", "D02 XY45"),
        VatNumber = "IE6388047V",
        Registration = new LegalRegistration("638804"),
        ElectronicAddress = new ElectronicAddress("9935", "IE6388047V"),
        Contact = new ContactPoint("Accounts", "+353 1 555 0142", "accounts@northwind.example"),
        Accounts = [new BankAccount("IE29AIBK93115212345678")],
    });

    private static readonly CustomerDetails Buyer = new()
    {
        Address = new PostalAddress("Kai 1", "Bremen", "28195"),
        ElectronicAddress = new ElectronicAddress("0088", "4000000000006"),
    };

    /// <summary>The first that may be sent as electronic invoices.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="InvalidOperationException">The workload has fewer.</exception>
    public static ImmutableArray<IssuedDocument> First(int count)
    {
        var drafter = new Drafter(new TableTaxCalculator(WorkloadBook.Taxes));
        ImmutableArray<IssuedDocument> documents =
        [
            .. MspMonth1.Draw(2 * count).Select(drawn => drafter.Draft(WorkloadBook.ContractOf(drawn), new DraftRequest(WorkloadBook.CustomerOf(drawn), WorkloadBook.IssueDay) { Counts = WorkloadBook.CountsOf(drawn) }))
                .OfType<InvoiceDraft>().Select((draft, at) => Of(draft, at + 1)).Where(document => EInvoiceRules.Check(document).IsEmpty).Take(count),
        ];
        return documents.Length == count ? documents : throw new InvalidOperationException($"Only {documents.Length} of {count} documents can be sent.");
    }

    private static IssuedDocument Of(InvoiceDraft draft, int sequence) => new()
    {
        Document = PostedDocument.Of(draft, "northwind", sequence, draft.KnownAt ?? DateTimeOffset.UnixEpoch, CanonicalDocument.NoPredecessor),
        Seller = Seller,
        Customer = new CustomerParty(draft.Customer.Name, draft.Customer.Tax, Buyer) { Country = "DE", BuyerReference = "IT-17" },
    };
}
