using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>One booked movement of a bank statement.</summary>
/// <param name="Account">The seller's bank account, such as its IBAN.</param>
/// <param name="Reference">The bank's own reference of the movement; with the account it names it for ever.</param>
/// <param name="Day">When it was booked.</param>
/// <param name="Amount">Above zero when money came in.</param>
/// <param name="Counterparty">Who paid, as the bank says; may be empty.</param>
/// <param name="Remittance">What the payer wrote; may be empty.</param>
public sealed record BankEntry(string Account, string Reference, DateOnly Day, Money Amount, string Counterparty, string Remittance);
