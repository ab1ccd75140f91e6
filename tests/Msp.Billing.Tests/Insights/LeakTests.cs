using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Insights;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Tests.Invoicing;
using static Msp.Billing.Tests.Invoicing.Books;

namespace Msp.Billing.Tests.Insights;

public sealed class LeakTests
{
    // 45 are billed until the period ends; 48 are counted from the 17th: 3 × 150.00 a month are not billed.
    [Fact]
    public void Units_that_wait_for_the_next_period_are_counted_above_what_is_billed()
    {
        var charge = new Charge("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur)) { Increase = ChangePolicy.NextPeriod };
        var books = new Books(Terms("2026-03-01", new ContractLine(1, charge, 45))).Count(1, "2026-03-17", 48);

        var leak = Assert.Single(Leaks(books, "2026-03-20"));

        Assert.Equal((LeakKind.CountedAboveBilled, 48m, 45m, Day("2026-03-17"), 45_000), (leak.Kind, leak.Counted, leak.Billed, leak.Since, leak.Monthly.MinorUnits));
        Assert.Empty(Leaks(books, "2026-03-16"));
        Assert.Empty(Leaks(books, "2026-04-01"));
    }

    // Counted at the start of the period: 5 on 1 March, 7 from the 10th. 2 × 10.00 a month.
    [Fact]
    public void Units_that_come_after_the_count_of_the_period_are_not_billed_in_it()
    {
        var charge = new Charge("pack", "Pack", BillingUnit.Piece, Pricing.PerUnit(10m, Currency.Eur)) { Basis = QuantityBasis.PeriodStart };
        var books = new Books(Terms("2026-03-01", new ContractLine(1, charge, 5))).Count(1, "2026-03-10", 7);
        Assert.Equal(2_000, Assert.Single(Leaks(books, "2026-03-20")).Monthly.MinorUnits);
        Assert.Empty(Leaks(books, "2026-04-02"));
    }

    [Fact]
    public void A_count_that_the_next_run_bills_is_no_leak() =>
        Assert.Empty(Leaks(new Books(Terms("2026-03-01", new ContractLine(1, ManagedUser(), 45))).Count(1, "2026-03-17", 48), "2026-03-20"));

    // The line ended on 10 March; tools still count 6 on the 15th: 6 × 150.00.
    [Fact]
    public void Units_counted_after_the_end_are_not_billed()
    {
        var books = new Books(Terms("2026-01-01", new ContractLine(1, ManagedUser(), 5))).Count(1, "2026-03-15", 6);
        books.Contract.RemoveLine(From("2026-03-10"), 1);

        var leak = Assert.Single(Leaks(books, "2026-03-20"));

        Assert.Equal((LeakKind.CountedWhileNotBilled, 6m, 90_000), (leak.Kind, leak.Units, leak.Monthly.MinorUnits));
        Assert.Empty(Leaks(books, "2026-07-20"));
    }

    // 10 seats are bought until 2027 and the contract is suspended: the vendor still charges 10 × 9.36.
    [Fact]
    public void Seats_that_the_vendor_still_charges_for_cost_their_price()
    {
        var licence = new Charge("licence", "Licence", BillingUnit.Licence, Pricing.PerUnit(11.70m, Currency.Eur)) { UnitCost = 9.36m };
        var books = new Books(Terms("2026-01-01", new ContractLine(1, licence, 0)));
        books.Contract.BuySeats(From("2026-01-02"), 1, new SeatBatch(10, At(Day("2026-01-02")), Day("2027-01-01")));
        books.Contract.Move(From("2026-03-10"), ContractAction.Suspend);

        var leak = Assert.Single(Leaks(books, "2026-03-20"));

        Assert.Equal((LeakKind.CommittedWhileNotBilled, 10m, 9_360), (leak.Kind, leak.Units, leak.Monthly.MinorUnits));
    }

    private static ImmutableArray<Leak> Leaks(Books books, string day) =>
        LeakFinder.On(books.Contract, books.Customer.Tax, books.Counts, Day(day), new MrrCalculator(new TableTaxCalculator(Taxes)));
}
