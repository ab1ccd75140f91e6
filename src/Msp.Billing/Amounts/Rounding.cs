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
    /// <param name="decimals">The currency's decimals, 0 to 4.</param>
    /// <param name="mode">What to do with exactly a half.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is not above zero, or <paramref name="mode"/> is no rounding mode.</exception>
    /// <exception cref="OverflowException">The result has more than 63 bits.</exception>
    public static long ToMinorUnits(decimal numerator, long denominator, int decimals, RoundingMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(numerator, bits);
        var negative = bits[3] < 0;
        var scale = (bits[3] >> 16) & 0xFF;
        var units = bits[2] == 0 && scale >= decimals && scale - decimals < PowersOfTen.Length
            ? Narrow(((ulong)(uint)bits[1] << 32) | (uint)bits[0], scale - decimals, (ulong)denominator, mode)
            : Wide(bits, scale, decimals, (ulong)denominator, mode);
        return units <= long.MaxValue
            ? (negative ? -(long)units : (long)units)
            : throw TooLarge();
    }

    private static ulong Narrow(ulong mantissa, int power, ulong denominator, RoundingMode mode)
    {
        var high = Math.BigMul(PowersOfTen[power], denominator, out var divisor);
        if (high != 0)
        {
            return 0; // The divisor has more than 64 bits and the dividend has not: less than half of it unless both are huge.
        }

        var (quotient, remainder) = Math.DivRem(mantissa, divisor);
        return RoundsUp(remainder, divisor - remainder, (quotient & 1) != 0, mode) ? quotient + 1 : quotient;
    }

    private static ulong Wide(ReadOnlySpan<int> bits, int scale, int decimals, ulong denominator, RoundingMode mode)
    {
        var mantissa = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        UInt128 divisor = denominator;
        if (scale < decimals)
        {
            mantissa *= PowersOfTen[decimals - scale];
        }

        // The divisor can outgrow 128 bits only with 28 decimals and a denominator beyond a billion; checked arithmetic then says so.
        for (var left = scale - decimals; left > 0; left -= 19)
        {
            divisor *= PowersOfTen[Math.Min(left, 19)];
        }

        var (quotient, remainder) = UInt128.DivRem(mantissa, divisor);
        if (quotient > ulong.MaxValue - 1)
        {
            throw TooLarge();
        }

        var units = (ulong)quotient;
        return RoundsUp(remainder, divisor - remainder, (units & 1) != 0, mode) ? units + 1 : units;
    }

    private static bool RoundsUp(ulong below, ulong above, bool odd, RoundingMode mode) =>
        below > above || (below == above && TieUp(odd, mode));

    private static bool RoundsUp(UInt128 below, UInt128 above, bool odd, RoundingMode mode) =>
        below > above || (below == above && TieUp(odd, mode));

    private static bool TieUp(bool odd, RoundingMode mode) => mode switch
    {
        RoundingMode.HalfAwayFromZero => true,
        RoundingMode.HalfToEven => odd,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such rounding mode."),
    };

    private static OverflowException TooLarge() =>
        new("The amount is larger than can be stored (9,223,372,036,854,775,807 minor units). Check the quantity and the unit price.");
}
