namespace Msp.Billing.Contracts;

/// <summary>Who changed a contract, when, from which day and why: the part that every amendment has.</summary>
public sealed record AmendmentNote
{
    /// <summary>Creates a note.</summary>
    /// <param name="day">The first day on which the change holds.</param>
    /// <param name="recordedAt">When it is recorded; kept in UTC.</param>
    /// <param name="author">Who records it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentException">Author or reason is blank.</exception>
    public AmendmentNote(DateOnly day, DateTimeOffset recordedAt, string author, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Day = day;
        RecordedAt = recordedAt.ToUniversalTime();
        Author = author;
        Reason = reason;
    }

    /// <summary>The first day on which the change holds.</summary>
    public DateOnly Day { get; }

    /// <summary>When it was recorded, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>Who recorded it.</summary>
    public string Author { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>The same note for another day.</summary>
    public AmendmentNote On(DateOnly day) => new(day, RecordedAt, Author, Reason);

    /// <summary>The number in the contract; given when the amendment is appended.</summary>
    internal int Number { get; init; }
}
