namespace Msp.Billing.Quotes;

/// <summary>Who moved a quote, when and why.</summary>
public sealed record QuoteNote
{
    /// <summary>Creates a note.</summary>
    /// <param name="day">The seller's day.</param>
    /// <param name="at">The instant; kept in UTC.</param>
    /// <param name="author">Who.</param>
    /// <param name="reason">Why; empty where none is needed. Declining and refusing need one.</param>
    /// <exception cref="ArgumentException">The author is blank.</exception>
    public QuoteNote(DateOnly day, DateTimeOffset at, string author, string reason = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentNullException.ThrowIfNull(reason);
        Day = day;
        At = at.ToUniversalTime();
        Author = author;
        Reason = reason;
    }

    /// <summary>The seller's day.</summary>
    public DateOnly Day { get; }

    /// <summary>The instant, in UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Who.</summary>
    public string Author { get; }

    /// <summary>Why; empty where none is needed.</summary>
    public string Reason { get; }
}
