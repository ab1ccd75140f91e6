namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A legal entity that issues documents; the first part of every other key.</summary>
internal sealed class SellerRow
{
    public long SellerId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Country { get; set; } = "";

    public string Currency { get; set; } = "";

    public string TimeZone { get; set; } = "";

    public bool OnePerson { get; set; }

    public int Rounding { get; set; }

    public long Version { get; set; }
}
