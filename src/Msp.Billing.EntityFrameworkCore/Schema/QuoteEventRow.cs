using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What happened to a quote: its moves, openings, questions and replies, links. Append-only.</summary>
internal sealed class QuoteEventRow
{
    public long SellerId { get; set; }

    public long QuoteId { get; set; }

    public int EventNo { get; set; }

    public int Revision { get; set; }

    public QuoteEventKind Kind { get; set; }

    public QuoteAction? Action { get; set; }

    public DateOnly Day { get; set; }

    public DateTimeOffset At { get; set; }

    public string Author { get; set; } = "";

    public string Text { get; set; } = "";

    public DateOnly? ValidUntil { get; set; }

    /// <summary>The rules that were broken when it happened; null for none.</summary>
    public string? BreachesJson { get; set; }
}
