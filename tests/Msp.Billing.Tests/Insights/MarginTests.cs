using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Insights;
using Msp.Billing.Plans;
using Msp.Billing.Tests.Invoicing;
using static Msp.Billing.Tests.Invoicing.Books;

namespace Msp.Billing.Tests.Insights;

public sealed class MarginTests
{
    private static readonly Currency Eur = Currency.Eur;

    // 1,000.00 billed, of it 600.00 with known costs of 450.00: 150.00 or 25 % of 600.00. With all of it known and 8 hours: 550.00 / 8 = 68.75.
    [Fact]
    public void Revenue_without_a_known_cost_stands_beside_the_margin()
    {
        var margin = new CustomerMargin(new Money(1_000m, Eur), new Money(600m, Eur), new Money(450m, Eur), 8m);
        Assert.Equal((new Money(400m, Eur), new Money(150m, Eur), new Percentage(25m)), (margin.Uncovered, margin.GrossProfit, margin.GrossMargin));
        Assert.False(margin.IsComplete);
        Assert.Null(margin.HourlyRate);
        Assert.Equal(new Money(68.75m, Eur), (margin with { Covered = margin.Revenue }).HourlyRate);
        Assert.Equal(16m, margin.Plus(margin).Hours);
    }

    // 10 × 9.36 for March; then 12 from the 17th, known in April: 2 × 9.36 × 15/31 = 9.06 more.
    [Fact]
    public void What_is_billed_again_costs_the_difference()
    {
        var licence = new Charge("licence", "Licence", BillingUnit.Licence, Pricing.PerUnit(11.70m, Eur)) { UnitCost = 9.36m };
        var books = new Books(Terms("2026-03-01", new ContractLine(1, licence, 10)));
        books.Contract.ChangeQuantity(From("2026-03-17"), 1, 12);
        var march = Days("2026-03-01", "2026-03-31");

        var first = BilledCosts.Of(books.Contract, books.Counts, At(Day("2026-03-01"), 12), [new BilledCostPeriod(1, march, null)]);
        var second = BilledCosts.Of(books.Contract, books.Counts, At(Day("2026-04-01"), 12), [new BilledCostPeriod(1, march, At(Day("2026-03-01"), 12))]);

        Assert.Equal(9_360, first[0].MinorUnits);
        Assert.Equal(906, second[0].MinorUnits);
    }

    // 40 + 55 minutes at 15 a quarter of an hour are 95 / 60 hours, not the seven quarters that are billed.
    [Fact]
    public void Hours_are_those_that_were_reported()
    {
        var support = new Charge("support", "Support", BillingUnit.Hour, Pricing.PerUnit(96m, Eur).WithIncrement(new QuantityIncrement(15m, 0.25m)))
        {
            Timing = ChargeTiming.Arrears,
            Basis = QuantityBasis.Reported,
            UnitCost = 60m,
        };
        var books = new Books(Terms("2026-03-01", new ContractLine(1, support, 0))).Count(1, "2026-03-10", 40).Count(1, "2026-03-12", 55);

        var cost = BilledCosts.Of(books.Contract, books.Counts, At(Day("2026-04-01"), 12), [new BilledCostPeriod(1, Days("2026-03-01", "2026-03-31"), null)])[0];

        Assert.Equal(95m / 60m, cost.Hours);
        Assert.Equal(9_500, cost.MinorUnits);
    }

    // What is passed on with 10 % more costs what was passed on; a charge without a unit cost costs nobody knows what.
    [Fact]
    public void What_is_passed_on_costs_itself()
    {
        Assert.Equal(120m, LineCost.OfWholePeriod(new Charge("cloud", "Cloud", BillingUnit.Amount, Pricing.CostPlus(10m, Eur)), 120m));
        Assert.Null(LineCost.OfWholePeriod(ManagedUser(), 120m));
    }
}
