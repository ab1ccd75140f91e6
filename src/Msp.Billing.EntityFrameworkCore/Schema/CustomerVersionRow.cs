namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What documents say of a customer, from one document on. Append-only.</summary>
internal sealed class CustomerVersionRow
{
    public long SellerId { get; set; }

    public long CustomerId { get; set; }

    public long VersionNo { get; set; }

    /// <summary>The number in storage that the next document had when this was recorded.</summary>
    public long FirstInvoiceId { get; set; }

    public string PartyJson { get; set; } = "";
}
