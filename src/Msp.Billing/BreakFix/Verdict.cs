namespace Msp.Billing.BreakFix;

/// <summary>Which of break-fix and the offer is cheaper, by the share of years in which break-fix is. Stored: numbers are never reused.</summary>
public enum Verdict
{
    /// <summary>In more than 80 of 100 years break-fix is cheaper.</summary>
    BreakFixLikely = 1,

    /// <summary>In more than 60 and up to 80.</summary>
    BreakFixProbably = 2,

    /// <summary>In 40 to 60, both included.</summary>
    TooCloseToCall = 3,

    /// <summary>In 20 or more and less than 40.</summary>
    ManagedProbably = 4,

    /// <summary>In less than 20.</summary>
    ManagedLikely = 5,
}
