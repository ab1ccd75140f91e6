using System.Collections.Immutable;

namespace Msp.Billing.BreakFix;

/// <summary>A line of a year's mean cost before rounding.</summary>
internal readonly record struct YearLine(CostKind Kind, ImmutableArray<CostFactor> Factors)
{
    /// <summary>The product of the factors.</summary>
    internal double Amount
    {
        get
        {
            var product = 1.0;
            foreach (var factor in Factors)
            {
                product *= factor.Value;
            }

            return product;
        }
    }

    /// <summary>Whether the amount varies from year to year; the rest is certain.</summary>
    internal bool Varies => Kind is CostKind.Repairs or CostKind.Waiting or CostKind.OutageRepairs or CostKind.OutageTime
        or CostKind.OutageRevenue or CostKind.Security;
}
