using Msp.Billing.BreakFix.Distributions;
using Oracle = MathNet.Numerics.Distributions.Normal;

namespace Msp.Billing.Tests.BreakFix.Distributions;

/// <summary>The normal distribution, against MathNet.Numerics.</summary>
public sealed class NormalTests
{
    [Fact]
    public void Below_agrees()
    {
        for (var x = -9.5; x < 9.5; x += 0.0137)
        {
            Assert.Equal(Oracle.CDF(0, 1, x), Normal.Below(x), 5e-15);
        }
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(0, 0.5)]
    public void Below_has_ends_and_a_middle(double x, double expected) => Assert.Equal(expected, Normal.Below(x));

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959964)]
    [InlineData(0.05, -1.644854)]
    public void Quantile_is_that_of_the_tables(double probability, double expected) => Assert.Equal(expected, Normal.Quantile(probability), 1e-6);

    [Fact]
    public void Density_agrees() => Assert.Equal(Oracle.PDF(0, 1, 1.3), Normal.Density(1.3), 1e-15);
}
