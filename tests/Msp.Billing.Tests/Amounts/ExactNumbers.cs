using System.Globalization;
using System.Numerics;
using CsCheck;
using Msp.Billing.Amounts;

namespace Msp.Billing.Tests.Amounts;

/// <summary>A second, slow and simple way to the same numbers, in integers without a limit.</summary>
internal static class ExactNumbers
{
    /// <summary>Any decimal: mantissas of 0 to 96 bits, scales of 0 to 28, both signs.</summary>
    public static Gen<decimal> AnyDecimal { get; } =
        Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, Gen.Int[0, 96], Gen.Int[0, 28], Gen.Bool).Select((low, middle, high, bits, scale, negative) =>
        {
            var mantissa = (((BigInteger)high << 64) + ((BigInteger)middle << 32) + low) >> (96 - bits);
            return ToDecimal(mantissa, scale, negative);
        });

    public static Gen<RoundingMode> Modes { get; } = Gen.Bool.Select(even => even ? RoundingMode.HalfToEven : RoundingMode.HalfAwayFromZero);

    public static decimal ToDecimal(BigInteger mantissa, int scale, bool negative) => unchecked(new(
        (int)(uint)(mantissa & uint.MaxValue), (int)(uint)((mantissa >> 32) & uint.MaxValue), (int)(uint)(mantissa >> 64), negative, (byte)scale));

    /// <summary>A decimal as whole number × 10^-28.</summary>
    public static BigInteger Scaled(decimal value)
    {
        var bits = decimal.GetBits(value);
        var mantissa = unchecked(((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0]);
        return (bits[3] < 0 ? -mantissa : mantissa) * BigInteger.Pow(10, 28 - value.Scale);
    }

    /// <summary>numerator / denominator in units of 10^-decimals, rounded.</summary>
    public static BigInteger Rounded(decimal numerator, long denominator, int decimals, RoundingMode mode) =>
        Rounded(Scaled(numerator), denominator * BigInteger.Pow(10, 28 - decimals), mode);

    public static BigInteger Rounded(BigInteger dividend, BigInteger divisor, RoundingMode mode)
    {
        var floor = BigInteger.DivRem(BigInteger.Abs(dividend), divisor, out var rest);
        var up = 2 * rest > divisor || (2 * rest == divisor && (mode == RoundingMode.HalfAwayFromZero || !floor.IsEven));
        return dividend.Sign * (up ? floor + 1 : floor);
    }

    public static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
