namespace Msp.Quoting.Web.Charts;

/// <summary>The cumulative cost of one plan.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Cumulative">From the start to the end of each month.</param>
/// <param name="IsSelected">Whether it is the one that is offered.</param>
public sealed record CostSeries(string Name, IReadOnlyList<decimal> Cumulative, bool IsSelected);
