using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Quoting;

/// <summary>Prices drafts of the signed-in seller with its catalogue, taxes and limits. One for each request.</summary>
internal sealed class QuoteCalculator(CurrentSeller seller)
{
    private static readonly ComparisonMemory Memory = new();

    private TableTaxCalculator? _tax;

    /// <summary>Decides category and rate of each line.</summary>
    public ITaxCalculator Tax => _tax ??= new TableTaxCalculator(new SellerBook(seller.Store).TaxTableOf(seller.Id));

    /// <summary>What one person may send.</summary>
    public ApprovalRules Limits => new() { MostDiscount = new Percentage(seller.Settings.DiscountLimit), LeastMargin = new Percentage(seller.Settings.MarginFloor) };

    /// <summary>Reads a draft, while it is written and when it is sent: a content that can be priced, or what is wrong with it.</summary>
    public DraftReading Read(QuoteDraft draft, Customer customer) => new QuoteDraftReader(CatalogFor(draft), customer, Tax).Read(draft);

    /// <summary>Compares a quote with break-fix, the one computation for every page; null where nobody said how many users there are.</summary>
    /// <param name="content">The quote.</param>
    /// <param name="options">Every option, priced with the items that are chosen beforehand.</param>
    /// <param name="draft">With what the customer stated.</param>
    public static QuoteComparer? ComparerOf(QuoteContent content, IEnumerable<OptionFigures> options, QuoteDraft draft) =>
        QuoteComparer.For(content, options, StatedNumbers.Of(draft), Memory);

    /// <summary>The content with the comparison and the fit that its customer is to see; as it is where none is shared or can be made.</summary>
    public QuoteContent WithShared(QuoteContent content, QuoteDraft draft, Customer customer)
    {
        if (!draft.SharesComparison && !draft.SharesFit)
        {
            return content;
        }

        var choice = content.DefaultChoice();
        var comparer = ComparerOf(content, new QuotePricer(Tax).PriceAll(content, choice, customer, invoices: 0), draft);
        var fit = draft.SharesFit ? QuoteFit.Of(content, draft, comparer?.Compare(choice.Option)?.Verdict) : null;
        return content.WithComparison(draft.SharesComparison ? comparer?.CompareAll() : null).WithFit(fit);
    }

    /// <summary>The figures of a content; null where the customer's taxes are not known, so that no invoice can be drawn up.</summary>
    public PricedQuote? Price(QuoteContent content, Customer customer)
    {
        try
        {
            var pricer = new QuotePricer(Tax);
            var choice = content.DefaultChoice();
            var chosen = pricer.Price(content, choice, customer, invoices: 1);
            var options = content.Options.Length == 1 ? [chosen] : pricer.PriceAll(content, choice, customer, invoices: 0);
            return new PricedQuote(content, customer, [.. options.Select(option => option.Option.Code == chosen.Option.Code ? chosen : option)], chosen,
                QuoteEconomics.Of(content, choice, customer, Tax), Limits);
        }
        catch (MissingTaxRateException)
        {
            return null;
        }
    }

    /// <summary>The family that a draft's plans are of; the first one where it has none yet; null where the catalogue has none.</summary>
    public PlanFamily? FamilyOf(QuoteDraft draft) =>
        seller.Catalog.Families.FirstOrDefault(family => family.Plans.Any(plan => draft.Options.Any(option => option.Plan == plan.Code))) ??
        (seller.Catalog.Families.IsEmpty ? null : seller.Catalog.Families[0]);

    private QuoteCatalog CatalogFor(QuoteDraft draft)
    {
        var contracts = ImmutableArray<Contract>.Empty;
        if (draft.Options.FirstOrDefault(option => option.Contract.Length > 0) is { } renewal)
        {
            using var reader = new ContractReader(seller.Store, seller.Id);
            contracts = reader.Find(renewal.Contract.Trim()) is { } stored ? [stored.Contract] : [];
        }

        return new QuoteCatalog(seller.Catalog.Plans, seller.Catalog.PriceBooks, contracts);
    }
}
