namespace Msp.Billing.Quotes;

/// <summary>A number of the break-fix comparison as it was entered.</summary>
/// <param name="Input">Which number, by its name in <see cref="BreakFix.ComparisonInput"/>; names that are not there are ignored.</param>
/// <param name="Value">What the customer says.</param>
public sealed record DraftAssumption(string Input, string Value);
