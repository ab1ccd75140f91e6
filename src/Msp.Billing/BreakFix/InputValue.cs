namespace Msp.Billing.BreakFix;

/// <summary>One number of a comparison with its band and where it comes from. Amounts are in the comparison's currency.</summary>
/// <param name="Input">Which number.</param>
/// <param name="Value">The number.</param>
/// <param name="Low">The low end of what is likely; at most the value.</param>
/// <param name="High">The high end; at least the value. Equal to the low end for what is certain.</param>
/// <param name="Status">Where it comes from.</param>
/// <param name="Source">The source, the arithmetic or who said so.</param>
public readonly record struct InputValue(ComparisonInput Input, double Value, double Low, double High, InputStatus Status, string Source)
{
    /// <summary>Whether it is likely to be off at all.</summary>
    public bool IsUncertain => Low < High;
}
