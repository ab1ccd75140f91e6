using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>The good files that the documentation shows.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Customers_in_csv()
    {
        var (customers, problems) = Imports.Customers("customers.csv", Imports.Sample("customers.csv"));

        Assert.Empty(problems);
        Assert.Equal(["K-1001", "K-1002", "K-1003", "K-1004"], customers.Select(customer => customer.Number));
        Assert.Equal("K-1001", customers[1].Parent);
        Assert.Equal([new Site("HQ", "Monterey office", "200 Bay Street"), new Site("SAL", "Salinas practice", "14 Main Street")], customers[0].Sites);
        Assert.Equal("Hafenstraße 9, 20457 Hamburg", customers[2].Address);
        Assert.Equal(new TaxProfile("DE", "DE811907980", null, reverseCharge: true), customers[2].Tax);
        Assert.Equal("Wisconsin certificate of exempt status 008-1234", customers[3].Tax.ExemptionReason);
    }

    [Fact]
    public void Customers_in_json()
    {
        var (customers, problems) = Imports.Customers("customers.json", Imports.Sample("customers.json"));

        Assert.Empty(problems);
        Assert.Equal("3 Mill Lane\nBath BA1 2AB", customers[0].Address);
        Assert.Equal(new Site("BRS", "Bristol studio"), customers[0].Sites[1]);
        Assert.Equal("GB", customers[1].Tax.Jurisdiction); // The country stands for it.
    }

    [Fact]
    public void Contracts_in_csv()
    {
        var (contracts, problems) = Imports.Contracts("contracts.csv", Imports.Sample("contracts.csv"));

        Assert.Empty(problems);
        Assert.Equal(["C-1001", "C-1002"], contracts.Select(contract => contract.Number));
        var terms = contracts[0].Terms;
        Assert.Equal(new DateOnly(2026, 3, 1), terms.BilledElsewhereUntil);
        Assert.Equal(1, terms.Anchor.DayOfMonth);
        Assert.Equal([1, 2, 3, 4, 5], terms.Lines.Select(line => line.Id));
        Assert.Equal(
            Pricing.Graduated(Currency.Usd, new PriceStep(25, 62), new PriceStep(100, 55.125m), new PriceStep(null, 48.7475m)),
            terms.Lines[1].Charge.Pricing);
        Assert.Equal(1000m, terms.Lines[3].Charge.Pricing.IncludedQuantity);
        Assert.Equal(new QuantityIncrement(15, 0.25m), terms.Lines[4].Charge.Pricing.Increment);
        Assert.Equal(QuantityBasis.Reported, terms.Lines[4].Charge.Basis);
        Assert.Equal(new DateOnly(2027, 3, 17), contracts[1].Terms.End);
        Assert.Equal(10m, contracts[1].Terms.Lines[0].Discounts[0].Percent?.Value);
    }

    [Fact]
    public void Contracts_in_json()
    {
        var (contracts, problems) = Imports.Contracts("contracts.json", Imports.Sample("contracts.json"));

        Assert.Empty(problems);
        var contract = Assert.Single(contracts);
        Assert.Equal(36, contract.Terms.Term.Months);
        Assert.Equal(new EarlyTermination.MonthsOrRemainder(3), contract.Terms.Term.EarlyTermination);
        Assert.Equal((3m, 60), (contract.Terms.Uplift?.Yearly?.Value, contract.Terms.Uplift?.NoticeDays));
        Assert.Equal("Three-year term", contract.Terms.Discounts[0].Name);
        Assert.Equal((2, 1), (contract.Terms.Lines[1].Discounts[0].Id, contract.Terms.Lines[1].Discounts[0].FirstPeriods));
        Assert.Equal(1m, contract.Terms.Lines[2].Quantity);
        var change = Assert.IsType<Amendment.QuantityChanged>(Assert.Single(contract.Amendments));
        Assert.Equal((1, 48m, "j.porter"), (change.LineId, change.Quantity, change.Author));
    }

    [Theory]
    [InlineData("counts.csv", 6)]
    [InlineData("counts.json", 2)]
    public void Counts(string name, int expected)
    {
        var (counts, problems) = Imports.Counts(name, Imports.Sample(name));

        Assert.Empty(problems);
        Assert.Equal(expected, counts.Count);
        Assert.All(counts, count => Assert.Equal("C-1001", count.Contract));
    }

    [Fact]
    public void Counts_keep_their_fractions()
    {
        var (counts, _) = Imports.Counts("counts.csv", Imports.Sample("counts.csv"));

        Assert.Equal((4, new DateOnly(2026, 3, 31), 1204.375m), (counts[3].Count.LineId, counts[3].Count.Day, counts[3].Count.Quantity));
    }
}
