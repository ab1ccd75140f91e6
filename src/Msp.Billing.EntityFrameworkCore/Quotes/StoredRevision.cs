using System.Collections.Immutable;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>A revision without what it says.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Parent">The revision that it was made from; null for the first.</param>
/// <param name="SentAt">When it was sent and frozen, in UTC; null while it is a draft.</param>
/// <param name="Hash">The SHA-256 of its canonical bytes; empty while it is a draft.</param>
public sealed record StoredRevision(int Number, int? Parent, DateTimeOffset? SentAt, ImmutableArray<byte> Hash);
