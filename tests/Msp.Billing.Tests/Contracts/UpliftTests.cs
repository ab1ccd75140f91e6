using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using static Msp.Billing.Tests.Contracts.Agreements;

namespace Msp.Billing.Tests.Contracts;

/// <summary>What 100.00 a user from 1 January 2026 becomes.</summary>
public sealed class UpliftTests
{
    [Theory]
    [InlineData("2026-12-31", "100")]
    [InlineData("2027-01-01", "130")] // R16: 30 % compounds
    [InlineData("2028-01-01", "169")]
    [InlineData("2029-01-01", "219.7")]
    [InlineData("2030-01-01", "285.61")]
    [InlineData("2030-12-31", "285.61")]
    public void A_yearly_percentage_compounds_on_each_anniversary(string day, string price) =>
        Assert.Equal(Number(price), PriceOn(Signed(uplift: Uplift.EveryYear(30m)), day));

    [Theory]
    [InlineData("2025-02-27", "100")]
    [InlineData("2025-02-28", "103")] // 29 February and a year
    [InlineData("2028-02-28", "109.2727")]
    [InlineData("2028-02-29", "112.550881")]
    public void The_anniversary_of_a_leap_day_is_the_28th_and_comes_back(string day, string price) =>
        Assert.Equal(Number(price), PriceOn(Signed(start: "2024-02-29", uplift: Uplift.EveryYear(3m)), day));

    [Theory]
    [InlineData("2026-06-30", "100")]
    [InlineData("2026-07-01", "103")] // in the first year already
    [InlineData("2027-06-30", "103")]
    [InlineData("2027-07-01", "106.09")]
    public void A_set_day_of_each_year(string day, string price) =>
        Assert.Equal(Number(price), PriceOn(Signed(uplift: Uplift.EveryYearOn(3m, 7, 1)), day));

    [Theory]
    [InlineData("2027-06-30", "100")]
    [InlineData("2027-07-01", "103")]
    public void Not_before_an_agreed_day(string day, string price) =>
        Assert.Equal(Number(price), PriceOn(Signed(uplift: Uplift.EveryYearOn(3m, 7, 1).StartingFrom(Day("2027-01-01"))), day));

    [Theory]
    [InlineData(2, 1, "2027-02-01 2028-02-01")] // 1 February 2026 is before the start
    [InlineData(7, 1, "2027-07-01 2028-07-01")] // the start itself is no step
    [InlineData(8, 1, "2026-08-01 2027-08-01 2028-08-01")]
    public void Set_days_are_those_after_the_start(int month, int day, string days) =>
        Assert.Equal(days, string.Join(' ', Uplift.EveryYearOn(3m, month, day).StepsBefore(Day("2026-07-01"), Day("2029-01-01")).Select(step => FormattableString.Invariant($"{step.Day:yyyy-MM-dd}"))));

    [Fact]
    public void A_set_day_that_is_the_start_itself_begins_a_year_later()
    {
        var contract = Signed(uplift: Uplift.EveryYearOn(3m, 1, 1));

        Assert.Equal([100m, 100m, 103m], new[] { "2026-01-01", "2026-12-31", "2027-01-01" }.Select(day => PriceOn(contract, day)));
    }

    [Theory]
    [InlineData("2026-03-31", "100")]
    [InlineData("2026-04-01", "110")]
    [InlineData("2027-04-01", "104.5")] // 110 less 5 %
    public void A_schedule_of_steps(string day, string price)
    {
        var ramp = Uplift.OnDays(new UpliftStep(Day("2026-04-01"), new Percentage(10m)), new UpliftStep(Day("2027-04-01"), new Percentage(-5m)));

        Assert.Equal(Number(price), PriceOn(Signed(uplift: ramp), day));
    }

    [Theory]
    [InlineData("100", "103.2", "3.2")]
    [InlineData("120.4", "123.4", "2.4917")] // 2.49169...
    [InlineData("100", "107", "5")] // the cap
    [InlineData("100", "100.5", "1")] // the floor
    [InlineData("100", "95", "1")]
    public void An_index_moves_prices_within_its_bounds(string oldIndex, string newIndex, string step) =>
        Assert.Equal(new Percentage(Number(step)), Uplift.ByPublishedIndex(floor: 1m, cap: 5m).StepFor(Number(oldIndex), Number(newIndex)));

    [Fact]
    public void An_index_without_bounds_can_lower_prices() =>
        Assert.Equal(new Percentage(-5m), Uplift.ByPublishedIndex().StepFor(100m, 95m));

    [Fact]
    public void Published_steps_hold_from_their_day_and_compound()
    {
        var contract = Signed(uplift: Uplift.ByPublishedIndex(cap: 5m));
        contract.PublishIndex(On("2027-01-01"), 100m, 103m);
        contract.PublishIndex(On("2028-01-01"), 103m, 113.3m); // 10 %, capped at 5

        Assert.Equal([100m, 103m, 103m, 108.15m], new[] { "2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01" }.Select(day => PriceOn(contract, day)));
        Assert.Equal(100m, PriceOn(contract, "2028-01-01", Recorded)); // as known before anything was published
    }

    [Fact]
    public void Asking_twice_applies_it_once()
    {
        var contract = Signed(uplift: Uplift.EveryYear(30m));

        Assert.Equal([130m, 130m, 130m], Enumerable.Range(0, 3).Select(_ => PriceOn(contract, "2027-06-01")));
        Assert.Equal(100m, contract.Terms.Lines[0].Charge.Pricing.Price);
    }

    [Fact]
    public void Prices_are_laid_out_as_far_as_they_can_be_stored() // 100.00 x 1.3^97 is more than 9 trillion a user
    {
        var contract = Signed(uplift: Uplift.EveryYear(30m));

        Assert.Equal(100m * (decimal)Math.Pow(1.3, 20), PriceOn(contract, "2046-01-01"), 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractHistory.Of(contract, [], null, Day("2125-01-01")));
    }

    [Fact]
    public void A_new_price_is_the_base_of_later_steps()
    {
        var contract = Signed(uplift: Uplift.EveryYear(10m));
        contract.ChangePrice(On("2027-06-01"), 1, Pricing.PerUnit(90m, Currency.Eur));

        Assert.Equal([110m, 90m, 99m], new[] { "2027-05-31", "2027-06-01", "2028-01-01" }.Select(day => PriceOn(contract, day)));
    }

    [Fact]
    public void A_line_that_is_never_revised_stays()
    {
        var line = new ContractLine(1, Users().Charge, 1m) { NeverUplifted = true };
        var contract = new Contract("C-1", "K-1", new ContractTerms(Currency.Eur, Day("2026-01-01"), line) { Uplift = Uplift.EveryYear(30m) }, Recorded, ContractStatus.Scheduled);

        Assert.Equal(100m, PriceOn(contract, "2029-01-01"));
    }

    [Theory]
    [InlineData(0, "2027-01-01")]
    [InlineData(60, "2026-11-02")]
    public void Tells_the_customer_in_time(int days, string noticeDay)
    {
        var uplift = Uplift.EveryYear(3m).StartingFrom(Day("2027-01-01")).WithNotice(days);

        Assert.Equal(Day(noticeDay), uplift.NoticeDayOf(Day("2027-01-01")));
        Assert.Equal(Day("2027-01-01"), uplift.NotBefore.GetValueOrDefault());
    }

    [Fact]
    public void Refuses_what_cannot_be_agreed()
    {
        var step = new UpliftStep(Day("2027-01-01"), new Percentage(3m));

        Assert.Throws<ArgumentException>(() => Uplift.OnDays());
        Assert.Throws<ArgumentException>(() => Uplift.OnDays(step, step));
        Assert.Throws<ArgumentException>(() => Uplift.ByPublishedIndex(floor: 5m, cap: 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Uplift.ByPublishedIndex().StepFor(0m, 100m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Uplift.ByPublishedIndex().StepFor(100m, -1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Uplift.EveryYear(3m).WithNotice(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Uplift.EveryYearOn(3m, 2, 30));
        Assert.Throws<InvalidOperationException>(() => Uplift.OnDays(step).StartingFrom(Day("2027-01-01")));
    }

    private static decimal PriceOn(Contract contract, string day, DateTimeOffset? knownAt = null) =>
        ContractHistory.Of(contract, [], knownAt).Lines[0].PriceOn(Day(day)).Price;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
