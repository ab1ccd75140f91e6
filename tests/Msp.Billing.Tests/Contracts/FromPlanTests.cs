using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using static Msp.Billing.Tests.Contracts.Agreements;

namespace Msp.Billing.Tests.Contracts;

public sealed class FromPlanTests
{
    private static readonly Plan Managed = new(
        "managed", "Managed IT",
        new ServiceLevel(
            "Business hours", ResponseTimes.InMinutes(60, 120, 240, 480), CoverHours.BusinessHours, "Four weeks.", "Isolate.", new Commitment(24, 12, 60, "Half the rest.")),
        [ServiceLine.Helpdesk],
        new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Usd)) { UnitCost = 60m },
        new Charge("server", "Managed server", BillingUnit.ForDevice(DeviceKind.Server), Pricing.PerUnit(120m, Currency.Usd)),
        new Charge("site", "Site visit", BillingUnit.Site, Pricing.PerUnit(200m, Currency.Usd)),
        new Charge("base", "Platform", BillingUnit.Flat, Pricing.Flat(250m, Currency.Usd)),
        new Charge("setup", "Onboarding", BillingUnit.Flat, Pricing.Flat(900m, Currency.Usd)) { Timing = ChargeTiming.Once },
        new Charge("support", "Support", BillingUnit.Minute, Pricing.PerUnit(2m, Currency.Usd)) { Timing = ChargeTiming.Arrears, Basis = QuantityBasis.Reported });

    private static readonly Dictionary<string, decimal> Quantities = new() { ["user"] = 45m, ["server"] = 3m, ["site"] = 0m };

    [Fact]
    public void Every_charge_becomes_a_line_with_its_quantity() // a flat fee counts once, what is reported begins at zero
    {
        var lines = ContractLine.FromPlan(Managed, Quantities);

        Assert.Equal("1 user 45, 2 server 3, 3 site 0, 4 base 1, 5 setup 1, 6 support 0", Text(lines));
        Assert.Equal(Managed.Charges, lines.Select(line => line.Charge));
    }

    [Fact]
    public void Lines_are_numbered_from_where_the_contract_stands() =>
        Assert.Equal("7 8 9 10 11 12", string.Join(' ', ContractLine.FromPlan(Managed, Quantities, firstId: 7).Select(line => line.Id)));

    [Fact]
    public void Flat_fees_may_be_counted_too() =>
        Assert.Contains("4 base 2", Text(ContractLine.FromPlan(Managed, new Dictionary<string, decimal>(Quantities) { ["base"] = 2m })), StringComparison.Ordinal);

    [Fact]
    public void The_terms_bind_as_the_plan_offers_in_its_currency()
    {
        var terms = ContractTerms.FromPlan(Managed, Day("2026-03-01"), Quantities);

        Assert.Equal((Currency.Usd, Day("2026-03-01"), new Term(24, 12, 60)), (terms.Currency, terms.Start, terms.Term));
        Assert.Equal(6, terms.Lines.Length);
    }

    [Fact]
    public void A_price_book_of_the_day_gives_prices_and_currency()
    {
        var books = new PriceBooks(new PriceBook("EUR 2026", Currency.Eur, Day("2026-01-01"), null, Managed.Charges.Select(charge =>
            KeyValuePair.Create(charge.Code, charge.Pricing.Model == PricingModel.Flat ? Pricing.Flat(99m, Currency.Eur) : Pricing.PerUnit(11m, Currency.Eur)))));

        var terms = ContractTerms.FromPlan(Managed, Day("2026-03-01"), Quantities, books.On(Currency.Eur, Day("2026-02-20")));

        Assert.Equal(Currency.Eur, terms.Currency);
        Assert.Equal([11m, 11m, 11m, 99m, 99m, 11m], terms.Lines.Select(line => line.Charge.Pricing.Price));
        Assert.Equal("1 user 45, 2 server 3, 3 site 0, 4 base 1, 5 setup 1, 6 support 0", Text(terms.Lines));
    }

    [Fact]
    public void No_charge_is_forgotten()
    {
        var refused = Assert.Throws<ArgumentException>(() => ContractLine.FromPlan(Managed, new Dictionary<string, decimal> { ["user"] = 45m, ["site"] = 1m }));

        Assert.StartsWith("Plan 'managed': how many servers for charge 'server'? Give a quantity; zero if there are none yet.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_quantity_is_ignored()
    {
        var refused = Assert.Throws<ArgumentException>(() => ContractLine.FromPlan(Managed, new Dictionary<string, decimal>(Quantities) { ["servers"] = 3m }));

        Assert.StartsWith("Plan 'managed' has no charge 'servers'. It has: user, server, site, base, setup, support.", refused.Message, StringComparison.Ordinal);
    }

    private static string Text(IEnumerable<ContractLine> lines) =>
        string.Join(", ", lines.Select(line => FormattableString.Invariant($"{line.Id} {line.Charge.Code} {line.Quantity:0}")));
}
