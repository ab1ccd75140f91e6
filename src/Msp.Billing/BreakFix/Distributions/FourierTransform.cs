namespace Msp.Billing.BreakFix.Distributions;

/// <summary>The discrete Fourier transform of <see cref="Size"/> values, in place, by halving; always in the same order of operations.</summary>
internal static class FourierTransform
{
    /// <summary>How many values a grid has: a power of two.</summary>
    internal const int Size = 4096;

    // One after the other for each width of the halving, so that neighbours are read together: those of width w begin at w.
    private static readonly double[] Cosines = new double[Size];
    private static readonly double[] Sines = new double[Size];

    static FourierTransform()
    {
        for (var half = 1; half < Size; half *= 2)
        {
            for (var i = 0; i < half; i++)
            {
                (Sines[half + i], Cosines[half + i]) = Elementary.SineCosine(-2 * Math.PI * (i * (Size / (2 * half))) / Size);
            }
        }
    }

    /// <summary>The spectra of real signals, in their order; the signals are destroyed.</summary>
    internal static Spectrum[] Of(IReadOnlyList<double[]> signals)
    {
        var spectra = new Spectrum[signals.Count + 1];
        for (var i = 0; i < signals.Count; i += 2)
        {
            (spectra[i], spectra[i + 1]) = Pair(signals[i], i + 1 < signals.Count ? signals[i + 1] : new double[Size]);
        }

        return spectra;
    }

    /// <summary>The real signal that has a spectrum.</summary>
    internal static double[] Inverse(Spectrum spectrum)
    {
        var real = new double[Size];
        var imaginary = new double[Size];
        for (var k = 0; k <= Size / 2; k++)
        {
            var mirror = (Size - k) % Size;
            (real[k], real[mirror]) = (spectrum.Real[k], spectrum.Real[k]);

            // Conjugated, so that the forward transform goes back.
            (imaginary[mirror], imaginary[k]) = (spectrum.Imaginary[k], -spectrum.Imaginary[k]);
        }

        Transform(real, imaginary);
        for (var i = 0; i < Size; i++)
        {
            real[i] /= Size;
        }

        return real;
    }

    // Two for the price of one: the second travels as the imaginary part of the first.
    private static (Spectrum First, Spectrum Second) Pair(double[] first, double[] second)
    {
        Transform(first, second);
        var (one, two) = (new Spectrum(), new Spectrum());
        for (var k = 0; k <= Size / 2; k++)
        {
            var mirror = (Size - k) % Size;
            one.Real[k] = (first[k] + first[mirror]) / 2;
            one.Imaginary[k] = (second[k] - second[mirror]) / 2;
            two.Real[k] = (second[k] + second[mirror]) / 2;
            two.Imaginary[k] = (first[mirror] - first[k]) / 2;
        }

        return (one, two);
    }

    private static void Transform(double[] real, double[] imaginary)
    {
        Reorder(real, imaginary);
        for (var half = 1; half < Size; half *= 2)
        {
            for (var start = 0; start < Size; start += 2 * half)
            {
                Turn(
                    real.AsSpan(start, half), imaginary.AsSpan(start, half), real.AsSpan(start + half, half), imaginary.AsSpan(start + half, half),
                    Cosines.AsSpan(half, half), Sines.AsSpan(half, half));
            }
        }
    }

    private static void Turn(
        Span<double> upperReal, Span<double> upperImaginary, Span<double> lowerReal, Span<double> lowerImaginary, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines)
    {
        for (var i = 0; i < cosines.Length; i++)
        {
            var turned = (lowerReal[i] * cosines[i]) - (lowerImaginary[i] * sines[i]);
            var turnedImaginary = (lowerReal[i] * sines[i]) + (lowerImaginary[i] * cosines[i]);
            (lowerReal[i], upperReal[i]) = (upperReal[i] - turned, upperReal[i] + turned);
            (lowerImaginary[i], upperImaginary[i]) = (upperImaginary[i] - turnedImaginary, upperImaginary[i] + turnedImaginary);
        }
    }

    // Every index changes places with the one whose bits run the other way.
    private static void Reorder(double[] real, double[] imaginary)
    {
        for (int i = 1, mirrored = 0; i < Size; i++)
        {
            var bit = Size / 2;
            for (; (mirrored & bit) != 0; bit /= 2)
            {
                mirrored ^= bit;
            }

            mirrored ^= bit;
            if (i < mirrored)
            {
                (real[i], real[mirrored]) = (real[mirrored], real[i]);
                (imaginary[i], imaginary[mirrored]) = (imaginary[mirrored], imaginary[i]);
            }
        }
    }
}
