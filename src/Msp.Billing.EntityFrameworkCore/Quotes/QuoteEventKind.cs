namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>What an entry in a quote's history is. Stored: numbers are never reused.</summary>
public enum QuoteEventKind
{
    /// <summary>A move of the lifecycle.</summary>
    Moved = 1,

    /// <summary>The customer opened it again.</summary>
    Opened = 2,

    /// <summary>The customer asks.</summary>
    Question = 3,

    /// <summary>The seller answers; the customer sees it.</summary>
    Reply = 4,

    /// <summary>A note for the seller's own people.</summary>
    Note = 5,

    /// <summary>A link was made.</summary>
    LinkCreated = 6,

    /// <summary>A link was revoked.</summary>
    LinkRevoked = 7,
}
