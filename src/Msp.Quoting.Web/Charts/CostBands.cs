namespace Msp.Quoting.Web.Charts;

/// <summary>The cumulative cost of an uncertain alternative: its average, the range of 5 futures in 10 and of 8 in 10.</summary>
/// <param name="Name">What it is called, such as "Break-fix".</param>
/// <param name="OneInTenBelow">1 future in 10 costs less.</param>
/// <param name="QuarterBelow">A quarter of the futures costs less.</param>
/// <param name="Mean">The average of all futures: the statistic of headline and table.</param>
/// <param name="ThreeQuartersBelow">Three quarters cost less.</param>
/// <param name="NineInTenBelow">9 in 10 cost less.</param>
public sealed record CostBands(
    string Name,
    IReadOnlyList<decimal> OneInTenBelow,
    IReadOnlyList<decimal> QuarterBelow,
    IReadOnlyList<decimal> Mean,
    IReadOnlyList<decimal> ThreeQuartersBelow,
    IReadOnlyList<decimal> NineInTenBelow);
