namespace Msp.Billing.Quotes;

/// <summary>Why a revision of a quote cannot make a move, so that a page can say it in its reader's language.</summary>
public enum QuoteRefusal
{
    /// <summary>There is no such move from where it is.</summary>
    NotFromHere = 1,

    /// <summary>Its content was to be changed, and it is no draft.</summary>
    NotEditable = 2,

    /// <summary>It breaks a rule of the seller and nobody approved it.</summary>
    NeedsApproval = 3,

    /// <summary>It was to be sent with a last day that has passed.</summary>
    LastDayPassed = 4,

    /// <summary>Who asked for the approval would give it.</summary>
    SamePerson = 5,

    /// <summary>Another revision was accepted.</summary>
    OtherAccepted = 6,

    /// <summary>Another revision was sent in its place.</summary>
    Replaced = 7,

    /// <summary>The day until which it could be accepted has passed.</summary>
    Expired = 8,

    /// <summary>A new revision was to be begun, while the newest is not sent and can be changed itself.</summary>
    NotSentYet = 9,
}
