namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What documents say of the seller, from one document on. Append-only.</summary>
internal sealed class SellerVersionRow
{
    public long SellerId { get; set; }

    public long VersionNo { get; set; }

    /// <summary>The number in storage that the next document had when this was recorded.</summary>
    public long FirstInvoiceId { get; set; }

    public string PartyJson { get; set; } = "";
}
