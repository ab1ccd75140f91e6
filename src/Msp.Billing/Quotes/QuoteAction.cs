namespace Msp.Billing.Quotes;

/// <summary>What can happen to a revision of a quote. Stored with its moves: numbers are never reused.</summary>
public enum QuoteAction
{
    /// <summary>Ask for approval.</summary>
    Submit = 1,

    /// <summary>Approve it as it stands.</summary>
    Approve = 2,

    /// <summary>Give it back to its author, with a reason.</summary>
    Refuse = 3,

    /// <summary>Change it after all: what was asked or approved no longer holds.</summary>
    Reopen = 4,

    /// <summary>Send it to the customer; from then on it never changes.</summary>
    Send = 5,

    /// <summary>The customer opens it for the first time.</summary>
    View = 6,

    /// <summary>The customer accepts.</summary>
    Accept = 7,

    /// <summary>The customer declines, with a reason.</summary>
    Decline = 8,

    /// <summary>The seller takes it back.</summary>
    Withdraw = 9,

    /// <summary>Its last day has passed; by itself, never recorded.</summary>
    Expire = 10,

    /// <summary>A newer revision is sent; by itself, never recorded.</summary>
    Replace = 11,

    /// <summary>Begin a new revision from it; it stays as it is until the new one is sent.</summary>
    Revise = 12,
}
