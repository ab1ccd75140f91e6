using Msp.Billing.Periods;

namespace Msp.Billing.Invoicing;

/// <summary>One change since a period was billed, over the days on which it makes the same difference.</summary>
/// <param name="Cause">What changed.</param>
/// <param name="Days">The days of the difference.</param>
/// <param name="Quantity">The difference in units, with its sign; zero when the quantity stayed.</param>
/// <param name="UnitPrice">The price of one unit; null where steps or blocks set it, or where the price itself changed.</param>
/// <param name="Share">What share of the whole period's price its days are.</param>
/// <param name="Exact">What it changes, in major units times the common denominator, with its sign.</param>
/// <param name="MinorUnits">Its share of the rounded difference.</param>
internal readonly record struct AdjustmentStep(
    AdjustmentCause Cause, ServicePeriod Days, decimal Quantity, decimal? UnitPrice, Share Share, decimal Exact, long MinorUnits);
