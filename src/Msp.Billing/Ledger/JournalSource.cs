namespace Msp.Billing.Ledger;

/// <summary>What an entry of the journal comes from. Stored: numbers are never reused.</summary>
public enum JournalSource
{
    /// <summary>A posted invoice or credit note.</summary>
    Document = 1,

    /// <summary>Money received, or given back by the bank.</summary>
    Payment = 2,

    /// <summary>A payment or credit note that is applied to an invoice, or taken off it again.</summary>
    Allocation = 3,

    /// <summary>Money paid back to a customer.</summary>
    Refund = 4,

    /// <summary>An invoice, or the rest of one, that is given up.</summary>
    WriteOff = 5,

    /// <summary>Interest or a fee for late payment.</summary>
    LateCharge = 6,

    /// <summary>Revenue earned by the days that have passed.</summary>
    Recognition = 7,
}
