using System.Globalization;
using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>From estimates to what is shown: the one place where a statistic becomes money, and where money becomes a round figure.</summary>
/// <remarks>A statistic of this model deserves two figures: 73,812.44 is shown as 74,000. More would pretend to know.</remarks>
public static class SignificantFigures
{
    /// <summary>How many figures the pages show.</summary>
    public const int Shown = 2;

    /// <summary>An amount with its first figures, half away from zero; never finer than the currency's minor unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="figures"/> is not from 1 to 15.</exception>
    /// <exception cref="OverflowException">The result is beyond what can be stored.</exception>
    public static Money Of(Money amount, int figures = Shown) =>
        Rounding.ToMoney(Of(amount.Amount, figures), amount.Currency, RoundingMode.HalfAwayFromZero);

    /// <summary>A number with its first figures, half away from zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="figures"/> is not from 1 to 15.</exception>
    public static decimal Of(decimal number, int figures = Shown)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(figures, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(figures, 15);
        var (least, most, unit) = (Power(figures - 1), Power(figures), 1m);
        while (number != 0 && Math.Abs(number / unit) >= most)
        {
            unit *= 10;
        }

        while (number != 0 && Math.Abs(number / unit) < least && unit > 0.0000000001m)
        {
            unit /= 10;
        }

        return decimal.Round(number / unit, 0, MidpointRounding.AwayFromZero) * unit;
    }

    /// <summary>An estimate as a decimal number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is none, or beyond a decimal.</exception>
    public static decimal Of(double estimate, int figures = Shown) => Of(ToDecimal(estimate), figures);

    /// <summary>An estimate as money, rounded half away from zero to the minor unit.</summary>
    internal static Money ToMoney(double estimate, Currency currency) =>
        Rounding.ToMoney(ToDecimal(estimate), currency, RoundingMode.HalfAwayFromZero);

    private static decimal ToDecimal(double estimate) => Math.Abs(estimate) < 1e27
        ? (decimal)estimate
        : throw new ArgumentOutOfRangeException(
            nameof(estimate), string.Create(CultureInfo.InvariantCulture, $"{estimate} is no amount that anybody pays. Check the numbers of the comparison."));

    private static decimal Power(int figures)
    {
        var power = 1m;
        for (var i = 0; i < figures; i++)
        {
            power *= 10;
        }

        return power;
    }
}
