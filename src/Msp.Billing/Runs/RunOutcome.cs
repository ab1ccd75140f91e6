namespace Msp.Billing.Runs;

/// <summary>What a run says of a contract: every contract is billed, explained or a problem. Stored: numbers are never reused.</summary>
public enum RunOutcome
{
    /// <summary>It has a draft, and a document once the run is posted.</summary>
    Billed = 1,

    /// <summary>Nothing falls due and nothing changed.</summary>
    NothingDue = 2,

    /// <summary>It is not signed, not begun, suspended or over, and nothing is left to bill.</summary>
    NotRunning = 3,

    /// <summary>It cannot be drafted until something is put right.</summary>
    Problem = 4,

    /// <summary>Somebody left it out, with a reason.</summary>
    LeftOut = 5,
}
