namespace Msp.Billing.Ledger;

/// <summary>What becomes of a credit note, and of what a customer paid too much. Stored: numbers are never reused.</summary>
public enum CreditPolicy
{
    /// <summary>It pays the customer's open invoices, the oldest first; the rest is carried.</summary>
    ApplyToOpen = 1,

    /// <summary>It is carried as the customer's credit until somebody applies it or pays it back.</summary>
    Carry = 2,
}
