namespace Msp.Billing.Runs;

/// <summary>What can happen to an invoice run. Stored with its history: numbers are never reused.</summary>
public enum RunAction
{
    /// <summary>The last contract is drafted.</summary>
    FinishPreview = 1,

    /// <summary>Compute it anew, with what was recorded since.</summary>
    Preview = 2,

    /// <summary>Say that it was looked at.</summary>
    Review = 3,

    /// <summary>Release it for posting.</summary>
    Approve = 4,

    /// <summary>Begin to issue documents, or go on.</summary>
    Post = 5,

    /// <summary>The last document is issued.</summary>
    FinishPosting = 6,

    /// <summary>Give it up.</summary>
    Cancel = 7,
}
