using System.Globalization;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Quoting.Web.Sellers;

/// <summary>The coming invoices of a contract with their arithmetic, by the engine that will bill them.</summary>
internal static class ContractOutlook
{
    /// <summary>Drafts them.</summary>
    /// <param name="store">Where the contract is.</param>
    /// <param name="sellerId">Whose it is.</param>
    /// <param name="stored">The contract with everything that was posted and counted.</param>
    /// <param name="today">The seller's day; the first run is that of its month.</param>
    /// <param name="months">How many.</param>
    /// <returns>Them; empty with the reason when something that a draft needs is missing, such as a tax rate.</returns>
    public static (IReadOnlyList<OutlookMonth> Months, string? Problem) Of(BillingStore store, long sellerId, StoredContract stored, DateOnly today, int months)
    {
        var number = stored.Contract.Number;
        var ledger = new BilledLedger();
        using var documents = new DocumentReader(store, sellerId);
        ledger.Restore(number, stored.Billed.Span, () => documents.OfContract(stored.Id).Select(document => document.Document));
        var drafter = new Drafter(new TableTaxCalculator(new SellerBook(store).TaxTableOf(sellerId)));
        var outlook = new List<OutlookMonth>(months);
        try
        {
            for (var month = 0; month < months; month++)
            {
                var through = new DateOnly(today.Year, today.Month, 1).AddMonths(month + 1).AddDays(-1);
                var request = new DraftRequest(stored.Customer, through)
                {
                    Counts = stored.Counts,
                    Billed = ledger.For(number),
                    PostedTax = () => ledger.TaxOf(stored.Contract),
                };
                var draft = drafter.Draft(stored.Contract, request);
                outlook.Add(new OutlookMonth(
                    through, draft, draft is null ? [] : ExplanationText.Render(DocumentExplainer.Explain(draft, request), draft.Currency, CultureInfo.CurrentCulture)));
                if (draft is not null)
                {
                    ledger.Post(draft, DateTimeOffset.MaxValue);
                }
            }

            return (outlook, null);
        }
        catch (MissingTaxRateException exception)
        {
            return ([], exception.Message);
        }
    }
}
