namespace Msp.Quoting.Web.Quoting;

/// <summary>What has been spent after so many months, for the table under the chart.</summary>
/// <param name="Month">After how many.</param>
/// <param name="Plans">Each plan on average, in the order of the quote.</param>
/// <param name="Average">Break-fix on average.</param>
/// <param name="Low">1 in 10 is below.</param>
/// <param name="High">9 in 10 are below.</param>
public sealed record ComparisonRow(int Month, IReadOnlyList<decimal> Plans, decimal Average, decimal Low, decimal High);
