using System.Collections.Immutable;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Total">How many there are altogether.</param>
public sealed record InsightPage<T>(ImmutableArray<T> Rows, int Total);
