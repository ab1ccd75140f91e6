using System.Globalization;

namespace Msp.Billing.Amounts;

/// <summary>The only place where an exact amount becomes whole minor units.</summary>
/// <remarks>
/// An exact amount is a fraction: a decimal over a whole number, such as 6,750.00 × 16 over 31. It is never divided before
/// it gets here, so there is no rounded day price and no rounded ratio. Thread-safe; allocates nothing.
/// </remarks>
public static class Rounding
{
    /// <summary>The largest and smallest amount that can be stored, in minor units: about 92 quadrillion.</summary>
    public const long MaxMinorUnits = long.MaxValue;

    /// <summary>The most decimals that an amount can be rounded to here. A currency has at most 4, a unit price 6.</summary>
    public const int MaxDecimals = 9;

    /// <summary>Dividing by a one with 28 decimals drops trailing zeros.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    private static readonly ulong[] PowersOfTen =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>Rounds <paramref name="numerator"/> / <paramref name="denominator"/> to the currency's minor unit.</summary>
    /// <exception cref="OverflowException">The amount is beyond what can be stored.</exception>
    public static Money ToMoney(decimal numerator, long denominator, Currency currency, RoundingMode mode) =>
        Money.FromMinorUnits(ToMinorUnits(numerator, denominator, currency.Decimals, mode), currency);

    /// <summary>Rounds an exact decimal to the currency's minor unit.</summary>
    /// <exception cref="OverflowException">The amount is beyond what can be stored.</exception>
    public static Money ToMoney(decimal exact, Currency currency, RoundingMode mode) => ToMoney(exact, 1, currency, mode);

    /// <summary>Rounds <paramref name="numerator"/> / <paramref name="denominator"/> to whole units of 10^-<paramref name="decimals"/>.</summary>
    /// <param name="numerator">In major units, such as euros.</param>
    /// <param name="denominator">Above zero, such as the days of the natural period.</param>
    /// <param name="decimals">0 to <see cref="MaxDecimals"/>; a currency has at most 4.</param>
    /// <param name="mode">What to do with exactly a half.</param>
    /// <returns>The nearest whole number of units, for every numerator and denominator there is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is not above zero, <paramref name="decimals"/> is out of
    /// range or <paramref name="mode"/> is no rounding mode.</exception>
    /// <exception cref="OverflowException">The result is beyond ±<see cref="MaxMinorUnits"/>.</exception>
    public static long ToMinorUnits(decimal numerator, long denominator, int decimals, RoundingMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        CheckDecimals(decimals);
        if (mode is not (RoundingMode.HalfAwayFromZero or RoundingMode.HalfToEven))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such rounding mode.");
        }

        var mantissa = Mantissa(numerator);
        var power = decimals - numerator.Scale;
        if (mantissa > ulong.MaxValue || !TryNarrow((ulong)mantissa, (ulong)denominator, power, mode, out var units))
        {
            units = Wide(mantissa, (ulong)denominator, power, mode);
        }

        return units > long.MaxValue ? throw TooLarge() : decimal.IsNegative(numerator) ? -(long)units : (long)units;
    }

    /// <summary>The exact product of two factors.</summary>
    /// <remarks>The operator of <see cref="decimal"/> silently rounds a product of more than 28 digits; the invoice would then be rounded twice.</remarks>
    /// <exception cref="OverflowException">The product has more than 28 digits, or more than 28 decimals, trailing zeros of the factors not counted.</exception>
    internal static decimal Multiply(decimal left, decimal right)
    {
        var product = left * right;
        if (product.Scale == left.Scale + right.Scale || left == 0 || right == 0)
        {
            return product;
        }

        // Trailing zeros are no digits that count: 45.00000000000000 is 45.
        (left, right) = (left / One, right / One);
        product = left * right;
        return product.Scale == left.Scale + right.Scale
            ? product
            : throw new OverflowException(string.Create(
                CultureInfo.InvariantCulture,
                $"{left} times {right} has more than 28 digits and cannot be kept exactly. Write the quantity or the price with fewer digits."));
    }

    /// <summary>The digits of a decimal, without sign and point.</summary>
    internal static UInt128 Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);

        // Unchecked: the words are unsigned, only their type is not.
        return unchecked(new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]));
    }

    /// <summary>The power of ten as a whole number; up to 10^19.</summary>
    internal static ulong PowerOfTen(int exponent) => PowersOfTen[exponent];

    /// <summary>Refuses a number of decimals that no currency can have.</summary>
    internal static void CheckDecimals(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MaxDecimals);
    }

    /// <summary>mantissa × 10^power / denominator, where 64 bits are enough for dividend and divisor.</summary>
    private static bool TryNarrow(ulong mantissa, ulong denominator, int power, RoundingMode mode, out ulong units)
    {
        var (dividend, divisor) = (mantissa, denominator);
        units = 0;
        if (power <= -PowersOfTen.Length ||
            (power >= 0 ? Math.BigMul(mantissa, PowersOfTen[power], out dividend) : Math.BigMul(denominator, PowersOfTen[-power], out divisor)) != 0)
        {
            return false;
        }

        (units, var remainder) = Math.DivRem(dividend, divisor);
        var rest = divisor - remainder;
        units += remainder > rest || (remainder == rest && TieUp(units, mode)) ? 1u : 0u;
        return true;
    }

    /// <summary>mantissa × 10^power / denominator, for all there is: 96 bits of mantissa, 9 powers up, 28 down, 63 bits of denominator.</summary>
    private static ulong Wide(UInt128 mantissa, ulong denominator, int power, RoundingMode mode)
    {
        UInt128 divisor = denominator;
        for (; power < 0; power += Math.Min(-power, PowersOfTen.Length - 1))
        {
            // Larger than twice any mantissa: the amount is below half a unit, and the next product might not fit.
            if (divisor >> 97 != 0)
            {
                return 0;
            }

            divisor *= PowersOfTen[Math.Min(-power, PowersOfTen.Length - 1)];
        }

        var (units, remainder) = UInt128.DivRem(mantissa * PowersOfTen[power], divisor);
        if (units > long.MaxValue)
        {
            throw TooLarge();
        }

        var rest = divisor - remainder;
        return (ulong)units + (remainder > rest || (remainder == rest && TieUp((ulong)units, mode)) ? 1u : 0u);
    }

    private static bool TieUp(ulong units, RoundingMode mode) => mode == RoundingMode.HalfAwayFromZero || (units & 1) != 0;

    private static OverflowException TooLarge() =>
        new("The amount is larger than can be stored (9,223,372,036,854,775,807 minor units). Check the quantity and the unit price.");
}
