using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using static Msp.Billing.Tests.Contracts.Agreements;

namespace Msp.Billing.Tests.Contracts;

/// <summary>Three years from 1 January 2026 at 1,000.00 a month; every part month is billed at 1,000.00 / 30 a day, to keep the sums short.</summary>
public sealed class TerminationQuoteTests
{
    [Fact]
    public void Nothing_is_due_without_a_rule() // and the steps still say when the contract would have ended
    {
        var quote = Quote(EarlyTermination.None, "2027-07-01");

        Assert.Equal(Euros(0m), quote.Fee);
        Assert.Equal([new TerminationStep.RegularEnd(Day("2027-06-15"), Day("2029-01-01"), 18)], quote.Steps);
    }

    [Fact]
    public void A_fixed_fee_is_the_agreed_amount()
    {
        var quote = Quote(new EarlyTermination.Fixed(Euros(2_500m)), "2027-07-01");

        Assert.Equal(Euros(2_500m), quote.Fee);
        Assert.Equal(new TerminationStep.FixedFee(Euros(2_500m)), quote.Steps[1]);
    }

    [Fact]
    public void A_share_of_what_remains() // 18 months x 1,000.00 x 40 % = 7,200.00
    {
        var quote = Quote(new EarlyTermination.RemainingShare(new Percentage(40m)), "2027-07-01");

        Assert.Equal(Euros(7_200m), quote.Fee);
        Assert.Equal(
            [
                new TerminationStep.RegularEnd(Day("2027-06-15"), Day("2029-01-01"), 18),
                new TerminationStep.Remainder(new ServicePeriod(Day("2027-07-01"), Day("2029-01-01")), 18_000m),
                new TerminationStep.ShareOfIt(new Percentage(40m), null, 7_200m),
            ],
            quote.Steps);
    }

    [Theory]
    [InlineData("2027-07-01", 6, false, "2028-01-01", 6000)] // six of eighteen
    [InlineData("2028-10-01", 6, true, "2029-01-01", 3000)] // three are left
    [InlineData("2028-07-01", 6, false, "2029-01-01", 6000)] // exactly six
    public void So_many_months_or_the_rest_if_that_is_less(string day, int months, bool cutShort, string until, int fee)
    {
        var quote = Quote(new EarlyTermination.MonthsOrRemainder(months), day);

        Assert.Equal(Euros(fee), quote.Fee);
        Assert.Equal(new TerminationStep.MonthsCharged(months, new ServicePeriod(Day(day), Day(until)), cutShort, fee), quote.Steps[1]);
    }

    [Theory]
    [InlineData("2026-12-01", 1, 75, 18750)] // 25 months x 75 %
    [InlineData("2027-01-01", 2, 50, 12000)] // 24 months x 50 %: the second year begins on its anniversary
    [InlineData("2027-12-01", 2, 50, 6500)] // 13 months x 50 %
    [InlineData("2028-07-01", 3, 25, 1500)] // 6 months x 25 %
    public void A_share_that_falls_with_the_years(string day, int year, int percent, int fee)
    {
        var quote = Quote(new EarlyTermination.Declining([new Percentage(75m), new Percentage(50m), new Percentage(25m)]), day);

        Assert.Equal(Euros(fee), quote.Fee);
        Assert.Equal(new TerminationStep.ShareOfIt(new Percentage(percent), year, fee), quote.Steps[2]);
    }

    [Theory]
    [InlineData("2026-01-31", "2027-01-30", 1)]
    [InlineData("2026-01-31", "2027-01-31", 2)]
    [InlineData("2024-02-29", "2025-02-27", 1)]
    [InlineData("2024-02-29", "2025-02-28", 2)] // the anniversary of a leap day
    public void Years_are_counted_from_the_start_to_the_day(string start, string day, int year)
    {
        var contract = Signed(start, Years(new EarlyTermination.Declining([new Percentage(75m), new Percentage(50m)])));

        var quote = contract.QuoteTermination(Day(day), Day(day), Recurring);

        Assert.Equal(year, Assert.IsType<TerminationStep.ShareOfIt>(quote.Steps[2]).Year);
    }

    [Theory]
    [InlineData("2028-12-01", 1)]
    [InlineData("2028-12-02", 0)]
    [InlineData("2028-11-15", 1)] // 15 November to 15 December; the rest is no whole month
    public void Whole_months_are_left_until_the_regular_end(string day, int months) =>
        Assert.Equal(months, Assert.IsType<TerminationStep.RegularEnd>(Quote(EarlyTermination.None, day).Steps[0]).WholeMonthsLeft);

    [Fact]
    public void After_the_last_entry_of_the_table_nothing_is_due()
    {
        var quote = Quote(new EarlyTermination.Declining([new Percentage(75m)]), "2027-07-01");

        Assert.Equal(Euros(0m), quote.Fee);
        Assert.Equal(new TerminationStep.ShareOfIt(default, 2, 0m), quote.Steps[2]);
    }

    [Fact]
    public void The_fee_is_rounded_once() // 1,000.00 / 30 x 10 days = 333.333...; a third of it is 111.11
    {
        var quote = Quote(new EarlyTermination.RemainingShare(new Percentage(33.3333m)), "2028-12-21");

        Assert.Equal(Euros(111.11m), quote.Fee);
    }

    [Theory]
    [InlineData("2029-01-01")]
    public void On_the_regular_end_nothing_is_due_and_nothing_is_asked(string day)
    {
        var renewing = Signed(term: new Term(36, 12, 30) { EarlyTermination = new EarlyTermination.MonthsOrRemainder(6) });

        var quote = renewing.QuoteTermination(Day(day), Day("2028-12-01"), _ => throw new InvalidOperationException("There is nothing left to bill."));

        Assert.Equal(Euros(0m), quote.Fee);
        Assert.Equal([new TerminationStep.RegularEnd(Day("2028-12-01"), Day("2029-01-01"), 0)], quote.Steps);
    }

    [Fact]
    public void Notice_that_is_too_late_makes_the_next_term_the_remainder() // to 1 January 2030: 12 months
    {
        var renewing = Signed(term: new Term(36, 12, 30) { EarlyTermination = new EarlyTermination.RemainingShare(new Percentage(100m)) });

        Assert.Equal(Euros(12_000m), renewing.QuoteTermination(Day("2029-01-01"), Day("2028-12-02"), Recurring).Fee);
    }

    [Fact]
    public void Notice_given_before_counts_from_its_own_day() // given on 1 March: without a fee on 1 April, one month after 1 March
    {
        var evergreen = Signed(term: new Term(null, null, 30) { EarlyTermination = new EarlyTermination.RemainingShare(new Percentage(100m)) });
        evergreen.After("2026-03-01 GiveNotice");

        var quote = evergreen.QuoteTermination(Day("2026-03-16"), Day("2026-03-10"), Recurring);

        Assert.Equal(new TerminationStep.Remainder(new ServicePeriod(Day("2026-03-16"), Day("2026-04-01")), 500m), quote.Steps[1]); // 15 days of thirty
        Assert.Equal(Euros(500m), quote.Fee);
    }

    [Theory]
    [InlineData("2025-12-31", "Scheduled")]
    [InlineData("2029-01-01", "Ended")]
    public void Only_a_running_contract_can_be_left(string day, string status)
    {
        var contract = Signed(term: new Term(36, null, 30));

        var refused = Assert.Throws<AmendmentException>(() => contract.QuoteTermination(Day(day), Day(day), Recurring));

        Assert.Equal($"Contract C-1, {day}: the contract is {status} by then; only one that is running can be terminated.", refused.Message);
    }

    [Fact]
    public void Refuses_a_remainder_below_zero() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Signed(term: Years(new EarlyTermination.RemainingShare(new Percentage(40m)))).QuoteTermination(Day("2027-07-01"), Day("2027-06-15"), _ => -1m));

    [Fact]
    public void Refuses_rules_out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyTermination.Fixed(Euros(-1m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyTermination.RemainingShare(new Percentage(100.0001m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyTermination.RemainingShare(new Percentage(-1m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyTermination.MonthsOrRemainder(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyTermination.Declining([new Percentage(50m), new Percentage(101m)]));
        Assert.Throws<ArgumentException>(() => new EarlyTermination.Declining([]));
    }

    [Fact]
    public void Tables_are_equal_by_content() =>
        Assert.Equal(new EarlyTermination.Declining([new Percentage(50m)]), new EarlyTermination.Declining([new Percentage(50m)]));

    private static TerminationQuote Quote(EarlyTermination rule, string day) =>
        Signed(term: Years(rule)).QuoteTermination(Day(day), Day("2027-06-15"), Recurring);

    private static Term Years(EarlyTermination rule) => new(36, null, 30) { EarlyTermination = rule };

    private static decimal Recurring(ServicePeriod days)
    {
        var months = ((days.End.Year - days.Start.Year) * 12) + days.End.Month - days.Start.Month;
        return 1_000m * ((months * 30) + Math.Min(days.End.Day, 30) - Math.Min(days.Start.Day, 30)) / 30m;
    }

    private static Money Euros(decimal amount) => new(amount, Currency.Eur);
}
