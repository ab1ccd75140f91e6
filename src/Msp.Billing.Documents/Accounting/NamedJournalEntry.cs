using Msp.Billing.Ledger;

namespace Msp.Billing.Documents.Accounting;

/// <summary>An entry of the journal with the name of its customer, as a journal for another program has it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="CustomerName">The customer's name; null for many.</param>
public sealed record NamedJournalEntry(JournalEntry Entry, string? CustomerName);
