using System.Collections.Immutable;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>One entry in a quote's history.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Revision">The revision that it is about.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Action">The move; null unless it is one.</param>
/// <param name="Day">The seller's day.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Author">Who.</param>
/// <param name="Text">The reason, the question, the reply, or for a link its contact.</param>
public sealed record QuoteEvent(int Number, int Revision, QuoteEventKind Kind, QuoteAction? Action, DateOnly Day, DateTimeOffset At, string Author, string Text)
{
    /// <summary>For a move that somebody was asked about: the seller's rules that the revision broke then, with the figures of that moment. Without remedies.</summary>
    public ImmutableArray<ApprovalBreach> Breaches { get; init; } = [];

    /// <summary>Whether the customer may see it: sent, first opened, accepted, declined, questions and replies. Reasons of other moves are the seller's own.</summary>
    public bool IsForCustomer => Kind is QuoteEventKind.Question or QuoteEventKind.Reply ||
        Action is QuoteAction.Send or QuoteAction.View or QuoteAction.Accept or QuoteAction.Decline;
}
