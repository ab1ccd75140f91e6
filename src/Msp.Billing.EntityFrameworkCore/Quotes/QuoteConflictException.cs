namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>Thrown when a draft was saved by someone else since it was read. Nothing was written. The message can be shown to a user.</summary>
public sealed class QuoteConflictException : InvalidOperationException
{
    internal QuoteConflictException(string quote, int expected, QuoteDraftVersion current)
        : base(FormattableString.Invariant(
            $"Quote {quote} was changed by {current.Author} at {current.At:u}: it is at version {current.Version} now, and version {expected} was read. Keep one of the two, or compare them."))
    {
        Quote = quote;
        Current = current;
    }

    /// <summary>The quote's number.</summary>
    public string Quote { get; }

    /// <summary>The version that is there now: by whom and since when.</summary>
    public QuoteDraftVersion Current { get; }
}
