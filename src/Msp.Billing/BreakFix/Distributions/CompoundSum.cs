namespace Msp.Billing.BreakFix.Distributions;

/// <summary>The total cost of a random number of events that cost alike and independently: E[S] = E[N] E[X].</summary>
internal sealed record CompoundSum(Frequency Frequency, Jump Jump)
{
    /// <summary>Whether it is zero for certain.</summary>
    internal bool IsNothing => Frequency.Mean == 0 || Jump.Parts.IsEmpty;

    /// <summary>The mean of the total.</summary>
    internal double Mean => Moments(double.PositiveInfinity).Mean;

    /// <summary>The variance of the total: E[N] E[X²], and with an uncertain rate (E[N] E[X])² / Shape more.</summary>
    internal double Variance => Moments(double.PositiveInfinity).Variance;

    /// <summary>Mean and variance when event sizes are trimmed so far down that only with the given probability an event is larger.</summary>
    internal (double Mean, double Variance) Trimmed(double probability) =>
        Moments(Frequency.Mean <= probability ? 0 : Jump.Size.Quantile(1 - (probability / Frequency.Mean)));

    private (double Mean, double Variance) Moments(double trim)
    {
        var (mean, second) = Jump.Moments(trim);
        var total = Frequency.Mean * mean;
        return (total, (Frequency.Mean * second) + (total * total / Frequency.Shape));
    }
}
