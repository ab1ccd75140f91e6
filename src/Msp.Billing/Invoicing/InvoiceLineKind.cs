namespace Msp.Billing.Invoicing;

/// <summary>Why a line stands on a document. Stored: numbers are never reused.</summary>
public enum InvoiceLineKind
{
    /// <summary>A period billed for the first time.</summary>
    Recurring = 1,

    /// <summary>What was reported for a period, billed for the first time.</summary>
    Usage = 2,

    /// <summary>A charge that is billed once.</summary>
    OneOff = 3,

    /// <summary>The difference to what was billed before for the same period.</summary>
    Adjustment = 4,
}
