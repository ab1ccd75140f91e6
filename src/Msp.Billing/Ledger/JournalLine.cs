namespace Msp.Billing.Ledger;

/// <summary>One side of an entry.</summary>
/// <param name="Account">The account.</param>
/// <param name="MinorUnits">In minor units of the entry's currency: above zero a debit, below zero a credit.</param>
public readonly record struct JournalLine(Account Account, long MinorUnits);
