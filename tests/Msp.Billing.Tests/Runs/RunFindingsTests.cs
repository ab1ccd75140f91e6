using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;
using Msp.Billing.Tests.Invoicing;

namespace Msp.Billing.Tests.Runs;

/// <summary>What a run says is out of the ordinary, and what it keeps quiet about.</summary>
public sealed class RunFindingsTests
{
    private static readonly DateOnly April = Books.Day("2026-04-01");

    // 450.00 before. Moved by quantities, with both limits at their standard: 25 percent and 100.00.
    [Theory]
    [InlineData(112_49, "")] // 24.998 %
    [InlineData(112_50, "large-change")] // 25 % and above 100.00
    [InlineData(-112_50, "large-change")]
    public void A_change_is_large_by_share_and_by_amount(long moved, string expected) =>
        Assert.Equal(expected, Codes(450_00, default(Variance).Plus(VarianceCause.Quantity, moved)));

    [Fact]
    public void A_large_share_of_a_small_amount_is_quiet() =>
        Assert.Equal("", Codes(100_00, default(Variance).Plus(VarianceCause.Quantity, 99_00)));

    [Theory]
    [InlineData(VarianceCause.Uplift)]
    [InlineData(VarianceCause.New)]
    [InlineData(VarianceCause.Cadence)]
    [InlineData(VarianceCause.OneOff)]
    [InlineData(VarianceCause.Proration)]
    [InlineData(VarianceCause.Tax)]
    public void What_is_agreed_or_dated_explains_itself(VarianceCause cause) =>
        Assert.Equal("", Codes(450_00, default(Variance).Plus(cause, 900_00)));

    [Fact]
    public void The_limits_are_the_sellers()
    {
        var thresholds = new RunThresholds { ChangePercent = 50m, ChangeAmount = 500m };

        Assert.Equal("", Codes(450_00, default(Variance).Plus(VarianceCause.Price, 400_00), thresholds));
        Assert.Equal("large-change", Codes(450_00, default(Variance).Plus(VarianceCause.Price, 500_00), thresholds));
    }

    [Fact]
    public void A_first_invoice_is_worth_a_look_only_where_there_was_a_run_before()
    {
        Assert.Equal("first-invoice", Codes(0, default, isFirst: true));
        Assert.Equal("", Codes(0, default, isFirst: true, isCompared: false));
    }

    [Fact]
    public void What_was_left_out_is_said_when_it_comes() => Assert.Equal("left-out-before", Codes(0, default, wasLeftOut: true));

    // Known at noon of 1 April: the last count is of 17 March, 15 days before; one of the 18th is 14 days old and quiet.
    [Theory]
    [InlineData("2026-03-17", "counts-stale")]
    [InlineData("2026-03-18", "")]
    public void Counts_are_old_after_two_weeks(string counted, string expected)
    {
        var books = Start().Count(1, counted, 24m);

        var found = Find(books, books.Preview("2026-04-01"), 1, default);

        Assert.Equal(expected, string.Join(' ', found.Select(problem => problem.Code)));
        if (expected.Length > 0)
        {
            Assert.Equal(
                [new RunFact.Label("line", "Managed user"), new RunFact.OnDay("day", Books.Day(counted)), new RunFact.Number("quantity", 24m), new RunFact.Number("age", 15m)],
                found[0].Facts);
        }
    }

    [Fact]
    public void The_last_days_are_said_once()
    {
        var books = new Books(new ContractTerms(Currency.Eur, Books.Day("2026-02-01"), new ContractLine(1, Books.ManagedUser(), 45m)) { End = Books.Day("2026-05-01") });
        books.Run("2026-02-01");

        Assert.Empty(Find(books, books.Run("2026-03-01"), 1, default));
        Assert.Equal("ending", Assert.Single(Find(books, books.Run("2026-04-01"), 1, default)).Code);
    }

    [Fact]
    public void Who_accounts_for_the_tax_must_have_an_address_and_others_need_not()
    {
        var books = new Books(Books.Terms("2026-04-01", new ContractLine(1, Books.ManagedUser(), 45m)), new TaxProfile("DE", "FR07123456711", reverseCharge: true));

        Assert.Equal(("tax-data-missing", false), Assert.Single(Find(books, books.Preview("2026-04-01"), 1, default)) is var problem ? (problem.Code, problem.Blocks) : default);
        Assert.Equal("", Codes(1, default));
    }

    private static string Codes(long previous, Variance variance, RunThresholds? thresholds = null, bool isFirst = false, bool wasLeftOut = false, bool isCompared = true)
    {
        var books = Start();
        var found = new RunFindings(thresholds ?? RunThresholds.Standard, April, Books.At(April, 12), isCompared)
            .Of(books.Contract, books.Customer, books.Preview("2026-04-01"), [], variance, previous, isFirst, wasLeftOut);
        return string.Join(' ', found.Select(problem => problem.Code));
    }

    private static IReadOnlyList<RunProblem> Find(Books books, InvoiceDraft? draft, long previous, Variance variance) =>
        new RunFindings(RunThresholds.Standard, April, Books.At(April, 12), isCompared: true)
            .Of(books.Contract, books.Customer, draft, books.Counts, variance, previous, isFirst: false, wasLeftOut: false);

    private static Books Start() => new(Books.Terms("2026-04-01", new ContractLine(1, Books.ManagedUser(), 45m)));
}
