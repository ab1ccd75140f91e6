using Msp.Billing.BreakFix;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>The points of the chart.</summary>
public sealed class CostOverTimeTests
{
    [Fact]
    public void It_begins_with_onboarding()
    {
        Assert.Equal(Firms.Usd(6_750), CostOverTime.After(Firms.FortyFive, Regime.Managed, 0).P90);
        Assert.Equal(Firms.Usd(0), CostOverTime.After(Firms.FortyFive, Regime.BreakFix, 0).P90);
    }

    [Theory]
    [InlineData(Regime.BreakFix)]
    [InlineData(Regime.Managed)]
    [InlineData(Regime.InHouse)]
    public void The_mean_alone_is_the_mean(Regime regime)
    {
        foreach (var months in (int[])[0, 1, 12, 37])
        {
            Assert.Equal(CostOverTime.After(Firms.FortyFive, regime, months).Mean, CostOverTime.MeanAfter(Firms.FortyFive, regime, months));
        }
    }

    [Fact]
    public void A_year_of_break_fix_is_the_year_of_the_comparison()
    {
        var (year, compared) = (CostOverTime.After(Firms.FortyFive, Regime.BreakFix, 12), Comparison.Of(Firms.FortyFive).BreakFix.AllIn);

        Assert.Equal((double)compared.Mean.Amount, (double)year.Mean.Amount, 0.05);
        Assert.Equal(compared.P90, year.P90);
    }

    [Fact]
    public void At_the_end_of_the_term_the_means_are_those_of_the_years() =>
        // onboarding in full: 3 × a third
        Assert.Equal(3 * Comparison.Of(Firms.FortyFive).Managed.Mean(), (double)CostOverTime.After(Firms.FortyFive, Regime.Managed, 36).Mean.Amount, 0.1);

    [Fact]
    public void The_band_of_three_years_is_relatively_narrower_and_does_not_vanish()
    {
        var (one, three) = (Width(12), Width(36));

        // years even out, except for what the rate of calls turns out to be
        Assert.InRange(three, 0.6 * one, 0.98 * one);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(121)]
    public void Months_are_within_ten_years(int months) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CostOverTime.After(Firms.FortyFive, Regime.Managed, months));

    private static double Width(int months)
    {
        var figures = CostOverTime.After(Firms.FortyFive, Regime.BreakFix, months);
        return (double)((figures.P90 - figures.P10).Amount / figures.Mean.Amount);
    }
}
