using Msp.Billing.Amounts;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>From a day on, a line costs this.</summary>
/// <param name="Day">The first day.</param>
/// <param name="Pricing">The price of a whole natural period, uplifts included.</param>
/// <param name="Uplifted">Whether an uplift, and not an agreement on this line, set it.</param>
/// <param name="Step">By how much the uplift raised it; zero where it is agreed.</param>
public readonly record struct PriceChange(DateOnly Day, Pricing Pricing, bool Uplifted, Percentage Step = default);
