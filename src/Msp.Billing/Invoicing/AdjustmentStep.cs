using Msp.Billing.Periods;

namespace Msp.Billing.Invoicing;

/// <summary>One change since a period was billed: from its day to the end of what is held.</summary>
/// <param name="Cause">What changed.</param>
/// <param name="Days">From the change to the end of the days held, before or after it.</param>
/// <param name="Quantity">The difference in units, with its sign; zero when the quantity stayed.</param>
/// <param name="UnitPrice">The price of one unit; null where steps or blocks set it, or where the price itself changed.</param>
/// <param name="Exact">What it changes, in major units, with its sign: a numerator over the denominator that all steps of a period share.</param>
/// <param name="MinorUnits">Its share of the rounded difference.</param>
internal readonly record struct AdjustmentStep(
    AdjustmentCause Cause, ServicePeriod Days, decimal Quantity, decimal? UnitPrice, decimal Exact, long MinorUnits);
