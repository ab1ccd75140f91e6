using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Proposals;

/// <summary>Reads a draft with the catalogue, prices and taxes of the signed-in seller, and judges it by its limits.</summary>
internal sealed class SendReader(CurrentSeller seller)
{
    private TableTaxCalculator? _tax;

    /// <summary>Decides category and rate of each line.</summary>
    public ITaxCalculator Tax => _tax ??= new TableTaxCalculator(new SellerBook(seller.Store).TaxTableOf(seller.Id));

    /// <summary>What one person may send.</summary>
    public ApprovalRules Limits => new() { MostDiscount = new Percentage(seller.Settings.DiscountLimit), LeastMargin = new Percentage(seller.Settings.MarginFloor) };

    /// <summary>A content that can be priced, or what is wrong with the draft.</summary>
    public DraftReading Read(QuoteDraft draft, Customer customer)
    {
        var contracts = ImmutableArray<Contract>.Empty;
        if (draft.Options.FirstOrDefault(option => option.Contract.Length > 0) is { } renewal)
        {
            using var reader = new ContractReader(seller.Store, seller.Id);
            contracts = reader.Find(renewal.Contract.Trim()) is { } stored ? [stored.Contract] : [];
        }

        return new QuoteDraftReader(new QuoteCatalog([.. seller.Catalog.Plans.Select(plan => Priced(plan, draft))], null, contracts), customer, Tax).Read(draft);
    }

    // A book has prices for some plans only; the others keep their own.
    private Plan Priced(Plan plan, QuoteDraft draft)
    {
        if (!draft.Options.Any(option => option.Plan == plan.Code) || !Currency.TryFromCode(draft.Currency.Trim(), out var currency) ||
            !DateOnly.TryParseExact(draft.Start, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
        {
            return plan;
        }

        try
        {
            return seller.Catalog.PriceBooks.All.Any(book => book.Currency == currency && book.Holds(start)) ? plan.At(seller.Catalog.PriceBooks.On(currency, start)) : plan;
        }
        catch (PriceBookException)
        {
            return plan;
        }
    }
}
