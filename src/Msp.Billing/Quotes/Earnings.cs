using Msp.Billing.Amounts;

namespace Msp.Billing.Quotes;

/// <summary>The two figures that say what work earns, alike for what is offered and for what was billed. Rounded down, so that neither flatters.</summary>
internal static class Earnings
{
    /// <summary>A profit as a share of its revenue, rounded down to four decimals of a percent; null without revenue, and below -100 %.</summary>
    internal static Percentage? MarginOf(Money profit, Money revenue) => revenue.MinorUnits > 0 && profit.MinorUnits >= -revenue.MinorUnits
        ? new Percentage(decimal.Floor(profit.MinorUnits * 1_000_000m / revenue.MinorUnits) / 10_000m)
        : null;

    /// <summary>What is left after line costs for each hour, rounded down to the minor unit; null without hours.</summary>
    internal static Money? PerHour(Money afterCosts, decimal hours) => hours > 0
        ? Money.FromMinorUnits(decimal.ToInt64(decimal.Floor(afterCosts.MinorUnits / hours)), afterCosts.Currency)
        : null;
}
