using System.Numerics;
using MathNet.Numerics.IntegralTransforms;
using Msp.Billing.BreakFix.Distributions;

namespace Msp.Billing.Tests.BreakFix.Distributions;

/// <summary>The transform, against MathNet.Numerics.</summary>
public sealed class FourierTransformTests
{
    private static readonly double[] First = [.. Enumerable.Range(0, FourierTransform.Size).Select(i => (i * 37 % 101) / 100.0)];
    private static readonly double[] Second = [.. Enumerable.Range(0, FourierTransform.Size).Select(i => (i * 53 % 89) / 10.0)];

    [Fact]
    public void Spectra_agree()
    {
        var spectra = FourierTransform.Of([[.. First], [.. Second], [.. First]]);

        Agrees(First, spectra[0]);
        Agrees(Second, spectra[1]);
        Agrees(First, spectra[2]);
    }

    [Fact]
    public void The_inverse_gives_the_signal_back()
    {
        var again = FourierTransform.Inverse(FourierTransform.Of([[.. Second]])[0]);

        for (var i = 0; i < Second.Length; i++)
        {
            Assert.Equal(Second[i], again[i], 1e-12);
        }
    }

    private static void Agrees(double[] signal, Spectrum spectrum)
    {
        var oracle = signal.Select(value => new Complex(value, 0)).ToArray();
        Fourier.Forward(oracle, FourierOptions.AsymmetricScaling);
        for (var k = 0; k < Spectrum.Length; k++)
        {
            Assert.Equal(oracle[k].Real, spectrum.Real[k], 1e-8);
            Assert.Equal(oracle[k].Imaginary, spectrum.Imaginary[k], 1e-8);
        }
    }
}
