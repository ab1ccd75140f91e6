using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>What a regime costs in a span of time, before tax: on average, and in quiet and bad years.</summary>
/// <param name="Mean">The average over all years that may come. This is the statistic that headline, chart, tornado and breakevens share.</param>
/// <param name="P10">One year in ten costs less.</param>
/// <param name="P25">One year in four costs less.</param>
/// <param name="P50">As many years cost more as less.</param>
/// <param name="P75">One year in four costs more.</param>
/// <param name="P90">One year in ten costs more.</param>
/// <param name="P95">One year in twenty costs more.</param>
/// <remarks>Output of the model, not observation; to be shown in two figures and labelled as such.</remarks>
public sealed record CostFigures(Money Mean, Money P10, Money P25, Money P50, Money P75, Money P90, Money P95);
