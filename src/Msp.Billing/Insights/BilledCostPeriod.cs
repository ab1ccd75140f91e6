using Msp.Billing.Periods;

namespace Msp.Billing.Insights;

/// <summary>A line and natural period that a document bills, for the first time or again.</summary>
/// <param name="LineId">The contract line's number.</param>
/// <param name="Natural">The natural period.</param>
/// <param name="BilledKnownAt">As of when the document before it that billed the period knew the contract; null when it is billed for the first time.</param>
public readonly record struct BilledCostPeriod(int LineId, ServicePeriod Natural, DateTimeOffset? BilledKnownAt);
