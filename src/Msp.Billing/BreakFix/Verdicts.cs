namespace Msp.Billing.BreakFix;

/// <summary>From the share of years to a verdict and its words. The bands are fixed: no seller can move them.</summary>
public static class Verdicts
{
    /// <summary>The verdict for the probability, 0 to 1, that break-fix is cheaper in a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no probability.</exception>
    public static Verdict Of(double breakFixCheaper) => breakFixCheaper switch
    {
        > 0.8 and <= 1 => Verdict.BreakFixLikely,
        > 0.6 and <= 0.8 => Verdict.BreakFixProbably,
        >= 0.4 and <= 0.6 => Verdict.TooCloseToCall,
        >= 0.2 and < 0.4 => Verdict.ManagedProbably,
        >= 0 and < 0.2 => Verdict.ManagedLikely,
        _ => throw new ArgumentOutOfRangeException(nameof(breakFixCheaper), breakFixCheaper, "A probability is from 0 to 1."),
    };

    /// <summary>The words for the customer, in English; pages in other languages write their own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such verdict.</exception>
    public static string Words(Verdict verdict) => verdict switch
    {
        Verdict.BreakFixLikely => "Break-fix is likely cheaper for you.",
        Verdict.BreakFixProbably => "Break-fix is probably cheaper for you.",
        Verdict.TooCloseToCall => "Too close to call.",
        Verdict.ManagedProbably => "The managed service is probably cheaper for you.",
        Verdict.ManagedLikely => "The managed service is likely cheaper for you.",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "There is no such verdict."),
    };
}
