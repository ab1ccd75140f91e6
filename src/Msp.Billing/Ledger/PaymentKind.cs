namespace Msp.Billing.Ledger;

/// <summary>Which way money went. Stored: numbers are never reused.</summary>
public enum PaymentKind
{
    /// <summary>The customer paid; the amount is above zero.</summary>
    Received = 1,

    /// <summary>The seller paid back; the amount is below zero.</summary>
    Refund = 2,

    /// <summary>A payment that did not happen after all: the bank took it back, or it was recorded by mistake. The amount is below zero.</summary>
    Reversal = 3,
}
