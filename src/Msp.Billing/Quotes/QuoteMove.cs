namespace Msp.Billing.Quotes;

/// <summary>One recorded move of a quote. Append-only.</summary>
/// <param name="Number">Its number in the quote, from 1, in the order of recording.</param>
/// <param name="Revision">Which revision moves; for <see cref="QuoteAction.Revise"/> the one that is revised.</param>
/// <param name="Action">What happens.</param>
/// <param name="Note">Who, when and why.</param>
/// <param name="ValidUntil">When it is sent: the last day on which it can be accepted, inclusive; null for every other move.</param>
public sealed record QuoteMove(int Number, int Revision, QuoteAction Action, QuoteNote Note, DateOnly? ValidUntil = null);
