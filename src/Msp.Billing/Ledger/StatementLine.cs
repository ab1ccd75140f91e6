using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>One movement on a customer's statement.</summary>
/// <param name="Day">The day in the books.</param>
/// <param name="Source">What it comes from.</param>
/// <param name="Reference">The number of that.</param>
/// <param name="Amount">Above zero: the customer owes more; below zero: less.</param>
/// <param name="Balance">What the customer owes after it; below zero where the customer has credit.</param>
public sealed record StatementLine(DateOnly Day, JournalSource Source, string Reference, Money Amount, Money Balance);
