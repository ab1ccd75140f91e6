using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;
using Msp.Billing.Tests.Invoicing;

namespace Msp.Billing.Tests.Ledger;

/// <summary>Revenue that is earned day by day.</summary>
public sealed class DeferralTests
{
    [Theory]
    [InlineData("2026-02-28", 0)]       // the day before: nothing
    [InlineData("2026-03-01", 3226)]    // 100000 × 1 / 31 = 3225.81
    [InlineData("2026-03-10", 32258)]   // 100000 × 10 / 31 = 32258.06
    [InlineData("2026-03-30", 96774)]   // 100000 × 30 / 31 = 96774.19
    [InlineData("2026-03-31", 100000)]
    [InlineData("2026-04-30", 100000)]
    public void A_thousand_over_March_is_earned_by_its_days(string day, long earned)
    {
        Assert.Equal(earned, March(100_000).EarnedThrough(Books.Day(day)));
        Assert.Equal(-earned, March(-100_000).EarnedThrough(Books.Day(day)));
    }

    [Fact]
    public void A_year_is_earned_by_the_days_of_its_months()
    {
        var year = new Deferral(Revenue, Currency.Eur, 120_000, Books.Days("2026-01-15", "2027-01-14"));

        // 120000 × days / 365, cumulated and rounded: 17, 45, 76, 106, 137, 167, 198, 229, 259, 290, 320, 351, 365 days.
        long[] cumulated = [5589, 14795, 24986, 34849, 45041, 54904, 65096, 75288, 85151, 95342, 105205, 115397, 120000];
        Assert.Equal(cumulated.Select((sum, i) => sum - (i == 0 ? 0 : cumulated[i - 1])), year.Schedule().Select(month => month.MinorUnits));
        Assert.Equal(Books.Day("2026-01-31"), year.Schedule().First().MonthEnd);
    }

    // Parts sum to the whole, no day differs from another by more than one minor unit, and no sum is further than half a unit from its exact share.
    [Fact]
    public void It_closes_to_zero_for_any_amount_and_days() => Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[1, 1200], Gen.Int[0, 40]).Sample(
        (units, days, start) =>
        {
            var first = Books.Day("2026-01-01").AddDays(start);
            var deferral = new Deferral(Revenue, Currency.Eur, units, new ServicePeriod(first, first.AddDays(days)));
            var sum = 0L;
            for (var i = 0; i < days; i++)
            {
                var earned = deferral.EarnedIn(new ServicePeriod(first.AddDays(i), first.AddDays(i + 1)));
                Assert.InRange(earned - (units / days), -1, 1);
                sum += earned;
                Assert.True(Int128.Abs(((Int128)sum * days) - ((Int128)units * (i + 1))) * 2 <= days);
            }

            Assert.Equal(units, sum);
            Assert.Equal(units, deferral.Schedule().Sum(month => month.MinorUnits));
        },
        iter: 300);

    private static Account Revenue => AccountMap.Standard.RevenueOf("");

    private static Deferral March(long units) => new(Revenue, Currency.Eur, units, Books.Days("2026-03-01", "2026-03-31"));
}
