using System.Buffers;

namespace Msp.Billing.Amounts;

/// <summary>Splits whole minor units into shares that add up to them exactly.</summary>
/// <remarks>
/// <para>Largest remainder: every share is first cut to whole minor units; what is left goes out one unit at a time, the
/// biggest cut first and the earlier share first on a tie. A negative amount is split as its positive mirror.</para>
/// <para>All arithmetic is in whole numbers, so no remainder is rounded. What has too many digits for that is refused: the
/// weights (or parts), all written with the same number of decimals, must together stay below 10^36 without the point.
/// Eight digits before the point always leave room for 28 after it.</para>
/// <para>Thread-safe; allocates nothing (above 32 shares it borrows from the shared pool).</para>
/// </remarks>
public static class Allocation
{
    private const int OnTheStack = 32;

    /// <summary>10^36, below 2^120: a remainder can be shifted by seven bits and a product added to it within 128.</summary>
    private static readonly UInt128 Limit = (UInt128)Rounding.PowerOfTen(18) * Rounding.PowerOfTen(18);

    /// <summary>Splits an amount by weight.</summary>
    /// <param name="minorUnits">The whole, such as cents; may be negative, as in a credit.</param>
    /// <param name="weights">One weight a share: zero or more, and at least one above zero.</param>
    /// <param name="shares">Receives one share a weight, in order, each less than one minor unit away from its exact share. A weight of zero gets nothing.</param>
    /// <exception cref="ArgumentException">There is no weight, not one place a weight, a weight is negative, or no weight is above zero.</exception>
    /// <exception cref="OverflowException">The weights have too many digits, see the remarks of <see cref="Allocation"/>.</exception>
    public static void Distribute(long minorUnits, ReadOnlySpan<decimal> weights, Span<long> shares)
    {
        CheckPlaces(weights.Length, shares.Length);
        if (weights.Length <= OnTheStack)
        {
            Distribute(minorUnits, weights, shares, stackalloc Cut[weights.Length]);
            return;
        }

        var borrowed = ArrayPool<Cut>.Shared.Rent(weights.Length);
        try
        {
            Distribute(minorUnits, weights, shares, borrowed.AsSpan(0, weights.Length));
        }
        finally
        {
            ArrayPool<Cut>.Shared.Return(borrowed);
        }
    }

    /// <summary>Rounds the exact parts of a whole that is already rounded, so that they add up to it.</summary>
    /// <param name="exactNumerators">The parts times <paramref name="denominator"/>, in major units; of either sign.</param>
    /// <param name="denominator">Above zero, such as the days of the natural period.</param>
    /// <param name="totalMinorUnits">The whole as it stands on the document.</param>
    /// <param name="decimals">The currency's decimals, 0 to <see cref="Rounding.MaxDecimals"/>.</param>
    /// <param name="shares">Receives one share a part, in order.</param>
    /// <remarks>
    /// <para>Where the whole is the rounded sum of the parts (less than one minor unit away from the exact sum), every share is
    /// its part rounded up or down: cut to whole minor units, the units left going out by largest remainder. A part that is a
    /// whole number of minor units, zero included, stays as it is.</para>
    /// <para>Where the whole is something else, because it was capped or raised to a minimum, the parts are the weights of the
    /// whole: each bears the difference in proportion to its size. Where parts of both signs meet a changed whole, each is
    /// rounded first, and then they bear the difference in proportion to their size without the sign. A part of zero gets
    /// nothing, unless all are zero: then they share the whole equally.</para>
    /// <para>Reversing every sign reverses every share.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">There is no part, or not one place a part.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is not above zero, or <paramref name="decimals"/> is out of range.</exception>
    /// <exception cref="OverflowException">The parts have too many digits, see the remarks of <see cref="Allocation"/>, or a share is beyond 63 bits.</exception>
    public static void Round(ReadOnlySpan<decimal> exactNumerators, long denominator, long totalMinorUnits, int decimals, Span<long> shares)
    {
        CheckPlaces(exactNumerators.Length, shares.Length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        Rounding.CheckDecimals(decimals);
        if (exactNumerators.Length <= OnTheStack)
        {
            Round(exactNumerators, denominator, totalMinorUnits, decimals, shares, stackalloc Cut[exactNumerators.Length]);
            return;
        }

        var borrowed = ArrayPool<Cut>.Shared.Rent(exactNumerators.Length);
        try
        {
            Round(exactNumerators, denominator, totalMinorUnits, decimals, shares, borrowed.AsSpan(0, exactNumerators.Length));
        }
        finally
        {
            ArrayPool<Cut>.Shared.Return(borrowed);
        }
    }

    private static void Distribute(long minorUnits, ReadOnlySpan<decimal> weights, Span<long> shares, Span<Cut> cuts)
    {
        foreach (var weight in weights)
        {
            if (weight < 0)
            {
                throw new ArgumentException("A weight is negative; write zero or more.", nameof(weights));
            }
        }

        var total = Fill(cuts, weights, CommonScale(weights, 0));
        if (total == 0)
        {
            throw new ArgumentException("No weight is above zero, so nobody would get the amount.", nameof(weights));
        }

        shares.Clear();
        AddByWeight(minorUnits, cuts, total, shares);
    }

    private static void Round(
        ReadOnlySpan<decimal> parts, long denominator, long total, int decimals, Span<long> shares, Span<Cut> cuts)
    {
        var scale = CommonScale(parts, decimals);
        var unit = Magnitude(denominator, scale - decimals);
        var size = Fill(cuts, parts, scale);
        var sum = Sum(parts, cuts);

        // Computed is the case with a positive whole or, where the whole is zero, with a positive first part; the other is its mirror.
        var mirrored = total < 0 || (total == 0 && FirstIsNegative(parts));
        var floor = FloorDivide((UInt128)Int128.Abs(sum), sum < 0 != mirrored, unit, out var rest);
        var whole = Int128.Abs(total);
        var isRoundedSum = whole == floor || (whole == floor + 1 && rest > 0);
        var hasOneSign = size == (UInt128)Int128.Abs(sum);

        shares.Clear();
        if (isRoundedSum)
        {
            AddRounded(whole, parts, unit, mirrored, cuts, shares);
        }
        else if (size == 0)
        {
            cuts.Fill(new Cut(1, 0));
            AddByWeight(total, cuts, (UInt128)cuts.Length, shares);
        }
        else if (hasOneSign)
        {
            AddByWeight(total, cuts, size, shares);
        }
        else
        {
            var rounded = rest >= unit - rest ? floor + 1 : floor;
            AddRounded(rounded, parts, unit, mirrored, cuts, shares);
            Fill(cuts, parts, scale);
            AddByWeight((long)(mirrored ? rounded - whole : whole - rounded), cuts, size, shares);
        }
    }

    /// <summary>Adds to each share its part of an amount; the cuts hold the weights.</summary>
    private static void AddByWeight(long minorUnits, Span<Cut> cuts, UInt128 total, Span<long> shares)
    {
        var sign = Math.Sign(minorUnits);
        var units = (ulong)Math.Abs(minorUnits);
        var left = units;
        for (var i = 0; i < cuts.Length; i++)
        {
            var share = (long)Part(units, cuts[i].Size, total, out var cut);
            cuts[i] = new Cut(cut, i);
            shares[i] += sign * share;
            left -= (ulong)share;
        }

        HandOut((int)left, sign, cuts, shares);
    }

    /// <summary>Adds to each share its part, rounded up or down; the cuts hold the sizes of the parts.</summary>
    private static void AddRounded(Int128 whole, ReadOnlySpan<decimal> parts, UInt128 unit, bool mirrored, Span<Cut> cuts, Span<long> shares)
    {
        var sign = mirrored ? -1 : 1;
        var left = whole;
        for (var i = 0; i < cuts.Length; i++)
        {
            var share = (long)FloorDivide(cuts[i].Size, parts[i] < 0 != mirrored, unit, out var cut);
            cuts[i] = new Cut(cut, i);
            shares[i] += sign * share;
            left -= share;
        }

        HandOut((int)left, sign, cuts, shares);
    }

    private static void HandOut(int units, int sign, Span<Cut> cuts, Span<long> shares)
    {
        if (units == 0)
        {
            return;
        }

        cuts.Sort();
        foreach (var cut in cuts[..units])
        {
            shares[cut.Index] += sign;
        }
    }

    /// <summary>units × weight / total, cut to a whole number: long division, as many bits at a time as 128 leave room for.</summary>
    private static ulong Part(ulong units, UInt128 weight, UInt128 total, out UInt128 remainder)
    {
        var step = Math.Min(63, (int)UInt128.LeadingZeroCount(total) - 1);
        var mask = (1UL << step) - 1;
        ulong quotient = 0;
        remainder = 0;
        for (var shift = 62 / step * step; shift >= 0; shift -= step)
        {
            (var digit, remainder) = UInt128.DivRem((remainder << step) + (weight * ((units >> shift) & mask)), total);
            quotient = (quotient << step) + (ulong)digit;
        }

        return quotient;
    }

    private static Int128 FloorDivide(UInt128 size, bool negative, UInt128 unit, out UInt128 rest)
    {
        (var quotient, rest) = UInt128.DivRem(size, unit);
        if (!negative)
        {
            return (Int128)quotient;
        }

        if (rest == 0)
        {
            return -(Int128)quotient;
        }

        rest = unit - rest;
        return -(Int128)quotient - 1;
    }

    /// <summary>Puts each value without its sign into the cuts, as a whole number, and returns their sum.</summary>
    private static UInt128 Fill(Span<Cut> cuts, ReadOnlySpan<decimal> values, int scale)
    {
        UInt128 total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            cuts[i] = new Cut(Magnitude(values[i], scale), i);
            total += cuts[i].Size;
            if (total >= Limit)
            {
                throw TooManyDigits();
            }
        }

        return total;
    }

    private static Int128 Sum(ReadOnlySpan<decimal> parts, ReadOnlySpan<Cut> cuts)
    {
        Int128 sum = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            sum += parts[i] < 0 ? -(Int128)cuts[i].Size : (Int128)cuts[i].Size;
        }

        return sum;
    }

    private static UInt128 Magnitude(decimal value, int scale)
    {
        var size = Rounding.Mantissa(value);
        for (var power = scale - value.Scale; power > 0; power -= 2)
        {
            // By a hundred at most: what is below the limit then still fits into 128 bits.
            size = size < Limit ? size * Rounding.PowerOfTen(Math.Min(power, 2)) : throw TooManyDigits();
        }

        return size < Limit ? size : throw TooManyDigits();
    }

    private static int CommonScale(ReadOnlySpan<decimal> values, int scale)
    {
        foreach (var value in values)
        {
            scale = Math.Max(scale, value.Scale);
        }

        return scale;
    }

    private static bool FirstIsNegative(ReadOnlySpan<decimal> parts)
    {
        foreach (var part in parts)
        {
            if (part != 0)
            {
                return part < 0;
            }
        }

        return false;
    }

    private static void CheckPlaces(int shares, int places)
    {
        if (shares == 0 || shares != places)
        {
            throw new ArgumentException($"There must be at least one share, and one place for each; there are {shares} shares and {places} places.");
        }
    }

    private static OverflowException TooManyDigits() =>
        new("The weights have too many digits to be shared exactly; written with the same number of decimals they must together stay below 10^36.");

    /// <summary>What was cut off one share; sorts the biggest first, the earlier share first on a tie.</summary>
    private readonly record struct Cut(UInt128 Size, int Index) : IComparable<Cut>
    {
        public int CompareTo(Cut other) => Size == other.Size ? Index.CompareTo(other.Index) : other.Size.CompareTo(Size);
    }
}
