using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Insights;
using Msp.Billing.Plans;
using Msp.Billing.Usage;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Insights;

public abstract class InsightStoreTests
{
    private readonly Provider _provider;

    private protected InsightStoreTests(Provider provider) => _provider = provider;

    private static readonly Currency Eur = Currency.Eur;

    // C-1 has 45 users from March: 6,750.00. C-2 has 10 from April: 1,500.00, and C-1 has 48 from 17 April: 7,200.00.
    [Fact]
    public void Months_say_what_contracts_were_worth_and_lead_to_what_was_posted()
    {
        using var books = Company();
        books.Post("2026-03-01");
        books.Post("2026-04-01");
        Refresh(books, "2026-01-01", "2026-04-30");

        var months = Reader(books).Months(Eur);

        Assert.Equal([0, 0, 675_000, 870_000], months.Select(month => month.Mrr.MinorUnits));
        Assert.Equal([0, 0, 1, 2], months.Select(month => month.Customers));
        Assert.Equal([0, 0, 675_000, 825_000], months.Select(month => month.Invoiced.MinorUnits));
        Assert.All(months, month => Assert.Equal(Posted(books, month.Month), month.Bridge.Invoiced));
        Assert.Equal(-45_000, months[3].Bridge.Change);
        Assert.Equal(months[3].Mrr * 12, months[3].Arr);
    }

    [Fact]
    public void Movements_lead_from_one_month_to_the_next()
    {
        using var books = Company();
        Refresh(books, "2026-01-01", "2026-06-30");
        var reader = Reader(books);
        var opening = 0L;
        foreach (var month in reader.Months(Eur))
        {
            var movement = reader.Movement(month.Month, Eur);
            Assert.Equal(opening, movement.Opening);
            Assert.Equal(month.Bridge.Mrr, movement.Closing);
            Assert.Equal(
                movement.Closing - movement.Opening, reader.Movements(month.Month, Eur).Sum(one => MrrMovement.Kinds.Sum(kind => one.Movement[kind])));
            opening = movement.Closing;
        }

        Assert.Equal(new MrrMovement { New = 675_000 }, reader.Movement(Day("2026-03-01"), Eur));
        Assert.Equal(new MrrMovement { Opening = 675_000, New = 150_000, Expansion = 45_000 }, reader.Movement(Day("2026-04-01"), Eur));
        Assert.Equal("K-2", Assert.Single(reader.Movements(Day("2026-04-01"), Eur), one => one.Movement.New > 0).Customer);
    }

    // March is free and April is not: the customer is new in April, and has not come back. One who pauses in May comes back in June.
    [Fact]
    public void A_customer_is_new_with_the_first_revenue_and_comes_back_after_a_pause()
    {
        using var books = new RunBooks(_provider);
        books.AddCustomers(new Customer("K-1", "Alpha", new TaxProfile("DE")));
        var line = new ContractLine(1, new Charge("seat", "Seat", BillingUnit.User, Pricing.PerUnit(100m, Eur)), 10)
        {
            Discounts = [Discount.OfPercent(1, "First month free", 100m).Within(until: Day("2026-04-01"))],
        };
        books.Add(new Contract("C-1", "K-1", new ContractTerms(Eur, Day("2026-03-01"), line), At("2026-01-01"), ContractStatus.Scheduled));
        books.Amend("C-1", contract => contract.Move(new AmendmentNote(Day("2026-05-10"), At("2026-05-10"), "anna", "paused"), ContractAction.Suspend));
        books.Amend("C-1", contract => contract.Move(new AmendmentNote(Day("2026-06-10"), At("2026-06-10"), "anna", "back"), ContractAction.Resume));
        Refresh(books, "2026-03-01", "2026-06-30");
        MrrMovement Of(string month) => Reader(books).Movement(Day(month), Eur);

        Assert.Equal(default, Of("2026-03-01"));
        Assert.Equal(new MrrMovement { New = 100_000 }, Of("2026-04-01"));
        Assert.Equal(new MrrMovement { Opening = 100_000, Churn = -100_000 }, Of("2026-05-01"));
        Assert.Equal(new MrrMovement { Reactivation = 100_000 }, Of("2026-06-01"));
    }

    [Fact]
    public void Figures_are_fresh_until_something_is_recorded_or_posted_or_a_day_passes()
    {
        using var books = Company();
        var writer = new InsightWriter(books.Store, books.SellerId);
        Assert.False(writer.IsFresh(Day("2026-03-01"), Day("2026-04-01"), Day("2026-04-20")));
        Refresh(books, "2026-03-01", "2026-04-20");
        Assert.True(writer.IsFresh(Day("2026-03-01"), Day("2026-04-01"), Day("2026-04-20")));
        Assert.False(writer.IsFresh(Day("2026-02-01"), Day("2026-04-01"), Day("2026-04-20")));
        Assert.False(writer.IsFresh(Day("2026-03-01"), Day("2026-04-01"), Day("2026-04-21")));

        books.Count("C-2", new UsageCount(1, Day("2026-04-10"), 11, At("2026-04-11")));
        Assert.False(writer.IsFresh(Day("2026-03-01"), Day("2026-04-01"), Day("2026-04-20")));
        Refresh(books, "2026-03-01", "2026-04-20");
        books.Post("2026-04-01");
        Assert.False(writer.IsFresh(Day("2026-03-01"), Day("2026-04-01"), Day("2026-04-20")));
        Refresh(books, "2026-03-01", "2026-04-20");
        books.Amend("C-2", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-04-15"), At("2026-04-16"), "anna", "agreed"), 1, 12));
        Assert.False(writer.IsFresh(Day("2026-03-01"), Day("2026-04-01"), Day("2026-04-20")));
        Refresh(books, "2026-03-01", "2026-04-20");
        Assert.True(writer.IsFresh(Day("2026-03-01"), Day("2026-04-01"), Day("2026-04-20")));
    }

    // Licences cost 9.36 each: March 10 × 11.70 = 117.00 at 93.60; the users' cost is not known.
    [Fact]
    public void Margins_sort_and_page_in_the_database_and_say_what_is_not_known()
    {
        using var books = Company();
        var licence = new Charge("licence", "Licence", BillingUnit.Licence, Pricing.PerUnit(11.70m, Eur)) { UnitCost = 9.36m };
        books.Add(new Contract("C-9", "K-2", new ContractTerms(Eur, Day("2026-03-01"), new ContractLine(1, licence, 10)), At("2026-01-01"), ContractStatus.Scheduled));
        books.Post("2026-03-01");
        Refresh(books, "2026-03-01", "2026-03-31");

        var page = Reader(books).Margins(Day("2026-03-01"), Day("2026-03-01"), Eur, MarginOrder.Revenue, 0, 1);
        var second = Reader(books).Margins(Day("2026-03-01"), Day("2026-03-01"), Eur, MarginOrder.Revenue, 1, 1);

        Assert.Equal(2, page.Total);
        Assert.Equal(("K-1", 675_000, false), (page.Rows[0].Customer, page.Rows[0].Margin.Uncovered.MinorUnits, page.Rows[0].Margin.IsComplete));
        Assert.Null(page.Rows[0].Margin.GrossMargin);
        Assert.Equal(("K-2", new CustomerMargin(new Money(117m, Eur), new Money(117m, Eur), new Money(93.6m, Eur), null)), (second.Rows[0].Customer, second.Rows[0].Margin));
        Assert.Equal(new Percentage(20m), second.Rows[0].Margin.GrossMargin);
        Assert.Equal(["K-2", "K-1"], Reader(books).Margins(Day("2026-03-01"), Day("2026-03-01"), Eur, MarginOrder.Margin, 0, 9).Rows.Select(row => row.Customer));
        Assert.Equal(page.Rows[0].Margin.Revenue + second.Rows[0].Margin.Revenue, Reader(books).Margin(Day("2026-03-01"), Day("2026-03-01"), Eur).Revenue);
    }

    [Fact]
    public void Renewals_uplifts_and_leaks_name_their_contracts()
    {
        using var books = Company();
        var waiting = new Charge("seat", "Seat", BillingUnit.User, Pricing.PerUnit(100m, Eur)) { Increase = ChangePolicy.AtRenewal };
        books.Add(new Contract(
            "C-9", "K-2",
            new ContractTerms(Eur, Day("2026-03-01"), new ContractLine(1, waiting, 10)) { Term = new Term(12, 12, 30), Uplift = Uplift.EveryYear(3m).WithNotice(60) },
            At("2026-01-01"), ContractStatus.Scheduled));
        books.Count("C-9", new UsageCount(1, Day("2026-03-20"), 12, At("2026-03-21")));
        Refresh(books, "2026-03-01", "2026-04-20");
        using (var transaction = books.Store.Begin())
        {
            new ContractSummaries(books.Store, books.SellerId).Refresh(Day("2026-04-20"));
            transaction.Commit();
        }

        var renewal = Assert.Single(Reader(books).Renewals(Day("2026-04-20"), Day("2027-03-01"), 0, 10).Rows);
        var uplift = Assert.Single(Reader(books).Uplifts(Day("2027-04-01"), 0, 10).Rows);
        var leak = Assert.Single(Reader(books).Leaks(0, 10).Rows);

        Assert.Equal(new RenewalRow("C-9", "K-2", "Beta", Day("2027-03-01"), Day("2027-01-29"), new Money(1_000m, Eur)), renewal);
        Assert.Equal(new UpliftRow("C-9", "K-2", "Beta", new Money(1_000m, Eur), new UpcomingUplift(Day("2027-03-01"), new Percentage(3m), Day("2026-12-31"), new Money(30m, Eur))), uplift);
        Assert.Equal(("C-9", 12m, 10m, new Money(200m, Eur)), (leak.Contract, leak.Leak.Counted, leak.Leak.Billed, leak.Leak.Monthly));
        Assert.Equal([new Money(200m, Eur)], Reader(books).LeakTotals());
        Assert.Empty(Reader(books).Uplifts(Day("2027-03-01"), 0, 10).Rows);
    }

    [Fact]
    public void A_refresh_that_is_stopped_keeps_what_was_there()
    {
        using var books = Company();
        Refresh(books, "2026-03-01", "2026-03-31");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => new InsightWriter(books.Store, books.SellerId).Refresh(Day("2026-01-01"), Day("2026-04-01"), Day("2026-04-30"), stop.Token));
        Assert.Equal([Day("2026-03-01")], Reader(books).Months(Eur).Select(month => month.Month));
    }

    private RunBooks Company()
    {
        var books = new RunBooks(_provider);
        books.AddCustomers(new Customer("K-1", "Alpha", new TaxProfile("DE")), new Customer("K-2", "Beta", new TaxProfile("DE")));
        books.Add(Users("C-1", 45), Users("C-2", 10, "2026-04-01", "K-2"));
        books.Amend("C-1", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-04-17"), At("2026-04-17"), "anna", "agreed"), 1, 48));
        return books;
    }

    private static InsightReader Reader(RunBooks books) => new(books.Store, books.SellerId);

    private static void Refresh(RunBooks books, string from, string today) =>
        Assert.Equal(0, new InsightWriter(books.Store, books.SellerId).Refresh(Day(from), Day(today), Day(today)));

    private static long Posted(RunBooks books, DateOnly month) =>
        books.Documents().Where(document => document.IssueDay >= month && document.IssueDay < month.AddMonths(1)).Sum(document => document.SubtotalMinorUnits);
}
