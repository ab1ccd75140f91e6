using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>What one entry moved on one account.</summary>
/// <param name="Day">The day in the books.</param>
/// <param name="Source">What it comes from.</param>
/// <param name="Reference">The number of that.</param>
/// <param name="Customer">The customer's number; null for many.</param>
/// <param name="CustomerName">The customer's name as it is now; null for many.</param>
/// <param name="Document">The invoice or credit note that it concerns; null for none.</param>
/// <param name="Payment">The payment or refund that it concerns; null for none.</param>
/// <param name="Amount">Debit above zero, credit below.</param>
/// <param name="Balance">What stands on the account after it.</param>
public sealed record AccountMovement(
    DateOnly Day, JournalSource Source, string Reference, string? Customer, string? CustomerName, string? Document, string? Payment, Money Amount, Money Balance);
