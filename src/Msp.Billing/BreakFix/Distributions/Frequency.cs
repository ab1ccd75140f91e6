namespace Msp.Billing.BreakFix.Distributions;

/// <summary>How many events a span of time has: a Poisson number, whose rate may itself be known only to a Gamma distribution.</summary>
/// <param name="Mean">The expected number, zero or more.</param>
/// <param name="Shape">How well the rate is known, as a number of events seen; infinite means exactly. The number of events then has the
/// variance Mean + Mean² / Shape.</param>
internal readonly record struct Frequency(double Mean, double Shape)
{
    /// <summary>A Poisson number whose rate is known.</summary>
    internal static Frequency Poisson(double mean) => new(mean, double.PositiveInfinity);

    /// <summary>The probability that none of the events is of a kind that has the given share.</summary>
    internal double None(double share) => Elementary.Exp(LogGenerating(-share, 0).Real);

    /// <summary>The logarithm of the generating function at 1 + z: Mean × z for Poisson, −Shape × ln(1 − Mean × z / Shape) with a Gamma rate.</summary>
    /// <param name="real">The real part of z, at most zero.</param>
    /// <param name="imaginary">The imaginary part of z.</param>
    internal (double Real, double Imaginary) LogGenerating(double real, double imaginary)
    {
        if (double.IsPositiveInfinity(Shape))
        {
            return (Mean * real, Mean * imaginary);
        }

        var x = 1 - (Mean * real / Shape);
        var y = -Mean * imaginary / Shape;
        return (-Shape / 2 * Elementary.Log((x * x) + (y * y)), -Shape * Elementary.Arctangent(y / x));
    }
}
