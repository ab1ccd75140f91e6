namespace Msp.Billing.Invoicing;

/// <summary>What can happen to a document. Stored with its history: numbers are never reused.</summary>
public enum InvoiceAction
{
    /// <summary>Release it for posting.</summary>
    Approve = 1,

    /// <summary>Send it back to review.</summary>
    Reopen = 2,

    /// <summary>Give it its number.</summary>
    Post = 3,

    /// <summary>A payment or credit covers a part.</summary>
    SettlePart = 4,

    /// <summary>A payment or credit covers the rest.</summary>
    Settle = 5,

    /// <summary>A payment or credit is taken back.</summary>
    Unsettle = 6,

    /// <summary>Give up what is open.</summary>
    WriteOff = 7,

    /// <summary>Drop a draft.</summary>
    Discard = 8,

    /// <summary>Send it to the customer. Changes nothing about what is owed.</summary>
    Deliver = 9,
}
