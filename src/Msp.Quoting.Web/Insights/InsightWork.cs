namespace Msp.Quoting.Web.Insights;

/// <summary>Figures that are to be computed.</summary>
/// <param name="SellerId">Whose.</param>
/// <param name="From">The first day of the first month.</param>
/// <param name="Through">The first day of the last month.</param>
/// <param name="Today">The day of the current figures.</param>
internal sealed record InsightWork(long SellerId, DateOnly From, DateOnly Through, DateOnly Today);
