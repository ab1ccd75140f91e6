namespace Msp.Billing.BreakFix.Distributions;

/// <summary>The spectrum of a real signal: the first half and the middle; the rest mirrors it.</summary>
internal sealed class Spectrum
{
    /// <summary>How many frequencies are kept.</summary>
    internal const int Length = (FourierTransform.Size / 2) + 1;

    /// <summary>The real parts.</summary>
    internal double[] Real { get; } = new double[Length];

    /// <summary>The imaginary parts.</summary>
    internal double[] Imaginary { get; } = new double[Length];
}
