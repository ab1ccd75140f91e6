namespace Msp.Billing.Quotes;

/// <summary>Where a revision of a quote is on a day. Derived from dated moves; numbers are never reused.</summary>
public enum QuoteStatus
{
    /// <summary>Being written.</summary>
    Draft = 1,

    /// <summary>Waiting for a second person, because a rule of the seller asks for one.</summary>
    AwaitingApproval = 2,

    /// <summary>Approved as it stands; a change makes it a draft again.</summary>
    Approved = 3,

    /// <summary>Sent and frozen; the customer has not opened it.</summary>
    Sent = 4,

    /// <summary>The customer has opened it.</summary>
    Viewed = 5,

    /// <summary>The customer accepted it.</summary>
    Accepted = 6,

    /// <summary>The customer declined it, with a reason.</summary>
    Declined = 7,

    /// <summary>Its last day has passed.</summary>
    Expired = 8,

    /// <summary>The seller took it back.</summary>
    Withdrawn = 9,

    /// <summary>A newer revision was sent in its place.</summary>
    Replaced = 10,
}
