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
        RunNeed.LeftOut => "Left out",
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
    public static string Of(RunReviewItem row) =>
        row.Exclusion is { Kind: RunDecisionKind.Held } ? "Held"
        : row.Item.Outcome == RunOutcome.LeftOut ? "Left out"
        : row.Unchecked.FirstOrDefault() is { } problem ? TitleOf(problem.Code)
        : row.Problems.Length > 0 ? "Checked"
        : Largest(row) is { } cause ? Words.NameOf(cause)
        : row.Item.Lines == 0 ? "Not billed" : "As last month";

    /// <summary>What a flag means: the kind of its badge.</summary>
    public static string KindOf(RunReviewItem row) => row.Flag switch
    {
        RunConcern.Blocked => "bad",
        RunConcern.Warning => "warn",
        RunConcern.Notice => "info",
        _ => row.Problems.Length > 0 && row.Item.Outcome == RunOutcome.Billed ? "good" : "quiet",
    };

    /// <summary>The reason in a sentence: who decided what, what is wrong, or which causes moved it by how much.</summary>
    public static string Reason(RunReviewItem row, Texts texts, Format format)
    {
        if (row.Exclusion is { } exclusion)
        {
            return exclusion.Until is { } until
                ? texts["Held back from runs through a day before {0}: {1} ({2})", format.Day(until), exclusion.Reason, exclusion.Author]
                : texts["Left out of this run: {0} ({1})", exclusion.Reason, exclusion.Author];
        }

        if (row.Unchecked.FirstOrDefault() is { } problem)
        {
            return Message(problem, texts, format);
        }

        if (row.Problems.Length > 0 && row.CheckOf(row.Problems[0]) is { } check)
        {
            return texts["{0} looked at it: {1}", check.Author, texts[TitleOf(row.Problems[0].Code)]];
        }

        var parts = Words.Of(row.Item.Variance, row.Item.Total.Currency);
        if (parts.Count == 0)
        {
            return texts[Of(row.Item.Outcome)];
        }

        var largest = parts.OrderByDescending(part => Math.Abs(part.Amount.MinorUnits)).Take(3).Select(part => $"{texts[part.Cause]} {format.Change(part.Amount)}");
        return (row.Item.Lines == 0 ? texts[Of(row.Item.Outcome)] + ". " : "") + string.Join(" · ", largest);
    }

    /// <summary>What is wrong, in the reader's language, from the values that are kept with it.</summary>
    public static string Message(RunProblem problem, Texts texts, Format format)
    {
        var said = new Facts(problem.Facts, texts, format);
        return problem.Code switch
        {
            RunProblemCodes.TaxRateMissing => texts["There is no tax rate for {0} on {1}.", said["jurisdiction"], said["day"]],
            RunProblemCodes.AmountTooLarge => texts["An amount is larger than anything that can be billed."],
            RunProblemCodes.HistoryContradictsItself => texts["A change is dated where the contract cannot make it."],
            RunProblemCodes.ContractUnreadable => texts["The contract's terms cannot be billed as they are."],
            RunProblemCodes.CustomerMissing => texts["The customer {0} does not exist.", said["customer"]],
            RunProblemCodes.ChangedSinceApproval => texts["What it owes is not what was approved: tax data or tax rates changed after the preview."],
            RunProblemCodes.PossibleDuplicate => texts["{0} of the same customer bills the plan {1} as well, and one of the two is new.", said["other"], said["plan"]],
            RunProblemCodes.DocumentRule => texts["The document would break the rule {0}: {1}", said["rule"], said["message"]],
            RunProblemCodes.UsageNotReported => texts["Nothing was reported for {0} from {1} to {2}.", said["line"], said["from"], said["to"]],
            RunProblemCodes.CountsStale => texts["{0} is billed by counts, and the last one is {1} days old: {2} on {3}.", said["line"], said["age"], said["quantity"], said["day"]],
            RunProblemCodes.TaxDataMissing => texts["{0} accounts for the tax itself, and its address or country is unknown.", said["customer"]],
            RunProblemCodes.BuyerReferenceMissing => texts["{0} wants its reference on every invoice, and none is stored.", said["customer"]],
            RunProblemCodes.LargeChange => texts["It moved by {0}, {1} % of what the run before billed: {2}.", said["change"], said["percent"], said["cause"]],
            RunProblemCodes.CreditNote => texts["It gives {0} back by a credit note.", said["total"]],
            RunProblemCodes.FirstInvoice => texts["It is billed for the first time; it began on {0}.", said["start"]],
            RunProblemCodes.Ending => texts["It is billed for its last days: it ends on {0}.", said["last"]],
            RunProblemCodes.LeftOutBefore => texts["The run before left it out: what was due then is billed now."],
            _ => problem.Message,
        };
    }

    /// <summary>What puts it right, in English.</summary>
    public static string FixOf(string code) => code switch
    {
        RunProblemCodes.TaxRateMissing => "Import the rate with the catalogue, or correct the customer's jurisdiction, and build the preview again.",
        RunProblemCodes.AmountTooLarge => "Correct the quantity or the unit price by an amendment or a new count, and build the preview again.",
        RunProblemCodes.HistoryContradictsItself => "Look at the contract's amendments and record what is missing, or leave it out with a reason.",
        RunProblemCodes.ContractUnreadable => "Correct the contract's terms by an amendment, or leave it out with a reason.",
        RunProblemCodes.CustomerMissing => "Import the customer, and build the preview again.",
        RunProblemCodes.ChangedSinceApproval => "It was not posted. Make a new run for it once this one is posted.",
        RunProblemCodes.PossibleDuplicate => "If one took the other's place, end the other by an amendment and build the preview again; if both are meant, mark it checked.",
        RunProblemCodes.DocumentRule => "Complete what is missing and build the preview again, leave it out, or mark it checked to issue it as it is.",
        RunProblemCodes.UsageNotReported or RunProblemCodes.CountsStale => "Import newer counts and build the preview again, or post it as it is: later counts are billed as an adjustment.",
        RunProblemCodes.TaxDataMissing => "Import the customer with address and country, and build the preview again.",
        RunProblemCodes.BuyerReferenceMissing => "Ask the customer for it, store it, and build the preview again.",
        RunProblemCodes.LargeChange => "Compare it with the month before, line by line, and mark it checked.",
        RunProblemCodes.CreditNote => "Look at its lines, and mark it checked.",
        RunProblemCodes.FirstInvoice => "Compare it with what was agreed, and mark it checked.",
        RunProblemCodes.Ending => "Make sure that it ends, and mark it checked.",
        RunProblemCodes.LeftOutBefore => "Make sure that the reason is gone, and mark it checked.",
        _ => "Look at the contract.",
    };

    /// <summary>Why a run does not do what it was asked, in English.</summary>
    public static string Of(RunRefusal refusal) => refusal switch
    {
        RunRefusal.NoRun => "There is no such run any more.",
        RunRefusal.OtherRun => "Another run is open. One run is made at a time: post or cancel it first.",
        RunRefusal.SamePerson => "You built this preview. A second person has to approve it.",
        RunRefusal.SameDecider => "You left contracts out, held them or gave a credit. A second person has to approve this run.",
        RunRefusal.Unresolved => "Something blocks this run: put it right and build the preview again, check it, or leave it out with a reason.",
        RunRefusal.CreditNotPreviewed => "A credit was given or taken back since the preview was built. Build it again, so that it is in what is approved.",
        RunRefusal.NotInRun => "The run says nothing of this contract.",
        RunRefusal.CannotBeChecked => "It cannot be billed: put it right and build the preview again, or leave it out with a reason.",
        RunRefusal.HoldsNothing => "Choose a day after the run's last due day: an earlier one holds nothing back.",
        RunRefusal.CreditTooLarge => "The credit is more than what this run bills with the same tax. Credit the posted invoice instead, or give less.",
        RunRefusal.CreditNotDue => "The contract does not bill on the day of this run, so the credit would not be given. Credit the posted invoice instead.",
        RunRefusal.NoDecision => "That decision was taken back before.",
        RunRefusal.TooLate => "The run has gone on since. Build its preview again to change what it bills, if nothing is posted.",
        RunRefusal.NoCustomer => "A customer that you chose does not exist.",
        _ => "Somebody else was faster: the run stands as shown now.",
    };

    /// <summary>What somebody decided, in English.</summary>
    public static string Of(RunDecisionKind kind) => kind switch
    {
        RunDecisionKind.Checked => "Marked checked",
        RunDecisionKind.LeftOut => "Left out",
        RunDecisionKind.Held => "Held",
        RunDecisionKind.Credited => "Credit given",
        RunDecisionKind.Undone => "Taken back",
        _ => kind.ToString(),
    };

    /// <summary>What a problem is about.</summary>
    public static string TitleOf(string code) => code switch
    {
        RunProblemCodes.TaxRateMissing => "Tax rate missing",
        RunProblemCodes.AmountTooLarge => "Amount too large",
        RunProblemCodes.HistoryContradictsItself => "History contradicts itself",
        RunProblemCodes.ContractUnreadable => "Terms cannot be billed",
        RunProblemCodes.CustomerMissing => "Customer missing",
        RunProblemCodes.UsageNotReported => "Usage not reported",
        RunProblemCodes.ChangedSinceApproval => "Changed since approval",
        RunProblemCodes.PossibleDuplicate => "Possible duplicate",
        RunProblemCodes.DocumentRule => "E-invoice rule not met",
        RunProblemCodes.CountsStale => "Stale counts",
        RunProblemCodes.TaxDataMissing => "Tax data missing",
        RunProblemCodes.BuyerReferenceMissing => "Buyer reference missing",
        RunProblemCodes.LargeChange => "Large change",
        RunProblemCodes.CreditNote => "Credit note",
        RunProblemCodes.FirstInvoice => "First invoice",
        RunProblemCodes.Ending => "Last invoice",
        RunProblemCodes.LeftOutBefore => "Left out last time",
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
        AuditActions.RunPaused => "Paused",
        AuditActions.RunResumed => "Went on after a pause",
        AuditActions.RunPosted => "Posted",
        AuditActions.RunCancelled => "Cancelled",
        AuditActions.RunChecked => "Flags marked checked",
        AuditActions.RunLeftOut => "Left out",
        AuditActions.RunHeld => "Held",
        AuditActions.RunCredited => "Credit given",
        AuditActions.RunDecisionUndone => "Decision taken back",
        AuditActions.RunLimitsChanged => "Limits changed",
        AuditActions.RunSending => "Sending begun",
        AuditActions.RunSent => "Documents sent",
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

    /// <summary>The values of a problem by name, written in the reader's way; a dash where one is not kept.</summary>
    private sealed class Facts(IReadOnlyList<RunFact> facts, Texts texts, Format format)
    {
        public string this[string name] => facts.FirstOrDefault(fact => fact.Name == name) switch
        {
            RunFact.Label { Name: "cause" } label => Enum.TryParse<VarianceCause>(label.Text, out var cause) ? texts[Words.NameOf(cause)] : label.Text,
            RunFact.Label label => label.Text,
            RunFact.OnDay on => format.Day(on.Day),
            RunFact.Number number => format.Number(number.Value),
            // The sign stays with its amount at the end of a row.
            RunFact.Amount { Name: "change" } amount => format.Change(amount.Money).Replace("\u2212", "\u2212\u2060", StringComparison.Ordinal),
            RunFact.Amount amount => format.Amount(amount.Money),
            _ => "–",
        };
    }
}
