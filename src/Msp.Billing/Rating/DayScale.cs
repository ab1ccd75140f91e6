using Msp.Billing.Periods;

namespace Msp.Billing.Rating;

/// <summary>What one day (or one of thirty days of a month) is of a whole period's price, as a fraction in lowest terms.</summary>
internal readonly record struct DayScale(long Numerator, long Denominator)
{
    /// <summary>The scale of a rated period: 1/31 in March by actual days, 1/30 in months of thirty, zero when nothing is held or charged.</summary>
    internal static DayScale Of(in RatedPeriod period) =>
        Reduced(period.Weight == 0 ? 0 : period.Share.Numerator, (long)period.Share.Denominator * Math.Max(period.Weight, 1));

    /// <summary>The share that a piece of a rated period is of a whole period's price, in lowest terms.</summary>
    internal static Share Of(in RatedPeriod period, in RatedPiece piece, int pieces)
    {
        var scale = Of(period);
        return pieces == 1 ? period.Share : Share(piece.Weight, scale.Numerator, scale.Denominator);
    }

    /// <summary>So many days of a scale, as the share that a document shows.</summary>
    internal static Share Share(int weight, decimal scale, long denominator)
    {
        var share = Reduced((long)scale * weight, denominator);
        return new Share((int)share.Numerator, (int)share.Denominator);
    }

    /// <summary>A denominator that both scales can be written over.</summary>
    internal long CommonDenominator(DayScale other) => Denominator / Divisor(Denominator, other.Denominator) * other.Denominator;

    /// <summary>The numerator over another denominator, a multiple of this one.</summary>
    internal decimal Over(long denominator) => Numerator * (denominator / Denominator);

    private static DayScale Reduced(long numerator, long denominator)
    {
        var divisor = Divisor(numerator, denominator);
        return new DayScale(numerator / divisor, denominator / divisor);
    }

    private static long Divisor(long left, long right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }
}
