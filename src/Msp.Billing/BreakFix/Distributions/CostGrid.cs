namespace Msp.Billing.BreakFix.Distributions;

/// <summary>Equally spaced amounts to which costs are rounded, each shared between its two neighbours so that the mean stays exact.</summary>
internal sealed class CostGrid
{
    // Below the 95th percentile of a year nothing may be cut off. Each of up to three kinds of event is trimmed with a probability of
    // 0.5 %, and by Cantelli's inequality a total is beyond six standard deviations with at most 1/37: together below 5 %.
    private const double Trimmed = 0.005;
    private const double Deviations = 6;

    private static readonly double[] Logarithms = Tabulate();

    /// <summary>Spans a grid that is fine enough, and reaches far enough for percentiles up to the 95th and for one more amount.</summary>
    internal CostGrid(IReadOnlyList<CompoundSum> sums, double reach)
    {
        double mean = 0, variance = 0, shift = 0;
        foreach (var sum in sums)
        {
            var moments = sum.Trimmed(Trimmed);
            mean += moments.Mean;
            variance += moments.Variance;
            foreach (var part in sum.Jump.Parts)
            {
                shift = Math.Max(shift, Math.Abs(part.Shift));
                HasSavings |= part.Scale < 0 || part.Shift < 0;
            }
        }

        Cap = Math.Max(Math.Abs(reach), Math.Abs(mean) + (Deviations * Math.Sqrt(variance)) + shift);
        Cap = Cap > 0 ? Cap : 1;

        // Twice the cap, so that a total beyond it does not come round to the other end; twice again where there are two ends.
        Step = Cap * (HasSavings ? 4 : 2) / FourierTransform.Size;
    }

    /// <summary>The distance of two amounts.</summary>
    internal double Step { get; }

    /// <summary>The amount that stands for all larger ones.</summary>
    internal double Cap { get; }

    /// <summary>Whether amounts may be negative; these lie in the upper half of a signal.</summary>
    internal bool HasSavings { get; }

    /// <summary>How many of the amounts are negative.</summary>
    internal int Negatives => HasSavings ? FourierTransform.Size / 2 : 0;

    /// <summary>Adds the charges to a signal.</summary>
    internal void Add(double[] signal, DiscreteAmounts charges)
    {
        for (var i = 0; i < charges.BlockCount; i++)
        {
            foreach (var (amount, probability) in charges.Block(i))
            {
                Share(signal, Math.Min(amount, Cap) / Step, probability);
            }
        }
    }

    /// <summary>Adds one way of a jump to a signal, charge aside.</summary>
    internal void Add(double[] signal, Jump jump, JumpPart part)
    {
        var shift = part.Shift / Step;
        if (part.Scale == 0)
        {
            Share(signal, shift, part.Weight);
            return;
        }

        // The mass on a point is the second difference of E[min(X, x)]: it keeps the mean of X.
        var scale = Math.Abs(part.Scale);
        var sign = Math.Sign(part.Scale);
        var cap = Math.Min(Cap, jump.Limit) / scale;
        var capped = jump.Size.LimitedMean(cap);
        var unit = Step / scale;
        var logarithm = Elementary.Log(unit);
        double before = 0, here = At(1);
        Share(signal, shift, part.Weight * (1 - (here / unit)));
        for (var i = 1; i <= FourierTransform.Size / 2; i++)
        {
            var next = At(i + 1);
            Share(signal, shift + (sign * i), part.Weight * ((here - before) - (next - here)) / unit);
            if (next - here < unit * 1e-15)
            {
                break;
            }

            (before, here) = (here, next);
        }

        double At(int point) => point * unit >= cap ? capped : jump.Size.LimitedMean(point * unit, Logarithms[point] + logarithm);
    }

    private static double[] Tabulate()
    {
        var logarithms = new double[(FourierTransform.Size / 2) + 2];
        for (var i = 1; i < logarithms.Length; i++)
        {
            logarithms[i] = Elementary.Log(i);
        }

        return logarithms;
    }

    private static void Share(double[] signal, double position, double mass)
    {
        var lower = Math.Floor(position);
        var rest = position - lower;
        var index = (int)lower & (FourierTransform.Size - 1);
        signal[index] += mass * (1 - rest);
        signal[(index + 1) & (FourierTransform.Size - 1)] += mass * rest;
    }
}
