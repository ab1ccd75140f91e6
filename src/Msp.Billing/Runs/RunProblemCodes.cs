namespace Msp.Billing.Runs;

/// <summary>The codes of what a run finds. Stored and scripted against: codes are added, never changed.</summary>
public static class RunProblemCodes
{
    /// <summary>A line cannot be taxed: the customer's jurisdiction has no rate for the day. The contract cannot be billed.</summary>
    public const string TaxRateMissing = "tax-rate-missing";

    /// <summary>An amount is beyond what can be stored. The contract cannot be billed.</summary>
    public const string AmountTooLarge = "amount-too-large";

    /// <summary>A move is dated where the contract cannot make it. The contract cannot be billed.</summary>
    public const string HistoryContradictsItself = "history-contradicts-itself";

    /// <summary>The contract's terms cannot be rated. The contract cannot be billed.</summary>
    public const string ContractUnreadable = "contract-unreadable";

    /// <summary>The contract's customer is unknown. The contract cannot be billed.</summary>
    public const string CustomerMissing = "customer-missing";

    /// <summary>The contract owes something else than what was approved; posting left it out.</summary>
    public const string ChangedSinceApproval = "changed-since-approval";

    /// <summary>Another contract of the customer bills the same plan, and one of them is new or takes the other's place. Blocks until it is checked.</summary>
    public const string PossibleDuplicate = "possible-duplicate";

    /// <summary>A document would break a rule of the electronic invoice that the customer asks for. Blocks until it is checked.</summary>
    public const string DocumentRule = "document-rule";

    /// <summary>A charge is billed by report, and nothing was reported for the period.</summary>
    public const string UsageNotReported = "usage-not-reported";

    /// <summary>A quantity comes from counts, and the last count is old.</summary>
    public const string CountsStale = "counts-stale";

    /// <summary>The customer's address or country is unknown; an invoice needs both.</summary>
    public const string TaxDataMissing = "tax-data-missing";

    /// <summary>The customer wants a reference of its own on invoices, and there is none. Blocks until it is checked.</summary>
    public const string BuyerReferenceMissing = "buyer-reference-missing";

    /// <summary>The amount moved far, by quantities, prices or corrections.</summary>
    public const string LargeChange = "large-change";

    /// <summary>The document is a credit note.</summary>
    public const string CreditNote = "credit-note";

    /// <summary>The contract is billed for the first time, while others were before.</summary>
    public const string FirstInvoice = "first-invoice";

    /// <summary>The contract is billed for its last days.</summary>
    public const string Ending = "ending";

    /// <summary>The run before left the contract out, and this one bills it.</summary>
    public const string LeftOutBefore = "left-out-before";
}
