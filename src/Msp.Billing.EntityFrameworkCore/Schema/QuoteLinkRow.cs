namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A link that leads a contact to a revision. Only the hash of its token is kept.</summary>
internal sealed class QuoteLinkRow
{
    public long SellerId { get; set; }

    public long LinkId { get; set; }

    public long QuoteId { get; set; }

    public int Revision { get; set; }

    public byte[] TokenHash { get; set; } = [];

    public string ContactName { get; set; } = "";

    public string ContactEmail { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public string CreatedBy { get; set; } = "";

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
