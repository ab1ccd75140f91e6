using System.Collections.Immutable;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>A document that has its number and is not stored yet.</summary>
/// <param name="Document">The document.</param>
/// <param name="Hash">The SHA-256 of its canonical bytes.</param>
internal readonly record struct NumberedDocument(PostedDocument Document, ImmutableArray<byte> Hash);
