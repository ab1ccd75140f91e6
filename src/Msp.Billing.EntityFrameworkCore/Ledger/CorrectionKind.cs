namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>How a posted invoice is corrected. Stored: numbers are never reused.</summary>
public enum CorrectionKind
{
    /// <summary>Lines are given back and stay given back.</summary>
    Credit = 1,

    /// <summary>Lines are given back, and what the contract owes as it is known now is billed at once.</summary>
    CreditAndRebill = 2,

    /// <summary>What is open is given up. The document stays as it is.</summary>
    WriteOff = 3,
}
