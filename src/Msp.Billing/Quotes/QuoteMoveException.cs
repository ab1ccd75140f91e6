using System.Collections.Immutable;

namespace Msp.Billing.Quotes;

/// <summary>Thrown when a revision of a quote is asked for a move it cannot make. The message can be shown to a user.</summary>
public sealed class QuoteMoveException : InvalidOperationException
{
    private QuoteMoveException(QuoteStatus status, DateOnly day, ImmutableArray<QuoteAction> allowed)
        : base(FormattableString.Invariant($"A quote that is {status} on {day:yyyy-MM-dd} cannot be changed. ") +
               (allowed.IsEmpty ? "Nothing more can be done to it." : $"It can: {string.Join(", ", allowed)}."))
    {
        Status = status;
        Reason = QuoteRefusal.NotEditable;
        Action = QuoteAction.Reopen;
        Day = day;
        Allowed = allowed;
    }

    internal QuoteMoveException(QuoteRefusal reason, QuoteStatus status, QuoteAction action, DateOnly? day, ImmutableArray<QuoteAction> allowed, string because)
        : base(FormattableString.Invariant($"A quote that is {status}{On(day)} cannot {action}{because}. ") +
               (allowed.IsEmpty ? "Nothing more can be done to it." : $"It can: {string.Join(", ", allowed)}."))
    {
        Reason = reason;
        Status = status;
        Action = action;
        Day = day;
        Allowed = allowed;
    }

    /// <summary>Why it cannot.</summary>
    public QuoteRefusal Reason { get; }

    /// <summary>Where the revision is on the day in question.</summary>
    public QuoteStatus Status { get; }

    /// <summary>What was asked; to reopen it, where its content was to be changed.</summary>
    public QuoteAction Action { get; }

    /// <summary>The day it was asked for; null when the table itself was asked.</summary>
    public DateOnly? Day { get; }

    /// <summary>What could have been asked instead; empty when nothing could.</summary>
    public ImmutableArray<QuoteAction> Allowed { get; }

    /// <summary>Its content was to be changed, and it is no draft.</summary>
    internal static QuoteMoveException NotEditable(QuoteStatus status, DateOnly day, ImmutableArray<QuoteAction> allowed) => new(status, day, allowed);

    private static string On(DateOnly? day) => day is { } known ? FormattableString.Invariant($" on {known:yyyy-MM-dd}") : "";
}
