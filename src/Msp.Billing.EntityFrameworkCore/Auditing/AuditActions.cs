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

    /// <summary>Workers that share a run were asked to begin nothing of it.</summary>
    public const string RunPaused = "run-paused";

    /// <summary>Workers that share a run were let go on.</summary>
    public const string RunResumed = "run-resumed";

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

    /// <summary>From where on runs say that something is out of the ordinary was changed; the detail has before and after.</summary>
    public const string RunLimitsChanged = "run-limits-changed";

    /// <summary>Sending the documents of a run began, or went on.</summary>
    public const string RunSending = "run-sending";

    /// <summary>Every document of a run that can be sent was sent.</summary>
    public const string RunSent = "run-sent";

    /// <summary>A contract was amended.</summary>
    public const string ContractAmended = "contract-amended";

    /// <summary>A file was imported.</summary>
    public const string FileImported = "file-imported";

    /// <summary>A posted document was credited outside a run.</summary>
    public const string DocumentCredited = "document-credited";

    /// <summary>What was open of an invoice was given up.</summary>
    public const string InvoiceWrittenOff = "invoice-written-off";

    /// <summary>A correction of a posted document was proposed.</summary>
    public const string CorrectionProposed = "correction-proposed";

    /// <summary>A proposed correction was carried out; says who proposed it and whether one person did both.</summary>
    public const string CorrectionIssued = "correction-issued";

    /// <summary>A proposed correction was declined.</summary>
    public const string CorrectionDeclined = "correction-declined";

    /// <summary>A payment was recorded.</summary>
    public const string PaymentRecorded = "payment-recorded";

    /// <summary>A payment or credit note was applied to invoices.</summary>
    public const string PaymentAllocated = "payment-allocated";

    /// <summary>A payment or credit note was taken off its invoices.</summary>
    public const string PaymentUnallocated = "payment-unallocated";

    /// <summary>A customer's credit was paid back.</summary>
    public const string PaymentRefunded = "payment-refunded";

    /// <summary>A payment was taken back.</summary>
    public const string PaymentReversed = "payment-reversed";

    /// <summary>A file of the bank was imported.</summary>
    public const string BankImported = "bank-imported";

    /// <summary>A movement of the bank was set aside.</summary>
    public const string BankEntryDismissed = "bank-entry-dismissed";

    /// <summary>A customer was reminded of an overdue invoice.</summary>
    public const string CustomerReminded = "customer-reminded";

    /// <summary>A reminder was handed to the outbox.</summary>
    public const string ReminderMailed = "reminder-mailed";

    /// <summary>A customer's reminders were paused, or a pause was ended.</summary>
    public const string RemindersPaused = "reminders-paused";

    /// <summary>Revenue that was earned was recognised.</summary>
    public const string RevenueRecognised = "revenue-recognised";

    /// <summary>A period of the books was closed.</summary>
    public const string PeriodClosed = "period-closed";

    /// <summary>How the books are kept was changed.</summary>
    public const string LedgerPolicyChanged = "ledger-policy-changed";

    /// <summary>A seller was added.</summary>
    public const string SellerAdded = "seller-added";

    /// <summary>A seller's settings were changed.</summary>
    public const string SellerChanged = "seller-changed";

    /// <summary>What a seller's documents say of it was changed.</summary>
    public const string SellerDetailsChanged = "seller-details-changed";

    /// <summary>What a customer's documents need was changed.</summary>
    public const string CustomerDetailsChanged = "customer-details-changed";
}
