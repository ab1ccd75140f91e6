namespace Msp.Billing.Runs;

/// <summary>Where an invoice run is. Stored: numbers are never reused.</summary>
public enum RunStatus
{
    /// <summary>Drafts are being computed; nothing is issued.</summary>
    Previewing = 1,

    /// <summary>Every contract is drafted, explained or listed as a problem.</summary>
    Previewed = 2,

    /// <summary>Somebody looked at it and said so.</summary>
    Reviewed = 3,

    /// <summary>Somebody else released it for posting.</summary>
    Approved = 4,

    /// <summary>Documents are being issued; can be interrupted at any instant and goes on where it was.</summary>
    Posting = 5,

    /// <summary>Every approved document is issued.</summary>
    Posted = 6,

    /// <summary>Given up before anything was issued.</summary>
    Cancelled = 7,
}
