namespace Msp.Billing.BreakFix.Distributions;

/// <summary>Exponential, logarithm, sine, cosine and arctangent that give the same bits on every machine.</summary>
/// <remarks>
/// The functions of <see cref="Math"/> call the runtime library of the operating system, and their results may differ from one to the next in the
/// last digit. These use only + − × ÷ √, which IEEE 754 rounds in one way everywhere. Error: below 4 units in the last place.
/// </remarks>
internal static class Elementary
{
    // ln 2 and π/2 in parts, the first with so many zero bits that its product with a whole number of up to 20 bits is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double HalfPiHigh = 1.57079632673412561417e+00;
    private const double HalfPiMiddle = 6.07710050630396597660e-11;
    private const double HalfPiLow = 2.02226624879595063154e-21;

    private static readonly double[] InverseFactorials = Factorials();
    private static readonly double[] Inverses = [double.PositiveInfinity, .. Enumerable.Range(1, 25).Select(n => 1.0 / n)];

    /// <summary>e to the power of <paramref name="x"/>; 0 below -708, infinite above 709.</summary>
    internal static double Exp(double x)
    {
        if (x < -708)
        {
            return 0;
        }

        if (x > 709)
        {
            return double.PositiveInfinity;
        }

        var twos = Math.Floor((x / Ln2High) + 0.5);
        var rest = x - (twos * Ln2High) - (twos * Ln2Low);
        var sum = InverseFactorials[13];
        for (var n = 12; n >= 0; n--)
        {
            sum = (sum * rest) + InverseFactorials[n];
        }

        return Math.ScaleB(sum, (int)twos);
    }

    /// <summary>The natural logarithm of a number above zero that is not subnormal.</summary>
    internal static double Log(double x)
    {
        var twos = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -twos);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            twos++;
        }

        // ln m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1) / (m + 1), at most 0.1716
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var inverses = Inverses;
        var sum = inverses[23];
        for (var n = 21; n >= 3; n -= 2)
        {
            sum = (sum * square) + inverses[n];
        }

        return (twos * Ln2High) + ((2 * s) + ((2 * s * square * sum) + (twos * Ln2Low)));
    }

    /// <summary><paramref name="value"/> to a power, for a value above zero.</summary>
    internal static double Power(double value, double exponent) => Exp(exponent * Log(value));

    /// <summary>Sine and cosine of an angle of at most a million radians.</summary>
    internal static (double Sine, double Cosine) SineCosine(double x)
    {
        var quarters = Math.Floor((x * 0.63661977236758134) + 0.5);
        var rest = x - (quarters * HalfPiHigh) - (quarters * HalfPiMiddle) - (quarters * HalfPiLow);
        var square = rest * rest;
        double sine = 0, cosine = 0;
        for (var n = 16; n >= 2; n -= 2)
        {
            sine = InverseFactorials[n + 1] - (square * sine);
            cosine = InverseFactorials[n] - (square * cosine);
        }

        sine = rest - (rest * square * sine);
        cosine = 1 - (square * cosine);
        return ((long)quarters & 3) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }

    /// <summary>The angle, between -π/2 and π/2, whose tangent is given.</summary>
    internal static double Arctangent(double tangent)
    {
        // Each step halves the angle: tan(a/2) = tan a / (1 + √(1 + tan² a)). After three it is below π/16.
        for (var i = 0; i < 3; i++)
        {
            tangent /= 1 + Math.Sqrt(1 + (tangent * tangent));
        }

        var square = tangent * tangent;
        var inverses = Inverses;
        var sum = 0.0;
        for (var n = 25; n >= 3; n -= 2)
        {
            sum = inverses[n] - (square * sum);
        }

        return 8 * tangent * (1 - (square * sum));
    }

    private static double[] Factorials()
    {
        var inverse = new double[18];
        var factorial = 1.0;
        for (var n = 0; n < inverse.Length; n++)
        {
            factorial *= Math.Max(n, 1);
            inverse[n] = 1 / factorial;
        }

        return inverse;
    }
}
