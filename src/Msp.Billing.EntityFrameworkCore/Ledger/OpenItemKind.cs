namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>What can be owed, or give something. Stored: numbers are never reused.</summary>
public enum OpenItemKind
{
    /// <summary>A posted invoice, or a credit note.</summary>
    Document = 1,

    /// <summary>A payment, a refund or a reversal.</summary>
    Payment = 2,

    /// <summary>Interest or a fee for paying late.</summary>
    LateCharge = 3,
}
