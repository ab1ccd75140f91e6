using Msp.Billing.BreakFix.Distributions;

namespace Msp.Billing.Tests.BreakFix.Distributions;

/// <summary>Means and variances of compound sums, by hand.</summary>
public sealed class CompoundSumTests
{
    private static readonly Lognormal Unit = Lognormal.FromMean(1, 0.5);

    [Fact]
    public void Mean_and_variance_are_rate_times_moments()
    {
        // X = 40 + 60 L: E[X] = 100; E[X²] = 1,600 + 4,800 + 3,600 e^0.25
        var sum = Poisson(3, new JumpPart(1, 40, 60));

        Assert.Equal(300, sum.Mean, 1e-9);
        Assert.Equal(3 * (6_400 + (3_600 * Math.Exp(0.25))), sum.Variance, 1e-6);
    }

    [Fact]
    public void An_uncertain_rate_adds_the_square_of_the_mean_over_its_shape() =>
        // 300² / 4 = 22,500 more
        Assert.Equal(
            22_500,
            new CompoundSum(new Frequency(3, 4), Of(new JumpPart(1, 40, 60))).Variance - Poisson(3, new JumpPart(1, 40, 60)).Variance,
            1e-6);

    [Fact]
    public void Ways_are_weighed_and_a_charge_comes_on_top()
    {
        var charge = new DiscreteAmounts();
        charge.Add(100, 0.5);
        charge.Add(300, 0.5);

        // a quarter 10 L with a charge of 200 on average, a half 20, a quarter nothing
        var jump = new Jump(Unit, double.PositiveInfinity, charge, new JumpPart(0.25, 0, 10, Charged: true), new JumpPart(0.5, 20, 0), new JumpPart(0.25, 0, 0));
        var (mean, second) = jump.Moments(double.PositiveInfinity);

        Assert.Equal(0.75, jump.Weight);
        Assert.Equal((0.25 * 210) + (0.5 * 20), mean, 1e-9);
        Assert.Equal((0.25 * (50_000 + (2 * 200 * 10) + (100 * Math.Exp(0.25)))) + (0.5 * 400), second, 1e-6);
    }

    [Fact]
    public void A_limit_of_nothing_costs_nothing() =>
        Assert.True(new CompoundSum(Frequency.Poisson(1), new Jump(Unit, 0, null, new JumpPart(1, 0, 100))).IsNothing);

    private static CompoundSum Poisson(double rate, JumpPart part) => new(Frequency.Poisson(rate), Of(part));

    private static Jump Of(JumpPart part) => new(Unit, double.PositiveInfinity, null, part);
}
