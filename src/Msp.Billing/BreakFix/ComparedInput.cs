namespace Msp.Billing.BreakFix;

/// <summary>A number on which a comparison that was shown rests. Where a default comes from follows from the version of the model.</summary>
/// <param name="Input">Which number.</param>
/// <param name="Value">The number; infinite for no limit.</param>
/// <param name="Low">The low end of its band.</param>
/// <param name="High">The high end.</param>
/// <param name="Status">Where it comes from.</param>
public readonly record struct ComparedInput(ComparisonInput Input, double Value, double Low, double High, InputStatus Status);
