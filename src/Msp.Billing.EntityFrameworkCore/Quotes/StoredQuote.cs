using System.Collections.Immutable;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>A quote as it is stored.</summary>
/// <param name="Quote">Its number, customer and moves: status and allowed actions follow from it.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Draft">The newest saved draft of the newest revision, as it was entered.</param>
/// <param name="Version">The draft's version, to give back when it is saved.</param>
/// <param name="Revisions">Every revision, the first first.</param>
public sealed record StoredQuote(Quote Quote, string Owner, QuoteDraft Draft, QuoteDraftVersion Version, ImmutableArray<StoredRevision> Revisions);
