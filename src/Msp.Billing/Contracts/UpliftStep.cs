using Msp.Billing.Amounts;

namespace Msp.Billing.Contracts;

/// <summary>One increase of prices.</summary>
/// <param name="Day">The first day at the new prices.</param>
/// <param name="Percentage">By how much; negative for a decrease.</param>
public readonly record struct UpliftStep(DateOnly Day, Percentage Percentage);
