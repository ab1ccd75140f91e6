using Msp.Billing.BreakFix;
using Msp.Billing.BreakFix.Distributions;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>Minimums and steps: what half an hour of work is billed.</summary>
public sealed class BilledHoursTests
{
    [Theory]
    [InlineData(0.25, 0.5)]
    [InlineData(0.25, 1)]
    [InlineData(0.1, 0.5)]
    [InlineData(0.05, 0)]
    [InlineData(2, 0.5)]
    [InlineData(0.25, 0.6)]
    public void The_mean_is_the_sum_over_all_steps(double step, double minimum)
    {
        var hours = new BilledHours(Lognormal.FromMean(0.9, 0.9), step);

        // Σ P(n−1 steps < work ≤ n steps) × what n steps are billed, one by one
        var sum = 0.0;
        for (var n = 1; n < 40_000; n++)
        {
            sum += Math.Max(minimum, n * step) * (hours.Work.Above((n - 1) * step) - hours.Work.Above(n * step));
        }

        Assert.Equal(sum, hours.Mean(minimum), 1e-8);
        Assert.Equal(sum, hours.Distribution(minimum).Sum(atom => atom.Hours * atom.Probability), 1e-9);
        Assert.Equal(1, hours.Distribution(minimum).Sum(atom => atom.Probability), 1e-12);
    }

    [Fact]
    public void Nine_tenths_of_an_hour_on_average_are_billed_as_more() =>
        // 0.5 h least by phone, 1 h on site, quarter hours
        Assert.Equal((1.07, 1.32), (Round(0.5), Round(1)));

    [Fact]
    public void A_minimum_of_a_day_is_billed_for_every_call() =>
        Assert.Equal(8, new BilledHours(Lognormal.FromMean(0.1, 0.1), 0.25).Mean(8), 1e-12);

    [Fact]
    public void Work_of_wide_spread_is_cut_and_keeps_its_mean()
    {
        var hours = new BilledHours(Lognormal.FromMean(2, 2), 0.05);

        Assert.Equal(hours.Mean(0.5), hours.Distribution(0.5).Sum(atom => atom.Hours * atom.Probability), 1e-4);
    }

    private static double Round(double minimum) => Math.Round(new BilledHours(Lognormal.FromMean(0.9, 0.9), 0.25).Mean(minimum), 2);
}
