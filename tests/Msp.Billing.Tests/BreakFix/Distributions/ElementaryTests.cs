using Msp.Billing.BreakFix.Distributions;

namespace Msp.Billing.Tests.BreakFix.Distributions;

/// <summary>Own elementary functions, against those of the machine.</summary>
public sealed class ElementaryTests
{
    [Fact]
    public void Exponential_agrees_with_the_machine()
    {
        for (var x = -700.0; x < 709; x += 0.37)
        {
            Near(Math.Exp(x), Elementary.Exp(x));
        }
    }

    [Fact]
    public void Logarithm_agrees_with_the_machine()
    {
        for (var x = 1e-300; x < 1e300; x *= 1.7)
        {
            Near(Math.Log(x), Elementary.Log(x));
        }

        for (var x = 0.5; x < 2; x += 0.001)
        {
            Assert.Equal(Math.Log(x), Elementary.Log(x), 1e-15);
        }
    }

    [Fact]
    public void Sine_and_cosine_agree_with_the_machine()
    {
        for (var x = -100_000.0; x < 100_000; x += 17.3)
        {
            var (sine, cosine) = Elementary.SineCosine(x);
            Assert.Equal(Math.Sin(x), sine, 1e-15);
            Assert.Equal(Math.Cos(x), cosine, 1e-15);
        }
    }

    [Fact]
    public void Arctangent_agrees_with_the_machine()
    {
        for (var x = -50.0; x < 50; x += 0.013)
        {
            Assert.Equal(Math.Atan(x), Elementary.Arctangent(x), 1e-15);
        }
    }

    [Theory]
    [InlineData(-1000, 0)]
    [InlineData(1000, double.PositiveInfinity)]
    [InlineData(0, 1)]
    public void Exponential_has_ends(double x, double expected) => Assert.Equal(expected, Elementary.Exp(x));

    [Fact]
    public void Power_is_repeated_multiplication() => Near(1.08 * 1.08 * 1.08, Elementary.Power(1.08, 3));

    // These bits were written down once. They must come out on every machine: quotes are shown again years later, elsewhere.
    [Fact]
    public void Every_machine_gives_the_same_bits()
    {
        Assert.Equal(4_614_921_607_118_167_741, BitConverter.DoubleToInt64Bits(Elementary.Exp(1.234567)));
        Assert.Equal(4_596_760_019_254_402_396, BitConverter.DoubleToInt64Bits(Elementary.Log(1.234567)));
        Assert.Equal(4_606_678_064_563_159_306, BitConverter.DoubleToInt64Bits(Elementary.SineCosine(1.234567).Sine));
        Assert.Equal(4_606_191_511_056_936_790, BitConverter.DoubleToInt64Bits(Elementary.Arctangent(1.234567)));
        Assert.Equal(4_606_205_175_074_487_275, BitConverter.DoubleToInt64Bits(Normal.Below(1.234567)));
    }

    private static void Near(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-15 * Math.Abs(expected), $"{actual:R} is not {expected:R}.");
}
