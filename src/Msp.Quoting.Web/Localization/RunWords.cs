using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Quoting.Web.Localization;

/// <summary>What runs and their findings are called on pages, in English; the resource files translate it.</summary>
internal static class RunWords
{
    /// <summary>Where a run is.</summary>
    public static string Of(RunStatus status) => status switch
    {
        RunStatus.Previewing => "Preview incomplete",
        RunStatus.Previewed => "In review",
        RunStatus.Reviewed => "Waits for approval",
        RunStatus.Approved => "Approved",
        RunStatus.Posting => "Being posted",
        RunStatus.Posted => "Posted",
        RunStatus.Cancelled => "Cancelled",
        _ => status.ToString(),
    };

    /// <summary>What a status means: the kind of its badge.</summary>
    public static string KindOf(RunStatus status) => status switch
    {
        RunStatus.Posted => "good",
        RunStatus.Approved => "info",
        RunStatus.Previewing or RunStatus.Posting => "warn",
        _ => "quiet",
    };

    /// <summary>What a tab of the review is called.</summary>
    public static string Of(RunNeed need) => need switch
    {
        RunNeed.Attention => "Need attention",
        RunNeed.Changed => "Changed",
        RunNeed.Unchanged => "Unchanged",
        RunNeed.NotBilled => "Not billed",
        _ => need.ToString(),
    };

    /// <summary>Why a contract has no document.</summary>
    public static string Of(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Billed => "Billed",
        RunOutcome.NothingDue => "Nothing falls due in this period",
        RunOutcome.NotRunning => "Not running, and nothing is left to bill",
        RunOutcome.Problem => "Cannot be billed until it is put right",
        RunOutcome.LeftOut => "Left out on purpose",
        _ => outcome.ToString(),
    };

    /// <summary>What a flag says, in two or three words.</summary>
    public static string Of(RunReviewItem row) => row.Flag switch
    {
        RunConcern.Blocked or RunConcern.Warning => TitleOf(row.Problems[0].Code),
        RunConcern.CreditNote => "Credit note",
        RunConcern.FirstInvoice => "First invoice",
        RunConcern.LargeChange => "Large change",
        _ => Largest(row) is { } cause ? Words.NameOf(cause) : row.Item.Lines == 0 ? "Not billed" : "As last month",
    };

    /// <summary>What a flag means: the kind of its badge.</summary>
    public static string KindOf(RunReviewItem row) => row.Flag switch
    {
        RunConcern.Blocked => "bad",
        RunConcern.Warning or RunConcern.LargeChange => "warn",
        RunConcern.CreditNote or RunConcern.FirstInvoice => "info",
        _ => "quiet",
    };

    /// <summary>The reason in a sentence: what is wrong, or which causes moved it by how much.</summary>
    public static string Reason(RunReviewItem row, Texts texts, Format format)
    {
        if (row.Problems is [var problem, ..])
        {
            return problem.Message;
        }

        var parts = Words.Of(row.Item.Variance, row.Item.Total.Currency);
        if (parts.Count == 0)
        {
            return texts[Of(row.Item.Outcome)];
        }

        var largest = parts.OrderByDescending(part => Math.Abs(part.Amount.MinorUnits)).Take(3).Select(part => $"{texts[part.Cause]} {format.Change(part.Amount)}");
        return (row.Item.Lines == 0 ? texts[Of(row.Item.Outcome)] + ". " : "") + string.Join(" · ", largest);
    }

    /// <summary>What a problem is about.</summary>
    public static string TitleOf(string code) => code switch
    {
        "tax-rate-missing" => "Tax rate missing",
        "amount-too-large" => "Amount too large",
        "history-contradicts-itself" => "History contradicts itself",
        "contract-unreadable" => "Terms cannot be billed",
        "customer-missing" => "Customer missing",
        "usage-not-reported" => "Usage not reported",
        "changed-since-approval" => "Changed since approval",
        _ => "Problem",
    };

    /// <summary>What somebody did to a run, from the word in the log.</summary>
    public static string OfAction(string action) => action switch
    {
        AuditActions.RunPreviewStarted => "Preview begun",
        AuditActions.RunPreviewed => "Preview built",
        AuditActions.RunReviewed => "Sent for approval",
        AuditActions.RunApproved => "Approved",
        AuditActions.RunPostingStarted => "Posting begun",
        AuditActions.RunPostingStopped => "Posting stopped",
        AuditActions.RunPostingResumed => "Posting went on",
        AuditActions.RunPosted => "Posted",
        AuditActions.RunCancelled => "Cancelled",
        _ => action,
    };

    private static VarianceCause? Largest(RunReviewItem row)
    {
        VarianceCause? main = null;
        foreach (var cause in Variance.Causes)
        {
            if (row.Item.Variance[cause] != 0 && (main is not { } best || Math.Abs(row.Item.Variance[cause]) > Math.Abs(row.Item.Variance[best])))
            {
                main = cause;
            }
        }

        return main;
    }
}
