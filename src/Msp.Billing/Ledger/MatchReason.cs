namespace Msp.Billing.Ledger;

/// <summary>Why a movement of the bank is thought to pay an invoice.</summary>
public enum MatchReason
{
    /// <summary>The invoice's number stands in the payer's text.</summary>
    Reference = 1,

    /// <summary>The amount is what the invoice, or the named invoices together, are owed.</summary>
    Amount = 2,

    /// <summary>The payer's name is the customer's.</summary>
    Name = 3,
}
