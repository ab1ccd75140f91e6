using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using Msp.Billing.BreakFix.Distributions;

namespace Msp.Billing.Tests.BreakFix.Distributions;

/// <summary>The lognormal distribution, against MathNet.Numerics.</summary>
public sealed class LognormalTests
{
    private static readonly Lognormal Loss = Lognormal.FromMean(115_000, 1.78);

    [Fact]
    public void The_spread_of_losses_follows_from_their_mean_and_median() =>
        // σ = √(2 ln(mean / median)): 175 and 36 thousand
        Assert.Equal(1.78, Math.Sqrt(2 * Math.Log(175.0 / 36)), 0.005);

    [Fact]
    public void The_median_follows_from_the_mean() =>
        // 115,000 × e^(−1.78² / 2) = 115,000 × 0.20511
        Assert.Equal(23_588, Loss.Quantile(0.5), 1.0);

    [Fact]
    public void The_mean_follows_from_the_median() =>
        // 2 h × e^½
        Assert.Equal(3.297, Lognormal.FromMedian(2, 1).Mean, 0.0005);

    [Theory]
    [InlineData(1_000)]
    [InlineData(50_000)]
    [InlineData(2_000_000)]
    public void What_is_borne_up_to_a_limit_is_the_integral_of_what_lies_above(double limit)
    {
        var oracle = new LogNormal(Loss.Location, Loss.Spread);

        Assert.Equal(1 - oracle.CumulativeDistribution(limit), Loss.Above(limit), 1e-14);
        Assert.Equal(oracle.Density(limit), Loss.Density(limit), 1e-15);
        Integrates(Loss.LimitedMean(limit), x => 1 - oracle.CumulativeDistribution(x), limit);
        Integrates(Loss.LimitedSecondMoment(limit), x => 2 * x * (1 - oracle.CumulativeDistribution(x)), limit);
    }

    [Fact]
    public void Without_a_limit_all_is_borne()
    {
        Assert.Equal(115_000, Loss.LimitedMean(double.PositiveInfinity), 1e-6);
        Assert.Equal(Loss.Mean * Loss.Mean * Math.Exp(1.78 * 1.78), Loss.LimitedSecondMoment(double.PositiveInfinity), 1e-2);
        Assert.Equal(0, Loss.LimitedMean(0));
    }

    private static void Integrates(double expected, Func<double, double> density, double limit) =>
        Assert.Equal(1, expected / GaussLegendreRule.Integrate(density, 0, limit, 1024), 1e-6);
}
