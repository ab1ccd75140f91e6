using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>Two figures, not more.</summary>
public sealed class SignificantFiguresTests
{
    [Theory]
    [InlineData("73812.44", "74000")]
    [InlineData("-73812.44", "-74000")]
    [InlineData("74500", "75000")]
    [InlineData("99500", "100000")]
    [InlineData("994.99", "990")]
    [InlineData("12.49", "12")]
    [InlineData("1.249", "1.2")]
    [InlineData("0.5002511", "0.5")]
    [InlineData("0.03555", "0.036")]
    [InlineData("0", "0")]
    public void A_number_has_two_figures(string number, string expected) =>
        Assert.Equal(Parse(expected), SignificantFigures.Of(Parse(number)));

    [Theory]
    [InlineData("115.06", 3, "115")]
    [InlineData("115.06", 1, "100")]
    public void More_can_be_asked_for(string number, int figures, string expected) =>
        Assert.Equal(Parse(expected), SignificantFigures.Of(Parse(number), figures));

    [Fact]
    public void Money_stays_money() => Assert.Equal(Firms.Usd(94_000), SignificantFigures.Of(Firms.Usd(93_937.07m)));

    [Fact]
    public void Money_is_never_finer_than_its_minor_unit() => Assert.Equal(new Money(1m, Currency.Jpy), SignificantFigures.Of(new Money(1m, Currency.Jpy)));

    [Fact]
    public void An_estimate_is_rounded_half_away_from_zero() =>
        Assert.Equal((Firms.Usd(0.13m), Firms.Usd(-0.13m)), (SignificantFigures.ToMoney(0.125, Currency.Usd), SignificantFigures.ToMoney(-0.125, Currency.Usd)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e28)]
    public void What_nobody_pays_is_refused(double estimate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SignificantFigures.ToMoney(estimate, Currency.Usd));

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
