namespace Msp.Billing.EntityFrameworkCore.Auditing;

/// <summary>The words for what is done, as they stand in the log. They are kept for ever: words are added, never changed.</summary>
public static class AuditActions
{
    /// <summary>A preview was begun, or begun anew.</summary>
    public const string RunPreviewStarted = "run-preview-started";

    /// <summary>A preview was computed to its end.</summary>
    public const string RunPreviewed = "run-previewed";

    /// <summary>A run was looked at.</summary>
    public const string RunReviewed = "run-reviewed";

    /// <summary>A run was released for posting; the detail says whether one person did both.</summary>
    public const string RunApproved = "run-approved";

    /// <summary>Posting began.</summary>
    public const string RunPostingStarted = "run-posting-started";

    /// <summary>Posting was stopped on request, with some documents posted.</summary>
    public const string RunPostingStopped = "run-posting-stopped";

    /// <summary>Posting went on after it was stopped or killed.</summary>
    public const string RunPostingResumed = "run-posting-resumed";

    /// <summary>Every document of the run was posted.</summary>
    public const string RunPosted = "run-posted";

    /// <summary>A run was given up.</summary>
    public const string RunCancelled = "run-cancelled";

    /// <summary>Flags of a run were marked as looked at; the detail says how many.</summary>
    public const string RunChecked = "run-checked";

    /// <summary>Contracts were left out of a run.</summary>
    public const string RunLeftOut = "run-left-out";

    /// <summary>A contract was held back from runs until a day.</summary>
    public const string RunHeld = "run-held";

    /// <summary>A credit was given while a run was reviewed.</summary>
    public const string RunCredited = "run-credited";

    /// <summary>A decision about a run was taken back.</summary>
    public const string RunDecisionUndone = "run-decision-undone";

    /// <summary>Sending the documents of a run began, or went on.</summary>
    public const string RunSending = "run-sending";

    /// <summary>Every document of a run that can be sent was sent.</summary>
    public const string RunSent = "run-sent";

    /// <summary>A contract was amended.</summary>
    public const string ContractAmended = "contract-amended";

    /// <summary>A file was imported.</summary>
    public const string FileImported = "file-imported";

    /// <summary>A seller was added.</summary>
    public const string SellerAdded = "seller-added";

    /// <summary>A seller's settings were changed.</summary>
    public const string SellerChanged = "seller-changed";
}
