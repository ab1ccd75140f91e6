using System.Collections.Immutable;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>A posted document and what storage knows of it.</summary>
/// <param name="Id">Its number in storage.</param>
/// <param name="Document">The document.</param>
/// <param name="Hash">The hash that was stored when it was posted.</param>
/// <param name="PostedAt">When it was posted, in UTC.</param>
/// <param name="RunId">The run that posted it, by its number in storage; 0 for a correction outside a run.</param>
public sealed record StoredDocument(long Id, PostedDocument Document, ImmutableArray<byte> Hash, DateTimeOffset PostedAt, long RunId);
