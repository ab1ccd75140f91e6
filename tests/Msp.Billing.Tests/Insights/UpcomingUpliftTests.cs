using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Insights;
using Msp.Billing.Invoicing;
using Msp.Billing.Tests.Invoicing;
using static Msp.Billing.Tests.Invoicing.Books;

namespace Msp.Billing.Tests.Insights;

public sealed class UpcomingUpliftTests
{
    // 45 × 150.00 = 6,750.00; 3 % more from the first anniversary: 45 × 154.50 = 6,952.50; the base fee stays. The second step is on 154.50.
    [Theory]
    [InlineData("2026-03-20", "2027-03-01", 20_250)]
    [InlineData("2027-03-01", "2028-03-01", 20_858)]
    public void The_next_step_is_worth_the_difference_at_todays_quantity(string day, string expected, long money)
    {
        var terms = new ContractTerms(Currency.Eur, Day("2026-03-01"), new ContractLine(1, ManagedUser(), 45), new ContractLine(2, BaseFee(500m), 1) { NeverUplifted = true })
        {
            Uplift = Uplift.EveryYear(3m).WithNotice(60),
        };

        var uplift = Next(new Books(terms), day);

        Assert.Equal(new UpcomingUplift(Day(expected), new Percentage(3m), Day(expected).AddDays(-60), Money.FromMinorUnits(money, Currency.Eur)), uplift);
    }

    [Fact]
    public void An_index_that_is_not_published_has_no_day_yet()
    {
        var terms = new ContractTerms(Currency.Eur, Day("2026-03-01"), new ContractLine(1, ManagedUser(), 45)) { Uplift = Uplift.ByPublishedIndex(0m, 5m) };
        var books = new Books(terms);
        Assert.Equal(new UpcomingUplift(null, null, null, null), Next(books, "2026-03-20"));
        books.Contract.PublishIndex(From("2027-03-01", "2026-03-10"), 100m, 102m);
        Assert.Equal(new Percentage(2m), Next(books, "2026-03-20")?.Step);
    }

    [Fact]
    public void A_contract_that_ends_before_has_none()
    {
        var terms = new ContractTerms(Currency.Eur, Day("2026-03-01"), new ContractLine(1, ManagedUser(), 45)) { Uplift = Uplift.EveryYear(3m), End = Day("2027-03-01") };
        Assert.Null(Next(new Books(terms), "2026-03-20"));
        Assert.Null(Next(new Books(Terms("2026-03-01", new ContractLine(1, ManagedUser(), 45))), "2026-03-20"));
    }

    private static UpcomingUplift? Next(Books books, string day) =>
        UpcomingUplift.After(books.Contract, books.Customer.Tax, books.Counts, Day(day), new MrrCalculator(new TableTaxCalculator(Taxes)));
}
