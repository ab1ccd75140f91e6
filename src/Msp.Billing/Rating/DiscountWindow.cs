using Msp.Billing.Contracts;
using Msp.Billing.Periods;

namespace Msp.Billing.Rating;

/// <summary>The days on which a discount reduces a line.</summary>
/// <param name="Discount">The discount.</param>
/// <param name="Days">When it holds.</param>
public readonly record struct DiscountWindow(Discount Discount, ServicePeriod Days);
