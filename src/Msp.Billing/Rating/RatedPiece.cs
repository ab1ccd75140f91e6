using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>A run of days of a period over which quantity, price and discounts stay the same.</summary>
/// <param name="Days">The days held.</param>
/// <param name="Quantity">What was counted or reported.</param>
/// <param name="Billable">What the price is for: after minimum, included units and increment.</param>
/// <param name="Pricing">The price in force.</param>
/// <param name="Uplifted">Whether an uplift set the price in force.</param>
/// <param name="Exact">The price of a whole period at this quantity, after the line's and the contract's percents and the line's amounts off; exact, in major units.</param>
/// <param name="Least">The minimum spend of a whole period after the same discounts; exact, in major units.</param>
/// <param name="Weight">The days in the terms of the line's day count.</param>
public readonly record struct RatedPiece(
    ServicePeriod Days, decimal Quantity, decimal Billable, Pricing Pricing, bool Uplifted, decimal Exact, decimal Least, int Weight);
