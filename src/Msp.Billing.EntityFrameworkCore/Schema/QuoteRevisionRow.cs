namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A revision of a quote. Once it is sent it holds its canonical bytes, and never changes.</summary>
internal sealed class QuoteRevisionRow
{
    public long SellerId { get; set; }

    public long QuoteId { get; set; }

    public int Revision { get; set; }

    public int? Parent { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public byte[]? Canonical { get; set; }

    public byte[]? Internals { get; set; }

    public byte[]? Hash { get; set; }
}
