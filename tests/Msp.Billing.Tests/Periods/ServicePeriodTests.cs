using System.Globalization;
using CsCheck;
using Msp.Billing.Periods;

namespace Msp.Billing.Tests.Periods;

public sealed class ServicePeriodTests
{
    private static readonly Gen<ServicePeriod> Periods = Gen.Select(Gen.Int[738_000, 738_060], Gen.Int[0, 40], (start, days) =>
        new ServicePeriod(DateOnly.FromDayNumber(start), DateOnly.FromDayNumber(start + days)));

    [Theory]
    [InlineData("2026-03-01", "2026-04-01", 31)]
    [InlineData("2024-02-01", "2024-03-01", 29)]
    [InlineData("2026-03-29", "2026-03-30", 1)] // the day on which clocks change is one day
    [InlineData("2026-03-01", "2026-03-01", 0)]
    public void Counts_days_without_the_end(string start, string end, int days) => Assert.Equal(days, Of(start, end).Days);

    [Fact]
    public void Bills_its_first_day_and_not_its_end()
    {
        var march = Of("2026-03-01", "2026-04-01");

        Assert.True(march.Contains(Date("2026-03-01")));
        Assert.True(march.Contains(Date("2026-03-31")));
        Assert.False(march.Contains(Date("2026-04-01")));
        Assert.False(march.Contains(Date("2026-02-28")));
        Assert.Equal(Date("2026-03-31"), march.LastDay);
    }

    [Fact]
    public void Refuses_to_end_before_it_starts() => Assert.Throws<ArgumentOutOfRangeException>(() => Of("2026-03-02", "2026-03-01"));

    [Fact]
    public void An_empty_period_has_no_last_day_and_overlaps_nothing()
    {
        var empty = Of("2026-03-10", "2026-03-10");

        Assert.True(empty.IsEmpty);
        Assert.False(empty.Overlaps(Of("2026-03-01", "2026-04-01")));
        Assert.Throws<InvalidOperationException>(() => empty.LastDay);
        Assert.Equal(0, default(ServicePeriod).Days);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-04-01", "2026-03-10", "2026-03-20", "[2026-03-10, 2026-03-20)")]
    [InlineData("2026-03-01", "2026-04-01", "2026-03-20", "2026-05-01", "[2026-03-20, 2026-04-01)")]
    [InlineData("2026-03-01", "2026-04-01", "2026-04-01", "2026-05-01", "[2026-04-01, 2026-04-01)")]
    [InlineData("2026-03-01", "2026-04-01", "2026-06-01", "2026-07-01", "[2026-06-01, 2026-06-01)")]
    public void Shares_the_days_of_both(string start, string end, string otherStart, string otherEnd, string common) =>
        Assert.Equal(common, Of(start, end).Intersect(Of(otherStart, otherEnd)).ToString());

    [Fact]
    public void The_common_days_are_those_in_both() =>
        Gen.Select(Periods, Periods).Sample((left, right) =>
        {
            var common = left.Intersect(right);
            Assert.Equal(common.Days, Enumerable.Range(0, left.Days).Count(day => right.Contains(left.Start.AddDays(day))));
            Assert.Equal(!common.IsEmpty, left.Overlaps(right));
        });

    private static ServicePeriod Of(string start, string end) => new(Date(start), Date(end));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
