using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Tests.Invoicing;

namespace Msp.Billing.Tests.Rating;

/// <summary>Which periods a line has, and when each falls due.</summary>
public sealed class DuePeriodsTests
{
    private static string[] Starts(string start, int anchorDay, Cadence cadence, string through, int? month = null)
    {
        var charge = new Charge("charge", "Charge", BillingUnit.Flat, Pricing.Flat(1m, Currency.Eur)) { Cadence = cadence };
        var terms = new ContractTerms(Currency.Eur, Rated.Day(start), new ContractLine(1, charge, 1))
        {
            Anchor = BillingAnchor.OnDay(anchorDay, Rated.Day(start), month),
        };
        return [.. new Books(terms).Run(through)?.Lines.Select(line => $"{line.Days.Start:MM-dd}..{line.Days.LastDay:MM-dd}") ?? []];
    }

    // R1: 31 December 2022: no drift to the 28th, and 29 February in 2024
    [Fact]
    public void Month_ends_come_back_to_the_31st() => Assert.Equal(
        ["12-31..01-30", "01-31..02-27", "02-28..03-30", "03-31..04-29", "04-30..05-30", "05-31..06-29"],
        Starts("2022-12-31", 31, Cadence.Monthly, "2023-05-31"));

    [Fact]
    public void A_leap_day_is_the_month_s_end_in_its_year() => Assert.Equal(
        ["12-31..01-30", "01-31..02-28", "02-29..03-30", "03-31..04-29"],
        Starts("2023-12-31", 31, Cadence.Monthly, "2024-03-31"));

    // R2: to the next anchor: from 31 January with day 30 to 28 February (29 in 2012); from the 16th with day 14 to the 13th
    [Theory]
    [InlineData("2012-01-31", 30, "01-31..02-28")]
    [InlineData("2011-01-31", 30, "01-31..02-27")]
    [InlineData("2012-02-16", 14, "02-16..03-13")]
    [InlineData("2012-04-30", 31, "04-30..05-30")] // 30 April is the month's end
    [InlineData("2017-01-31", 31, "01-31..02-27")]
    public void The_first_part_period_stops_at_the_next_anchor(string start, int day, string first) =>
        Assert.Equal(first, Starts(start, day, Cadence.Monthly, start)[0]);

    // R2 (annual, day 14) is 16 February 2012 to 13 February 2013; and quarters of January, April, July, October
    [Theory]
    [InlineData("2012-02-16", 14, 12, null, "02-16..02-13")]
    [InlineData("2012-01-31", 30, 12, null, "01-31..01-29")]
    [InlineData("2024-01-15", 15, 12, 6, "01-15..06-14")] // the engine's test accepts 17 months; ours stops at the next 15 June
    [InlineData("2024-02-10", 1, 3, 1, "02-10..03-31")]
    [InlineData("2024-12-10", 1, 3, 1, "12-10..12-31")]
    public void Quarters_and_years_stop_at_their_anchor_month(string start, int day, int months, int? month, string first) =>
        Assert.Equal(first, Starts(start, day, Cadence.Months(months), start, month)[0]);

    // 29 February + 1 year = 28 February, + 4 years = 29 February
    [Fact]
    public void Years_from_a_leap_day_end_on_the_28th() => Assert.Equal(
        ["2024-02-29..2025-02-27 due 2024-02-29", "2025-02-28..2026-02-27 due 2025-02-28", "2026-02-28..2027-02-27 due 2026-02-28",
            "2027-02-28..2028-02-28 due 2027-02-28", "2028-02-29..2029-02-27 due 2028-02-29"],
        Rated.Due(
            Rated.History(Rated.Contract(new Charge("charge", "Charge", BillingUnit.Flat, Pricing.Flat(1m, Currency.Eur)) { Cadence = Cadence.Yearly }, 1, "2024-02-29")).Lines[0],
            "2028-12-31"));

    [Fact]
    public void Weeks_are_counted_from_the_start() => Assert.Equal(
        ["2026-01-01..2026-01-14 due 2026-01-01", "2026-01-15..2026-01-28 due 2026-01-15", "2026-01-29..2026-02-11 due 2026-01-29"],
        Rated.Due(
            Rated.History(Rated.Contract(new Charge("charge", "Charge", BillingUnit.Flat, Pricing.Flat(1m, Currency.Eur)) { Cadence = Cadence.Weeks(2) }, 1, "2026-01-01")).Lines[0],
            "2026-02-01"));

    // The line runs 10 January to 20 March (21st not billed): in arrears each month is due when it is over, the last on the 21st.
    [Theory]
    [InlineData("2026-03-20", new[] { "2026-01-01..2026-01-31 due 2026-02-01", "2026-02-01..2026-02-28 due 2026-03-01" })]
    [InlineData("2026-03-21", new[] { "2026-01-01..2026-01-31 due 2026-02-01", "2026-02-01..2026-02-28 due 2026-03-01", "2026-03-01..2026-03-31 due 2026-03-21" })]
    [InlineData("2026-01-31", new string[0])]
    public void Arrears_are_due_when_the_period_or_the_line_is_over(string through, string[] due)
    {
        var charge = new Charge("charge", "Charge", BillingUnit.Flat, Pricing.Flat(1m, Currency.Eur)) { Timing = ChargeTiming.Arrears };

        Assert.Equal(due, Rated.Due(Rated.History(Rated.Contract(charge, 1, "2026-01-10", "2026-03-21", "2026-01-01")).Lines[0], through));
    }

    // A month in which nothing is held is no period; one that begins suspended is due when service is taken up again.
    [Fact]
    public void A_suspended_month_is_left_out()
    {
        var contract = Rated.Contract(Rated.Flat(1m), 1, "2026-01-01");
        contract.Move(Books.From("2026-01-20"), ContractAction.Suspend);
        contract.Move(Books.From("2026-03-10"), ContractAction.Resume);

        Assert.Equal(
            ["2026-01-01..2026-01-31 due 2026-01-01", "2026-03-01..2026-03-31 due 2026-03-10", "2026-04-01..2026-04-30 due 2026-04-01"],
            Rated.Due(Rated.History(contract).Lines[0], "2026-04-01"));
    }

    // A period that ended on the recheck day itself is left out; the one that holds it is not.
    [Theory]
    [InlineData("2026-02-01", new[] { "2026-02-01..2026-02-28 due 2026-02-01", "2026-03-01..2026-03-31 due 2026-03-01" })]
    [InlineData("2026-01-31", new[] { "2026-01-01..2026-01-31 due 2026-01-01", "2026-02-01..2026-02-28 due 2026-02-01", "2026-03-01..2026-03-31 due 2026-03-01" })]
    [InlineData("2026-02-28", new[] { "2026-02-01..2026-02-28 due 2026-02-01", "2026-03-01..2026-03-31 due 2026-03-01" })]
    [InlineData("2027-01-01", new string[0])]
    public void Periods_that_ended_by_a_day_can_be_left_out(string after, string[] due) =>
        Assert.Equal(due, Rated.Due(Rated.History(Rated.Contract(Rated.Flat(1m), 1, "2026-01-01")).Lines[0], "2026-03-01", after));

    [Theory]
    [InlineData("2026-01-01", new[] { "2026-01-01..2026-01-01 due 2026-01-01" })]
    [InlineData("2026-01-02", new string[0])]
    public void A_charge_billed_once_has_a_period_of_its_first_day(string after, string[] due) => Assert.Equal(
        due,
        Rated.Due(
            Rated.History(Rated.Contract(new Charge("charge", "Charge", BillingUnit.Piece, Pricing.PerUnit(1m, Currency.Eur)) { Timing = ChargeTiming.Once }, 1, "2026-01-01")).Lines[0],
            "2026-03-01", after));

    // Removed on its first day: nothing is held, so nothing is due; a period in arrears of it would be due at its end.
    [Fact]
    public void A_line_that_is_never_held_has_no_due_periods()
    {
        var contract = Rated.Contract(new Charge("charge", "Charge", BillingUnit.Flat, Pricing.Flat(1m, Currency.Eur)) { Timing = ChargeTiming.Arrears }, 1, "2026-01-01");
        contract.RemoveLine(Books.From("2026-01-01"), 1);
        var line = Rated.History(contract).Lines[0];

        Assert.Empty(Rated.Due(line, "2027-01-01"));
        Assert.Equal(Rated.Day("2026-02-01"), line.DueDay(line.PeriodFrom(Rated.Day("2026-01-10"))));
    }
}
