using System.Collections.Immutable;

namespace Msp.Billing.BreakFix.Distributions;

/// <summary>What one event costs: one of several ways, each by the same lognormal size; what no way takes costs nothing.</summary>
internal sealed class Jump
{
    /// <summary>Creates a jump.</summary>
    /// <param name="size">The event's size, such as the hours of an outage.</param>
    /// <param name="limit">The most that scale × size can come to, such as what an insured customer retains; infinite for no limit.</param>
    /// <param name="charge">What is charged on top, independent of the size; null for nothing.</param>
    /// <param name="parts">The ways; those that cost nothing are left out.</param>
    internal Jump(Lognormal size, double limit, DiscreteAmounts? charge, params ReadOnlySpan<JumpPart> parts)
    {
        Size = size;
        Limit = limit;
        Charge = charge;
        var costing = ImmutableArray.CreateBuilder<JumpPart>(parts.Length);
        foreach (var part in parts)
        {
            if (part.Weight > 0 && (part.Shift != 0 || (part.Scale != 0 && limit > 0) || (part.Charged && charge?.SecondMoment > 0)))
            {
                costing.Add(part);
                Weight += part.Weight;
                HasCharged |= part.Charged && charge is not null;
                HasPlain |= !part.Charged || charge is null;
            }
        }

        Parts = costing.ToImmutable();
    }

    /// <summary>The event's size.</summary>
    internal Lognormal Size { get; }

    /// <summary>The most that scale × size can come to.</summary>
    internal double Limit { get; }

    /// <summary>What is charged on top in the parts that say so.</summary>
    internal DiscreteAmounts? Charge { get; }

    /// <summary>The ways that cost something.</summary>
    internal ImmutableArray<JumpPart> Parts { get; }

    /// <summary>Whether any of them is charged.</summary>
    internal bool HasCharged { get; }

    /// <summary>Whether any of them is not.</summary>
    internal bool HasPlain { get; }

    /// <summary>The share of events that cost something.</summary>
    internal double Weight { get; }

    /// <summary>The mean, and the mean of the square, when sizes above <paramref name="trim"/> count as that; infinite trims nothing.</summary>
    internal (double Mean, double SecondMoment) Moments(double trim)
    {
        double mean = 0, second = 0;
        foreach (var part in Parts)
        {
            var limit = Math.Min(trim, Limit / Math.Abs(part.Scale));
            var first = part.Scale == 0 ? 0 : part.Scale * Size.LimitedMean(limit);
            var square = part.Scale == 0 ? 0 : part.Scale * part.Scale * Size.LimitedSecondMoment(limit);
            var (charge, chargeSquare) = part.Charged && Charge is not null ? (Charge.Mean, Charge.SecondMoment) : (0, 0);
            var certain = part.Shift + charge;
            mean += part.Weight * (certain + first);
            second += part.Weight * (chargeSquare + (2 * part.Shift * charge) + (part.Shift * part.Shift) + (2 * certain * first) + square);
        }

        return (mean, second);
    }
}
