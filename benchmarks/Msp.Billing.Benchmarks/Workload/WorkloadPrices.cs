using System.Collections.Immutable;
using Msp.Billing.Plans;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>The prices of a plan of MSP-MONTH-1, in dollars.</summary>
/// <param name="Platform">A month.</param>
/// <param name="UpTo25">A user, the first 25.</param>
/// <param name="UpTo100">A user, the 26th to the 100th.</param>
/// <param name="Above">A user from the 101st on.</param>
/// <param name="IncludedStorage">Gigabytes that cost nothing.</param>
/// <param name="Storage">A gigabyte above them.</param>
/// <param name="SupportHour">An hour, in quarters begun.</param>
internal sealed record WorkloadPrices(decimal Platform, decimal UpTo25, decimal UpTo100, decimal Above, decimal IncludedStorage, decimal Storage, decimal SupportHour)
{
    private static readonly WorkloadPrices Basic = new(149.00m, 38.5000m, 34.2500m, 29.9950m, 250m, 0.0450m, 120m);
    private static readonly WorkloadPrices Standard = new(349.00m, 62.0000m, 55.1250m, 48.7475m, 1000m, 0.0420m, 95m);
    private static readonly WorkloadPrices Premium = new(799.00m, 95.0000m, 86.3330m, 77.7775m, 2500m, 0.0385m, 0m);

    /// <summary>The three steps of the price of users.</summary>
    public ImmutableArray<PriceStep> Users => [new(25m, UpTo25), new(100m, UpTo100), new(null, Above)];

    /// <summary>The prices of a plan.</summary>
    public static WorkloadPrices Of(PricingTier tier) => tier switch
    {
        PricingTier.Basic => Basic,
        PricingTier.Standard => Standard,
        PricingTier.Premium => Premium,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "No such plan."),
    };
}
