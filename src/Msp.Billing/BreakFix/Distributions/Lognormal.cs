namespace Msp.Billing.BreakFix.Distributions;

/// <summary>A lognormal distribution: its logarithm is normal. Durations and losses look like this: many small, few large.</summary>
/// <param name="Location">The mean of the logarithm; the logarithm of the median.</param>
/// <param name="Spread">The standard deviation of the logarithm, above zero.</param>
internal sealed record Lognormal(double Location, double Spread)
{
    /// <summary>From a mean above zero.</summary>
    internal static Lognormal FromMean(double mean, double spread) => new(Elementary.Log(mean) - (spread * spread / 2), spread);

    /// <summary>From a median above zero.</summary>
    internal static Lognormal FromMedian(double median, double spread) => new(Elementary.Log(median), spread);

    /// <summary>The mean.</summary>
    internal double Mean { get; } = Elementary.Exp(Location + (Spread * Spread / 2));

    /// <summary>The mean of the square.</summary>
    internal double SecondMoment { get; } = Elementary.Exp((2 * Location) + (2 * Spread * Spread));

    /// <summary>The probability of more than <paramref name="x"/>.</summary>
    internal double Above(double x) => x <= 0 ? 1 : Normal.Below(-Score(x));

    /// <summary>How dense the values lie at <paramref name="x"/>, above zero.</summary>
    internal double Density(double x) => Normal.Density(Score(x)) / (x * Spread);

    /// <summary>The value that is not exceeded with the probability.</summary>
    internal double Quantile(double probability) => Elementary.Exp(Location + (Spread * Normal.Quantile(probability)));

    /// <summary>The mean when every value above <paramref name="limit"/> counts as the limit; infinite means no limit.</summary>
    internal double LimitedMean(double limit)
    {
        if (limit <= 0)
        {
            return 0;
        }

        if (double.IsPositiveInfinity(limit))
        {
            return Mean;
        }

        return LimitedMean(limit, Elementary.Log(limit));
    }

    /// <summary>The same for a limit above zero whose logarithm is known.</summary>
    internal double LimitedMean(double limit, double logarithm)
    {
        var score = (logarithm - Location) / Spread;
        return (Mean * Normal.Below(score - Spread)) + (limit * Normal.Below(-score));
    }

    /// <summary>The mean of the square when every value above <paramref name="limit"/> counts as the limit; infinite means no limit.</summary>
    internal double LimitedSecondMoment(double limit)
    {
        if (limit <= 0)
        {
            return 0;
        }

        if (double.IsPositiveInfinity(limit))
        {
            return SecondMoment;
        }

        var score = Score(limit);
        return (SecondMoment * Normal.Below(score - (2 * Spread))) + (limit * limit * Normal.Below(-score));
    }

    private double Score(double x) => (Elementary.Log(x) - Location) / Spread;
}
