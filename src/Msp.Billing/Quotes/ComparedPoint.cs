using Msp.Billing.Amounts;

namespace Msp.Billing.Quotes;

/// <summary>What break-fix adds up to after some months, before tax: a row of the table and a point of the chart.</summary>
/// <param name="Month">After how many months.</param>
/// <param name="P10">One course in ten stays below.</param>
/// <param name="P25">One in four stays below.</param>
/// <param name="Mean">The average.</param>
/// <param name="P75">One in four goes above.</param>
/// <param name="P90">One in ten goes above.</param>
public readonly record struct ComparedPoint(int Month, Money P10, Money P25, Money Mean, Money P75, Money P90);
