using Msp.Billing.BreakFix;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Proposals;

/// <summary>The finding of a comparison in a sentence, as large when it speaks against the seller as when it speaks for it.</summary>
internal static class BreakFixWords
{
    /// <summary>The sentence above the chart.</summary>
    public static string Finding(ComparisonView comparison, string plan, Texts texts, Format format)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(format);
        var amount = format.Estimate(Math.Abs(comparison.Saving), comparison.Chart.Currency);
        var months = comparison.Chart.Months;
        return (comparison.Saving > 0, comparison.Verdict) switch
        {
            (_, Verdict.TooCloseToCall) => texts["{0} or break-fix: too close to call over {1} months", plan, months],
            (true, Verdict.ManagedLikely or Verdict.ManagedProbably) => texts["{0} is likely to cost {1} less than break-fix over {2} months", plan, amount, months],
            (false, Verdict.BreakFixLikely or Verdict.BreakFixProbably) => texts["Break-fix is likely to cost you {0} less than {1} over {2} months", amount, plan, months],
            (true, _) => texts["In most years break-fix is cheaper than {0}; rare bad years make it dearer on average", plan],
            _ => texts["In most years {0} is cheaper than break-fix; on average it costs {1} more over {2} months", plan, amount, months],
        };
    }
}
