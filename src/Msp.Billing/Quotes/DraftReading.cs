using System.Collections.Immutable;

namespace Msp.Billing.Quotes;

/// <summary>What reading a draft gave: a content that can be priced, or the problems that stand in its way.</summary>
/// <param name="Content">The content; null where there is a problem.</param>
/// <param name="Problems">Every problem, in the order of the fields.</param>
public sealed record DraftReading(QuoteContent? Content, ImmutableArray<DraftProblem> Problems);
