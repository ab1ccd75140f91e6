namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Who is billed.</summary>
internal sealed class CustomerRow
{
    public long SellerId { get; set; }

    public long CustomerId { get; set; }

    public string Number { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>The name as it is sorted and searched; see <see cref="EntityFrameworkCore.NameKey"/>.</summary>
    public string NameKey { get; set; } = "";

    public long? ParentId { get; set; }

    public string Jurisdiction { get; set; } = "";

    public string? VatNumber { get; set; }

    public string? ExemptionReason { get; set; }

    public bool ReverseCharge { get; set; }

    public string Country { get; set; } = "";

    public string Address { get; set; } = "";

    public string Email { get; set; } = "";

    public string? BuyerReference { get; set; }

    public string? SitesJson { get; set; }

    public long Version { get; set; }
}
