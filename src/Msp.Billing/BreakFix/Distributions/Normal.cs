namespace Msp.Billing.BreakFix.Distributions;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    private const int NodesPerUnit = 8;
    private const int Reach = 9;
    private const int Terms = 9;

    // Around each node j/8: the value, then the coefficients of the Taylor series in the distance from the node.
    private static readonly double[] Series = Tabulate();

    /// <summary>The probability of a value up to <paramref name="x"/>; error below 1e-15.</summary>
    internal static double Below(double x)
    {
        if (!(x > -Reach))
        {
            return 0;
        }

        if (x >= Reach)
        {
            return 1;
        }

        var node = (int)Math.Floor((x * NodesPerUnit) + 0.5);
        var distance = x - ((double)node / NodesPerUnit);
        var coefficients = Series.AsSpan((node + (Reach * NodesPerUnit)) * Terms, Terms);
        var sum = coefficients[Terms - 1];
        for (var n = Terms - 2; n >= 0; n--)
        {
            sum = (sum * distance) + coefficients[n];
        }

        return sum;
    }

    /// <summary>How dense the values lie at <paramref name="x"/>.</summary>
    internal static double Density(double x) => 0.39894228040143268 * Elementary.Exp(-x * x / 2);

    /// <summary>The value that is not exceeded with the probability, between 0 and 1; found by halving to 1e-12, at most 9 away from zero.</summary>
    internal static double Quantile(double probability)
    {
        double low = -Reach, high = Reach;
        while (high - low > 1e-12)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double[] Tabulate()
    {
        const int nodes = (2 * Reach * NodesPerUnit) + 1;
        var series = new double[nodes * Terms];
        for (var i = 0; i < nodes; i++)
        {
            var x = ((double)i / NodesPerUnit) - Reach;
            var coefficients = series.AsSpan(i * Terms, Terms);
            coefficients[0] = BySeries(x);

            // The derivatives of the density are the density times Hermite polynomials: He(n+1) = x He(n) − n He(n−1).
            double hermite = 1, previous = 0, factor = Density(x);
            for (var n = 1; n < Terms; n++)
            {
                factor /= n;
                coefficients[n] = factor * hermite;
                (hermite, previous) = ((x * hermite) - ((n - 1) * previous), hermite);
                factor = -factor;
            }
        }

        return series;
    }

    // ½ + density × (x + x³/3 + x⁵/(3·5) + …), summed until nothing is added.
    private static double BySeries(double x)
    {
        double term = x, sum = x;
        for (var n = 3; Math.Abs(term) > Math.Abs(sum) * 1e-18; n += 2)
        {
            term *= x * x / n;
            sum += term;
        }

        return 0.5 + (Density(x) * sum);
    }
}
