namespace Msp.Billing.Insights;

/// <summary>What is billed for a line and natural period costs the seller.</summary>
/// <param name="LineId">The contract line's number.</param>
/// <param name="MinorUnits">The cost, below zero where less is billed than before; null where the cost of a unit is not known.</param>
/// <param name="Hours">The hours that are billed, below zero where fewer are than before; null where the line counts no hours.</param>
public readonly record struct BilledCost(int LineId, long? MinorUnits, decimal? Hours);
