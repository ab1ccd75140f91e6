namespace Msp.Billing.BreakFix.Distributions;

/// <summary>The distribution of a sum of compound sums, by Fourier transform on a grid: no simulation, no seed, the same result every time.</summary>
/// <remarks>
/// Percentiles are right up to the 95th; above it amounts may be cut off. What lies on a point of the grid is spread evenly over half a step on
/// either side, except the certain zero of a time without events, which is kept apart and exact.
/// </remarks>
internal sealed class CostDistribution
{
    private readonly double[] _mass;
    private readonly double _step;
    private readonly int _negatives;
    private readonly double _noEvents;

    private CostDistribution(double[] mass, CostGrid grid, double noEvents)
    {
        _mass = mass;
        _step = grid.Step;
        _negatives = grid.Negatives;
        _noEvents = noEvents;
        _mass[0] = Math.Max(0, _mass[0] - noEvents);
    }

    /// <summary>The distribution of the total.</summary>
    /// <param name="sums">Independent of each other.</param>
    /// <param name="reach">An amount up to which, or down to which, it must be right besides the percentiles.</param>
    internal static CostDistribution Of(IEnumerable<CompoundSum> sums, double reach)
    {
        var costing = sums.Where(sum => !sum.IsNothing).ToArray();
        var grid = new CostGrid(costing, reach);
        var total = LogGenerating(costing, grid);
        for (var k = 0; k < Spectrum.Length; k++)
        {
            var size = Elementary.Exp(total.Real[k]);
            var (sine, cosine) = Elementary.SineCosine(total.Imaginary[k]);
            (total.Real[k], total.Imaginary[k]) = (size * cosine, size * sine);
        }

        var noEvents = 1.0;
        foreach (var sum in costing)
        {
            noEvents *= sum.Frequency.None(sum.Jump.Weight);
        }

        return new CostDistribution(FourierTransform.Inverse(total), grid, noEvents);
    }

    /// <summary>The amount that is not exceeded with the probability, above 0 and up to 0.95.</summary>
    internal double Quantile(double probability)
    {
        var sum = 0.0;
        for (var i = -_negatives; i < _mass.Length - _negatives; i++)
        {
            var mass = Mass(i);
            var lower = (i - 0.5) * _step;
            var width = _step;
            if (i == 0)
            {
                // Without savings nothing is below zero: the cell is its upper half.
                var below = _negatives == 0 ? 0 : mass / 2;
                if (sum + below >= probability)
                {
                    return lower + (width / 2 * (probability - sum) / below);
                }

                sum += below + _noEvents;
                (mass, lower, width) = (mass - below, 0, width / 2);
                if (sum >= probability)
                {
                    return 0;
                }
            }

            if (sum + mass >= probability)
            {
                return lower + (width * (probability - sum) / mass);
            }

            sum += mass;
        }

        return (_mass.Length - _negatives) * _step;
    }

    /// <summary>The probability of less than an amount, plus half of that of exactly the amount.</summary>
    internal double Below(double amount)
    {
        var sum = amount > 0 ? _noEvents : amount == 0 ? _noEvents / 2 : 0;
        for (var i = -_negatives; i < _mass.Length - _negatives; i++)
        {
            var (lower, upper) = ((i - 0.5) * _step, (i + 0.5) * _step);
            lower = i == 0 && _negatives == 0 ? 0 : lower;
            if (lower >= amount)
            {
                break;
            }

            sum += Mass(i) * (upper <= amount ? 1 : (amount - lower) / (upper - lower));
        }

        return Math.Clamp(sum, 0, 1);
    }

    // Rounding leaves masses of the order of 1e-17 on either side of zero.
    private double Mass(int index) => Math.Max(0, _mass[index & (_mass.Length - 1)]);

    // Independent sums multiply in the spectrum, so their logarithms add.
    private static Spectrum LogGenerating(CompoundSum[] sums, CostGrid grid)
    {
        var signals = new List<double[]>();
        foreach (var sum in sums)
        {
            AddSignals(signals, sum.Jump, grid);
        }

        var spectra = FourierTransform.Of(signals);
        var total = new Spectrum();
        var next = 0;
        foreach (var sum in sums)
        {
            var (charged, charge) = sum.Jump.HasCharged ? (spectra[next++], spectra[next++]) : (null, null);
            var plain = sum.Jump.HasPlain ? spectra[next++] : null;
            for (var k = 0; k < Spectrum.Length; k++)
            {
                // The jump's spectrum less one: what weighs nothing stays at zero and cancels.
                var (real, imaginary) = plain is null ? (-sum.Jump.Weight, 0) : (plain.Real[k] - sum.Jump.Weight, plain.Imaginary[k]);
                if (charged is not null && charge is not null)
                {
                    real += (charged.Real[k] * charge.Real[k]) - (charged.Imaginary[k] * charge.Imaginary[k]);
                    imaginary += (charged.Real[k] * charge.Imaginary[k]) + (charged.Imaginary[k] * charge.Real[k]);
                }

                var log = sum.Frequency.LogGenerating(real, imaginary);
                total.Real[k] += log.Real;
                total.Imaginary[k] += log.Imaginary;
            }
        }

        return total;
    }

    private static void AddSignals(List<double[]> signals, Jump jump, CostGrid grid)
    {
        var (charged, plain) = (new double[FourierTransform.Size], new double[FourierTransform.Size]);
        foreach (var part in jump.Parts)
        {
            grid.Add(part.Charged && jump.HasCharged ? charged : plain, jump, part);
        }

        if (jump.HasCharged && jump.Charge is { } charges)
        {
            var charge = new double[FourierTransform.Size];
            grid.Add(charge, charges);
            signals.Add(charged);
            signals.Add(charge);
        }

        if (jump.HasPlain)
        {
            signals.Add(plain);
        }
    }
}
