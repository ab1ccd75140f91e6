using Msp.Billing.Contracts;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Asks in a preview which rules the electronic invoice of each draft would break, where seller and customer exchange them.</summary>
internal sealed class EInvoiceChecks : IDraftChecks
{
    private const string BuyerReference = "PEPPOL-EN16931-R003";

    /// <inheritdoc/>
    public IDraftCheck Begin(BillingStore store, long sellerId) => new Check(new PartyBook(store, sellerId), new IssuedDocumentReader(store, sellerId));

    private sealed class Check(PartyBook parties, IssuedDocumentReader reader) : IDraftCheck
    {
        private readonly SellerParty _seller = parties.Seller().Party;

        public void Dispose() => reader.Dispose();

        public IReadOnlyList<RunProblem> Find(InvoiceDraft draft)
        {
            // Most sellers send none: then nobody's party is read.
            if (_seller.Details.ElectronicAddress is null || parties.Customer(draft.Customer.Number) is not var (customer, _))
            {
                return [];
            }

            var issued = reader.Of(draft, "", _seller, customer);
            var number = draft.Contract.Number;
            return EInvoiceRules.Apply(issued)
                ? [.. EInvoiceRules.Check(issued).Select(finding => finding.Rule == BuyerReference
                    ? RunProblems.BuyerReferenceMissing(number, customer.Name)
                    : RunProblems.DocumentRule(number, finding.Rule, finding.Message, "Complete it, and preview again; leave the contract out; or mark it checked, to issue it as it is."))]
                : [];
        }
    }
}
