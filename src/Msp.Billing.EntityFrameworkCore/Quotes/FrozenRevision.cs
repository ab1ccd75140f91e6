using System.Collections.Immutable;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>What a sent revision says, as it was frozen.</summary>
/// <param name="Number">The revision's number.</param>
/// <param name="SentAt">When it was sent, in UTC.</param>
/// <param name="Canonical">Its canonical bytes.</param>
/// <param name="Hash">Their SHA-256.</param>
/// <param name="Content">The content, costs and internal notes included: never pass it to a page for customers.</param>
public sealed record FrozenRevision(int Number, DateTimeOffset SentAt, ImmutableArray<byte> Canonical, ImmutableArray<byte> Hash, QuoteContent Content);
