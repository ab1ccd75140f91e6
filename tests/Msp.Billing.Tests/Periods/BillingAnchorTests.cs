using System.Globalization;
using CsCheck;
using Msp.Billing.Periods;

namespace Msp.Billing.Tests.Periods;

public sealed class BillingAnchorTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[Date("1990-01-01").DayNumber, Date("2090-12-31").DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<Cadence> Cadences = Gen.OneOf(
        Gen.OneOf(1, 3, 6, 12, 24, 36).Select(Cadence.Months),
        Gen.Int[1, 17].Select(Cadence.Months),
        Gen.Int[1, 8].Select(Cadence.Weeks),
        Gen.Int[1, 90].Select(Cadence.Days));

    private static readonly Gen<BillingAnchor> Anchors = Gen.OneOf(
        Days.Select(BillingAnchor.OnStart),
        Gen.Select(Gen.Int[1, 31], Days, Gen.Int[1, 12], (day, start, month) => BillingAnchor.OnDay(day, start, month)));

    [Theory]
    [InlineData("2022-12-31", "2023-01-31 2023-02-28 2023-03-31 2023-04-30 2023-05-31")] // R1: the 31st comes back
    [InlineData("2023-12-31", "2024-01-31 2024-02-29 2024-03-31 2024-04-30")]
    [InlineData("2024-01-30", "2024-02-29 2024-03-30 2024-04-30 2024-05-30")]
    [InlineData("2025-01-29", "2025-02-28 2025-03-29 2025-04-29")]
    [InlineData("2026-03-15", "2026-04-15 2026-05-15 2026-06-15")]
    public void Months_are_counted_from_the_start_and_never_drift(string start, string next) =>
        Assert.Equal(next, Boundaries(BillingAnchor.OnStart(Date(start)), Cadence.Monthly, next));

    [Theory]
    [InlineData("2024-02-29", "2025-02-28 2026-02-28 2027-02-28 2028-02-29")] // R3
    [InlineData("2020-02-28", "2021-02-28 2022-02-28 2023-02-28 2024-02-28")]
    [InlineData("2023-08-31", "2024-08-31 2025-08-31")]
    public void Years_of_a_leap_day_end_on_the_28th_and_come_back(string start, string next) =>
        Assert.Equal(next, Boundaries(BillingAnchor.OnStart(Date(start)), Cadence.Yearly, next));

    [Theory]
    [InlineData("2025-11-30", 3, "2026-02-28 2026-05-30 2026-08-30")]
    [InlineData("2025-08-31", 6, "2026-02-28 2026-08-31")]
    [InlineData("2024-02-29", 36, "2027-02-28 2030-02-28 2033-02-28 2036-02-29")]
    public void Several_months_are_counted_from_the_start(string start, int months, string next) =>
        Assert.Equal(next, Boundaries(BillingAnchor.OnStart(Date(start)), Cadence.Months(months), next));

    [Theory]
    [InlineData("2012-01-31", 30, null, 1, "2012-02-29")] // R2: to the bill day, which February does not have
    [InlineData("2012-02-16", 14, null, 1, "2012-03-14")]
    [InlineData("2012-02-16", 14, null, 12, "2013-02-14")]
    [InlineData("2012-01-31", 30, null, 12, "2013-01-30")]
    [InlineData("2012-04-30", 31, null, 1, "2012-05-31")]
    [InlineData("2024-01-15", 15, 6, 12, "2024-06-15")] // stops at the next anchor, five months on; never seventeen
    [InlineData("2026-02-10", 1, 1, 3, "2026-04-01")] // quarters of January, April, July, October
    [InlineData("2026-12-31", 31, null, 1, "2027-01-31")]
    public void The_first_part_period_ends_on_the_common_billing_day(string start, int dayOfMonth, int? month, int months, string end)
    {
        var anchor = BillingAnchor.OnDay(dayOfMonth, Date(start), month);
        var cadence = Cadence.Months(months);

        var natural = anchor.Period(cadence, anchor.IndexOf(cadence, Date(start)));

        Assert.True(natural.Contains(Date(start)));
        Assert.Equal(Date(end), natural.End);
    }

    [Fact]
    public void Whole_months_from_a_month_end_leave_no_stub() // R2: 31 January to 31 March 2017 are two periods
    {
        var anchor = BillingAnchor.OnDay(31, Date("2017-01-31"));

        Assert.Equal("[2017-01-31, 2017-02-28) [2017-02-28, 2017-03-31)", $"{anchor.Period(Cadence.Monthly, 0)} {anchor.Period(Cadence.Monthly, 1)}");
    }

    [Theory]
    [InlineData("2W", 0, "2026-01-05")]
    [InlineData("2W", 3, "2026-02-16")] // 5 January + 6 weeks
    [InlineData("10D", 4, "2026-02-14")] // 5 January + 40 days
    [InlineData("1W", -1, "2025-12-29")]
    [InlineData("1M", -1, "2025-12-05")]
    [InlineData("1M", -11, "2025-02-05")]
    [InlineData("3M", -2, "2025-07-05")]
    public void Boundaries_have_a_number_before_and_after_the_anchor(string cadence, int index, string boundary) =>
        Assert.Equal(Date(boundary), BillingAnchor.OnStart(Date("2026-01-05")).Boundary(Parsed(cadence), index));

    [Theory]
    [InlineData("2026-02-27", 0)]
    [InlineData("2026-02-28", 1)] // the clamped boundary itself belongs to the period that it begins
    [InlineData("2026-03-30", 1)]
    [InlineData("2026-03-31", 2)]
    [InlineData("2026-01-30", -1)]
    [InlineData("2025-12-31", -1)]
    [InlineData("2025-12-30", -2)]
    public void Finds_the_period_of_a_day(string day, int index) =>
        Assert.Equal(index, BillingAnchor.OnStart(Date("2026-01-31")).IndexOf(Cadence.Monthly, Date(day)));

    [Fact]
    public void A_day_lies_in_the_period_of_its_index() =>
        Gen.Select(Anchors, Cadences, Days).Sample((anchor, cadence, day) =>
            anchor.Period(cadence, anchor.IndexOf(cadence, day)).Contains(day));

    [Fact]
    public void The_index_of_a_boundary_is_its_number() =>
        Gen.Select(Anchors, Cadences, Gen.Int[-100, 100]).Sample((anchor, cadence, index) =>
            anchor.IndexOf(cadence, anchor.Boundary(cadence, index)) == index);

    [Fact]
    public void Periods_meet_without_a_gap_or_an_overlap() =>
        Gen.Select(Anchors, Cadences).Sample((anchor, cadence) =>
        {
            for (var index = -100; index < 100; index++)
            {
                var (period, next) = (anchor.Period(cadence, index), anchor.Period(cadence, index + 1));
                Assert.True(period.Days > 0, $"{period} is empty");
                Assert.Equal(period.End, next.Start);
            }
        });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(32, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 13)]
    public void Refuses_days_and_months_that_do_not_exist(int day, int month) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BillingAnchor.OnDay(day, Date("2026-01-01"), month));

    [Fact]
    public void Refuses_a_missing_cadence()
    {
        var anchor = BillingAnchor.OnStart(Date("2026-01-01"));

        Assert.Throws<ArgumentOutOfRangeException>(() => anchor.Boundary(default, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => anchor.IndexOf(default, Date("2026-01-01")));
    }

    [Fact]
    public void Refuses_periods_beyond_the_calendar() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BillingAnchor.OnStart(Date("9999-12-01")).Period(Cadence.Monthly, 0));

    private static string Boundaries(BillingAnchor anchor, Cadence cadence, string like) =>
        string.Join(' ', Enumerable.Range(1, like.Split(' ').Length).Select(index => anchor.Boundary(cadence, index).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static Cadence Parsed(string text) => Cadence.TryParse(text, out var cadence) ? cadence : throw new ArgumentException(text);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
