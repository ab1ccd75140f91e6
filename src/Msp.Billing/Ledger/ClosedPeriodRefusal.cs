namespace Msp.Billing.Ledger;

/// <summary>Why the books take nothing on a day, or are not closed through it.</summary>
public enum ClosedPeriodRefusal
{
    /// <summary>The day is closed.</summary>
    Closed = 1,

    /// <summary>Revenue was recognised through a later day already.</summary>
    RecognisedLater = 2,

    /// <summary>Revenue that is earned by the day is not recognised yet.</summary>
    NotRecognised = 3,

    /// <summary>Lines, documents and journal differ, or documents are not booked.</summary>
    Differs = 4,
}
