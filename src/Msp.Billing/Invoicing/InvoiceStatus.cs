namespace Msp.Billing.Invoicing;

/// <summary>Where a document is. What is posted never changes; what happens to it afterwards is kept beside it. Stored: numbers are never reused.</summary>
public enum InvoiceStatus
{
    /// <summary>Computed in a run; owed by nobody.</summary>
    Draft = 1,

    /// <summary>Reviewed and released for posting.</summary>
    Approved = 2,

    /// <summary>Numbered, owed, unchangeable.</summary>
    Posted = 3,

    /// <summary>Something of it is paid or credited.</summary>
    PartlySettled = 4,

    /// <summary>Nothing is open any more.</summary>
    Settled = 5,

    /// <summary>What was open is given up.</summary>
    WrittenOff = 6,

    /// <summary>A draft that was not posted.</summary>
    Discarded = 7,
}
