using System.Globalization;
using CsCheck;
using Msp.Billing.Periods;

namespace Msp.Billing.Tests.Periods;

public sealed class ProrationTests
{
    private static readonly Gen<(Cadence Cadence, ServicePeriod Natural)> Naturals =
        from start in Gen.Int[730_000, 745_000]
        from months in Gen.OneOf(1, 3, 6, 12)
        let first = DateOnly.FromDayNumber(start)
        let anchor = BillingAnchor.OnDay(Math.Min(first.Day, 28), first)
        select (Cadence.Months(months), anchor.Period(Cadence.Months(months), 0));

    [Theory]
    [InlineData("2021-01-27", "2021-02-01", "5/31", "5/30", "4/30")] // R6: 27-31 January
    [InlineData("2021-02-27", "2021-03-01", "2/28", "2/30", "4/30")] // 27-28 February
    [InlineData("2021-04-21", "2021-04-30", "9/30", "9/30", "9/30")] // 21-29 April
    [InlineData("2020-02-15", "2020-03-01", "15/29", "15/30", "16/30")]
    public void A_part_of_a_calendar_month(string start, string end, string actual, string over30, string thirty360)
    {
        var anchor = BillingAnchor.OnDay(1, Date(start));

        Assert.Equal(actual, Share(DayCount.ActualOverActual, anchor, start, end));
        Assert.Equal(over30, Share(DayCount.ActualOver30, anchor, start, end));
        Assert.Equal(thirty360, Share(DayCount.Thirty360, anchor, start, end));
    }

    [Theory]
    [InlineData("2022-05-23", "2022-06-15")]
    [InlineData("2022-06-23", "2022-07-15")]
    [InlineData("2023-02-23", "2023-03-15")]
    [InlineData("2024-02-23", "2024-03-15")] // leap year or not
    public void Months_of_thirty_days_make_the_same_part_of_every_month(string start, string end) =>
        Assert.Equal("22/30", Share(DayCount.Thirty360, BillingAnchor.OnDay(15, Date(start).AddMonths(-1)), start, end));

    [Theory]
    [InlineData("2026-01-01", "2026-02-01")] // 31 days over 30 are never more than the whole
    [InlineData("2020-02-01", "2020-03-01")]
    [InlineData("2021-02-01", "2021-03-01")]
    public void A_whole_period_is_one_under_every_day_count(string start, string end)
    {
        var anchor = BillingAnchor.OnDay(1, Date(start));

        Assert.All(Enum.GetValues<DayCount>(), dayCount => Assert.Equal("1/1", Share(dayCount, anchor, start, end)));
    }

    [Theory]
    [InlineData("2026-01-02", "2026-02-01", "1/1")] // 30 of 31 days
    [InlineData("2026-01-03", "2026-02-01", "29/30")]
    public void Fixed_thirty_days_stop_at_the_whole(string start, string end, string share) =>
        Assert.Equal(share, Share(DayCount.ActualOver30, BillingAnchor.OnDay(1, Date(start)), start, end));

    [Theory]
    [InlineData(1, "2026-01-17", "2026-02-01", "180/365")] // 15 days x 12 months over 365
    [InlineData(12, "2026-01-31", "2027-01-01", "4020/4380")] // 335 days x 12 over 365 x 12
    [InlineData(12, "2024-01-02", "2025-01-01", "1/1")] // 365 of the 366 days of a leap year
    public void The_price_of_a_year_by_days(int months, string start, string end, string share)
    {
        var anchor = BillingAnchor.OnDay(1, Date(start), 1);

        Assert.Equal(share, Share(DayCount.ActualOver365, anchor, start, end, Cadence.Months(months)));
    }

    [Fact]
    public void The_denominator_is_the_whole_natural_quarter() // R5: 910.00 x 32/91 = 320.00, never 32/56
    {
        var anchor = BillingAnchor.OnDay(1, Date("2026-05-20"), 4);

        var share = Share(DayCount.ActualOverActual, anchor, "2026-05-20", "2026-06-21", Cadence.Quarterly);

        Assert.Equal("32/91", share);
        Assert.Equal(320.00m, 910.00m * 32 / 91);
    }

    [Theory]
    [InlineData(DayCount.WholePeriod, "1/1")]
    [InlineData(DayCount.NextWholePeriod, "0/1")]
    public void A_part_can_be_billed_in_full_or_not_at_all(DayCount dayCount, string share) =>
        Assert.Equal(share, Share(dayCount, BillingAnchor.OnDay(1, Date("2026-03-01")), "2026-03-31", "2026-04-01"));

    [Theory]
    [InlineData(DayCount.ActualOver30)]
    [InlineData(DayCount.ActualOver365)]
    [InlineData(DayCount.Thirty360)]
    public void Weeks_are_always_divided_by_their_own_days(DayCount dayCount) =>
        Assert.Equal("3/14", Share(dayCount, BillingAnchor.OnStart(Date("2026-03-02")), "2026-03-04", "2026-03-07", Cadence.Weeks(2)));

    [Fact]
    public void No_day_held_is_nothing() =>
        Assert.All(Enum.GetValues<DayCount>(), dayCount => Assert.Equal(
            Msp.Billing.Periods.Share.Zero, Proration.Of(dayCount, Cadence.Monthly, new ServicePeriod(Date("2026-03-01"), Date("2026-04-01")), 0, 0)));

    [Fact]
    public void A_share_is_never_more_than_the_whole_nor_less_than_nothing() =>
        Gen.Select(Naturals, Gen.Int[0, 400], Gen.Int[0, 400], Gen.Enum<DayCount>()).Sample((line, skip, days, dayCount) =>
        {
            var held = Part(line.Natural, skip, days);
            var share = Of(dayCount, line.Cadence, line.Natural, held);
            return share.Denominator > 0 && share.Numerator >= 0 && share.Numerator <= share.Denominator;
        });

    [Fact]
    public void Two_parts_share_what_they_share_together() =>
        Gen.Select(Naturals, Gen.Int[0, 400], Gen.OneOf(DayCount.ActualOverActual, DayCount.Thirty360)).Sample((line, cut, dayCount) =>
        {
            var days = line.Natural.Days;
            var first = Part(line.Natural, 0, cut % days);
            var rest = new ServicePeriod(first.End, line.Natural.End);
            var (left, right) = (Of(dayCount, line.Cadence, line.Natural, first), Of(dayCount, line.Cadence, line.Natural, rest));
            return ((long)left.Numerator * right.Denominator) + ((long)right.Numerator * left.Denominator) == (long)left.Denominator * right.Denominator;
        });

    [Fact]
    public void Weights_add_up_wherever_days_are_cut() =>
        Gen.Select(Naturals, Gen.Int[0, 400], Gen.Enum<DayCount>()).Sample((line, cut, dayCount) =>
        {
            var first = Part(line.Natural, 0, cut);
            var rest = new ServicePeriod(first.End, line.Natural.End);
            return Proration.Weight(dayCount, line.Cadence, first) + Proration.Weight(dayCount, line.Cadence, rest) ==
                Proration.Weight(dayCount, line.Cadence, line.Natural);
        });

    private static string Share(DayCount dayCount, BillingAnchor anchor, string start, string end, Cadence? cadence = null)
    {
        var held = new ServicePeriod(Date(start), Date(end));
        var every = cadence ?? Cadence.Monthly;
        return Of(dayCount, every, anchor.Period(every, anchor.IndexOf(every, held.Start)), held).ToString();
    }

    private static Share Of(DayCount dayCount, Cadence cadence, ServicePeriod natural, ServicePeriod held) =>
        Proration.Of(dayCount, cadence, natural, held.Days, Proration.Weight(dayCount, cadence, held));

    private static ServicePeriod Part(ServicePeriod natural, int skip, int days)
    {
        var start = natural.Start.AddDays(skip % natural.Days);
        return new ServicePeriod(start, start.AddDays(Math.Min(days, natural.End.DayNumber - start.DayNumber)));
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
