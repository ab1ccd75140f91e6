using System.Globalization;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;
using Msp.Quoting.Web.Quoting;

namespace Msp.Quoting.Web.Tests.Quoting;

/// <summary>Seller and customer see one comparison: over random drafts, currencies and terms every figure of the builder is the proposal's.</summary>
public sealed class OneComparisonTests
{
    private static readonly string[] Codes = ["USD", "EUR", "GBP", "CAD", "AUD", "JPY", "SEK", "INR"];

    private static readonly Customer Customer = new("K-1", "Harbor Legal Partners", new TaxProfile("US-CA"));

    private static readonly TableTaxCalculator Tax = new(new TaxTable([new TaxRate("US-CA", TaxCategory.SalesTax, new DateOnly(2017, 1, 1), new Percentage(7.25m))]));

    private static readonly Gen<QuoteDraft> Drafts =
        from currency in Gen.Int[0, Codes.Length - 1]
        from users in Gen.Int[1, 400]
        from servers in Gen.Int[0, 12]
        from sites in Gen.Int[0, 5]
        from terms in Gen.Int[1, 72].Array[2]
        from yearly in Gen.Bool
        from discount in Gen.Int[0, 30]
        from amount in Gen.Bool
        from fee in Gen.Int[0, 9_000]
        from calls in Gen.Int[0, 90]
        from rate in Gen.Int[0, 300]
        from level in Gen.Int[0, 3]
        from isPlural in Gen.Bool
        select new QuoteDraft
        {
            Title = "Random",
            Currency = Codes[currency],
            Start = "2027-01-01",
            ValidUntil = "2026-12-22",
            Recommended = "second",
            SharesComparison = true,
            Counts =
            [
                new DraftCount { Code = "user", Name = "users", Quantity = Text(users) }, new DraftCount { Code = "server", Name = "servers", Quantity = Text(servers) },
                new DraftCount { Code = isPlural ? "sites" : "site", Name = "sites", Quantity = Text(sites) },
            ],
            Options =
            [
                new DraftOption { Code = "first", Plan = "basic", TermMonths = Text(terms[0]), Cadence = yearly ? "12M" : "1M" },
                new DraftOption { Code = "second", Plan = "standard", TermMonths = Text(terms[1]) },
            ],
            Items = [new DraftItem { Code = "extra", Name = "Extra", Quantity = "3", Price = "40", IsOptional = true, IsPreselected = amount, TaxCategory = TaxCategory.OutsideScope }],
            Discounts = [amount ? new DraftDiscount { Amount = Text(discount) } : new DraftDiscount { Percent = Text(discount) }],
            Onboarding = new DraftOnboarding { Fee = Text(fee), TaxCategory = TaxCategory.OutsideScope },
            Assumptions =
            [
                .. calls > 5 ? [new DraftAssumption("CallsPerUser", "0." + calls.ToString("00", CultureInfo.InvariantCulture))] : (DraftAssumption[])[],
                .. rate > 100 ? [new DraftAssumption("HourlyRate", Text(rate))] : (DraftAssumption[])[],
                .. level > 1 ? [new DraftAssumption("PriceLevel", Text(level))] : (DraftAssumption[])[],
            ],
        };

    [Fact]
    public void Over_random_drafts_the_sellers_and_the_customers_figures_are_equal()
    {
        var compared = 0;
        Drafts.Sample(
            draft =>
            {
                var content = new QuoteDraftReader(Catalog(draft.Currency), Customer, Tax).Read(draft).Content ?? throw new InvalidOperationException("The draft is right.");
                var seller = SellersView(content, draft);
                var customer = CustomersView(content, draft);
                Assert.Equal(seller is null, customer is null);
                if (seller is null || customer is null)
                {
                    return;
                }

                Interlocked.Increment(ref compared);
                Assert.Equal(Shown(seller), Shown(customer));
                Assert.Equal(content.Option("second").TermMonths, customer.Months);
            },
            iter: 60);
        Assert.True(compared > 30, "Too few could be compared to mean anything.");
    }

    private static ComparisonView? SellersView(QuoteContent content, QuoteDraft draft)
    {
        var pricer = new QuotePricer(Tax);
        var choice = content.DefaultChoice();
        var options = pricer.PriceAll(content, choice, Customer, invoices: 0);
        var priced = new PricedQuote(
            content, Customer, options, options.First(option => option.Option.Code == choice.Option), QuoteEconomics.Of(content, choice, Customer, Tax), new ApprovalRules());
        return BuilderComparison.Of(priced, draft)?.View;
    }

    // As it is sent, stored, and opened again with another choice of add-ons.
    private static ComparisonView? CustomersView(QuoteContent content, QuoteDraft draft)
    {
        var options = new QuotePricer(Tax).PriceAll(content, content.DefaultChoice(), Customer, invoices: 0);
        var sent = CanonicalQuote.Write(content.WithComparison(QuoteCalculator.ComparerOf(content, options, draft)?.CompareAll()));
        var frozen = CanonicalQuote.Read(sent.AsMemory());
        var proposal = Proposal.Of("Q-1", 1, QuoteStatus.Sent, "Seller", Customer, frozen, new QuoteChoice("second"), Tax);
        return ProposalViews.ComparisonOf(proposal);
    }

    // Everything that either page prints, in the words in which it prints it.
    private static string Shown(ComparisonView view)
    {
        var (texts, format) = (new Texts(), new Format());
        var rows = view.Rows.Select(row => $"{row.Month}: {string.Join(' ', row.Plans.Append(row.Average).Append(row.Low).Append(row.High).Select(amount => format.Estimate(amount, view.Currency)))}");
        var chart = view.Chart(texts);
        return string.Join(
            '\n',
            rows.Append(view.Finding(texts, format))
                .Append($"{view.BreakFixCheaperIn} {view.BreakFixCheaperInCash} {view.PlanCheaperIn} {view.AssumedInputs} {view.Inputs} {view.Verdict} {view.Months} {view.Step} {chart.EvenMonth}")
                .Append(string.Join(' ', chart.Plans.SelectMany(plan => plan.Cumulative.Prepend(plan.IsSelected ? 1m : 0m))))
                .Append(string.Join(' ', chart.Rival is { } rival ? rival.OneInTenBelow.Concat(rival.Mean).Concat(rival.NineInTenBelow) : [])));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static QuoteCatalog Catalog(string code) => new([Plan("basic", 60m, code, 3), Plan("standard", 120m, code, 6)]);

    private static Plan Plan(string name, decimal perUser, string code, int lines) => new(
        name, name,
        new ServiceLevel("Level", ResponseTimes.InMinutes(60, 240, 480, 1440), CoverHours.BusinessHours, "Weeks.", "Contain.", new Commitment(12, 12, 60, "Half.")),
        Enum.GetValues<ServiceLine>().Take(lines),
        new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(perUser, Currency.FromCode(code))) { TaxCategory = TaxCategory.OutsideScope },
        new Charge("server", "Managed server", BillingUnit.ForDevice(DeviceKind.Server), Pricing.PerUnit(185m, Currency.FromCode(code))) { TaxCategory = TaxCategory.OutsideScope });
}
