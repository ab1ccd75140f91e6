using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;

namespace Msp.Billing.Tests.Quotes;

/// <summary>The quote of a law firm with 45 users, 58 workstations, 3 servers and 2 sites, in dollars, starting on 1 January 2027.</summary>
internal static class WorkedQuote
{
    public static readonly DateOnly Start = new(2027, 1, 1);

    public static Customer Customer { get; } = new("K-7", "Harbor Legal Partners LLP", new TaxProfile("US-CA"));

    public static TableTaxCalculator Tax { get; } = new(new TaxTable([new TaxRate("US-CA", TaxCategory.SalesTax, new DateOnly(2017, 1, 1), new Percentage(7.25m))]));

    public static Dictionary<string, decimal> Counts { get; } = new() { ["user"] = 45m, ["server"] = 3m };

    public static OnboardingFormula Onboarding { get; } = new(
        "Onboarding",
        new OnboardingCondition("users", "Set up users", OnboardingBasis.PerUnit, 60m),
        new OnboardingCondition("servers", "Take over servers", OnboardingBasis.PerUnit, 250m),
        new OnboardingCondition("undocumented", "Nothing is documented", OnboardingBasis.PercentOfMonthly, 20m))
    { TaxCategory = TaxCategory.SalesTax };

    public static Plan Plan(string name, PricingTier tier, decimal perUser) => new(
        name, $"Managed {tier}",
        new ServiceLevel(
            "Level", ResponseTimes.InMinutes(60, 240, 480, 1440), tier == PricingTier.Basic ? CoverHours.BusinessHours : CoverHours.AroundTheClock,
            "Four weeks in four steps.", "Contain, tell, restore.", new Commitment(12, 12, 60, "Half of what remains.")),
        [ServiceLine.NetworkMonitoring, ServiceLine.Helpdesk],
        new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(perUser, Currency.Usd)) { TaxCategory = TaxCategory.OutsideScope, UnitCost = 40m },
        new Charge("server", "Managed server", BillingUnit.ForDevice(DeviceKind.Server), Pricing.PerUnit(185m, Currency.Usd)) { TaxCategory = TaxCategory.OutsideScope, UnitCost = 60m })
    {
        Tier = tier,
        Exclusions = "Projects.",
    };

    /// <summary>Three plans for 36 months; a firewall for all, licences to choose, onboarding by formula, 5 % off what recurs.</summary>
    public static QuoteContent Content(params QuoteDiscount[] discounts) => new(
        "Managed IT for Harbor Legal", new DateOnly(2026, 12, 22),
        [Option("basic-36", PricingTier.Basic, 90m), Option("standard-36", PricingTier.Standard, 150m), Option("premium-36", PricingTier.Premium, 210m)],
        [
            new QuoteItem(Monthly("firewall", "Managed firewall", 95m, 30m), 2m),
            new QuoteItem(Monthly("m365", "Microsoft 365 Business Premium", 22m, 19m), 45m) { IsOptional = true, IsPreselected = true, Minimum = 0m, Maximum = 60m },
            new QuoteItem(new Charge("cabling", "Cabling", BillingUnit.Piece, Pricing.PerUnit(120m, Currency.Usd)) { Timing = ChargeTiming.Once, TaxCategory = TaxCategory.SalesTax, UnitCost = 50m }, 10m) { IsOptional = true },
        ],
        discounts.Length == 0 ? [QuoteDiscount.OfPercent("Three-year term", 5m)] : discounts)
    {
        Recommended = "standard-36",
        InternalNotes = "They had an outage in June.",
        LabourCostPerHour = 45m,
        Counts = [new StatedCount("users", "Users", 45m), new StatedCount("servers", "Servers", 3m)],
        Documents = [TermsDocument.Of("Master service agreement", "2026-03", "We serve, you pay.")],
    };

    private static QuoteOption Option(string code, PricingTier tier, decimal perUser)
    {
        var plan = Plan(code[..code.IndexOf('-', StringComparison.Ordinal)], tier, perUser);
        var option = QuoteOption.FromPlan(code, $"{tier}, 36 months", plan, Start, Counts, term: new Term(36, 12, 60));
        return new QuoteOption(option.Code, option.Name, option.Terms)
        {
            Plan = option.Plan,
            Onboarding = Onboarding.For(
                new Dictionary<string, decimal> { ["users"] = 45m, ["servers"] = 3m, ["undocumented"] = 1m }, new Money((45m * perUser) + (3m * 185m), Currency.Usd)),
            ExpectedMonthlyHours = 20m,
            ExpectedInitialHours = 40m,
        };
    }

    private static Charge Monthly(string code, string name, decimal price, decimal cost) =>
        new(code, name, BillingUnit.Piece, Pricing.PerUnit(price, Currency.Usd)) { TaxCategory = TaxCategory.OutsideScope, UnitCost = cost };
}
