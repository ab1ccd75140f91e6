using System.Collections.Immutable;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>A page of a list.</summary>
/// <param name="Rows">The rows, the last changed first.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record QuotePage(ImmutableArray<QuoteListRow> Rows, int Total);
