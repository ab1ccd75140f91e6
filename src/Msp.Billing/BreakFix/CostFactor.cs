namespace Msp.Billing.BreakFix;

/// <summary>One factor of a line's cost, such as 189 calls per year.</summary>
/// <param name="Measure">What it measures.</param>
/// <param name="Value">In that measure; amounts in major units of the comparison's currency.</param>
public readonly record struct CostFactor(CostMeasure Measure, double Value);
