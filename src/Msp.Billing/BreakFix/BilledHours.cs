using Msp.Billing.BreakFix.Distributions;

namespace Msp.Billing.BreakFix;

/// <summary>The hours that a call is billed: the hours of work, rounded up to a step, at least a minimum.</summary>
/// <param name="Work">The hours of work.</param>
/// <param name="Step">To what multiple they are rounded up.</param>
internal sealed record BilledHours(Lognormal Work, double Step)
{
    // Where the sum of the mean goes over into an integral, and where the distribution is cut.
    private const int Summed = 40;
    private const int MostSteps = 4096;
    private const double Negligible = 1e-12;

    /// <summary>The mean: minimum + Σ step × P(work beyond each step).</summary>
    internal double Mean(double minimum)
    {
        var covered = (int)Math.Floor(minimum / Step);
        var sum = (((covered + 1) * Step) - minimum) * Work.Above(covered * Step);
        var last = covered + 1 + Summed;
        for (var steps = covered + 1; steps < last; steps++)
        {
            sum += Step * Work.Above(steps * Step);
        }

        // Euler and Maclaurin: the rest of the sum is the integral, half the first term and a correction by its slope.
        var from = last * Step;
        return minimum + sum + (Work.Mean - Work.LimitedMean(from)) + (Step / 2 * Work.Above(from)) + (Step * Step / 12 * Work.Density(from));
    }

    /// <summary>The hours billed and their probabilities, shortest first; what is cut off at the far end stands there with its mean.</summary>
    internal IEnumerable<(double Hours, double Probability)> Distribution(double minimum)
    {
        var steps = (int)Math.Floor(minimum / Step);
        var last = steps + MostSteps;
        var above = Work.Above(steps * Step);
        yield return (minimum, 1 - above);
        while (above > Negligible && steps < last)
        {
            steps++;
            var next = Work.Above(steps * Step);
            yield return (steps * Step, above - next);
            above = next;
        }

        if (above > 0)
        {
            var reached = steps * Step;
            yield return (reached + ((Work.Mean - Work.LimitedMean(reached)) / above) + (Step / 2), above);
        }
    }
}
