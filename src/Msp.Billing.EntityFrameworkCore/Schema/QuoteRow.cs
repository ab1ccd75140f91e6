using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A quote. What happened to it is in its events; status and figures here are a copy for lists, written with each event.</summary>
internal sealed class QuoteRow
{
    public long SellerId { get; set; }

    public long QuoteId { get; set; }

    public string Number { get; set; } = "";

    public int Year { get; set; }

    public int Sequence { get; set; }

    public long CustomerId { get; set; }

    public string Owner { get; set; } = "";

    public string Title { get; set; } = "";

    public QuoteStatus Status { get; set; }

    public int LatestRevision { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public string? Currency { get; set; }

    public long? Monthly { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? SeenAt { get; set; }
}
