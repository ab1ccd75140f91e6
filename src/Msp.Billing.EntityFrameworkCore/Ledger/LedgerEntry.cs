using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>An entry as it is stored.</summary>
/// <param name="SourceId">The number in storage of what it comes from.</param>
/// <param name="Entry">The entry.</param>
/// <param name="CustomerName">The customer's name as it is now; null for many.</param>
public sealed record LedgerEntry(long SourceId, JournalEntry Entry, string? CustomerName);
