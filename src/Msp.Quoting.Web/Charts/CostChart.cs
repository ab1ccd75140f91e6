using Msp.Billing.Amounts;

namespace Msp.Quoting.Web.Charts;

/// <summary>What a cost chart shows: cumulative cost by month, from the start to the end of the term. Every list has one figure more than there are months.</summary>
/// <param name="Currency">Of every figure.</param>
/// <param name="Plans">The plans, one of them selected.</param>
/// <param name="Rival">What they are compared with; null for none.</param>
/// <param name="EvenMonth">The month in which the selected plan becomes cheaper; null when it does not.</param>
public sealed record CostChart(Currency Currency, IReadOnlyList<CostSeries> Plans, CostBands? Rival, int? EvenMonth)
{
    /// <summary>The months that it spans.</summary>
    public int Months => Plans[0].Cumulative.Count - 1;

    /// <summary>The highest figure in it, which the axis must reach.</summary>
    public decimal Highest => Math.Max(Plans.Max(plan => plan.Cumulative[^1]), Rival?.NineInTenBelow[^1] ?? 0m);
}
