namespace Msp.Billing.Contracts;

/// <summary>The seller as a document shows it: kept as it was when the document was posted.</summary>
public sealed class SellerParty
{
    /// <summary>Creates a party.</summary>
    /// <param name="name">As it is registered.</param>
    /// <param name="country">ISO 3166 two-letter code.</param>
    /// <param name="details">What else is known.</param>
    public SellerParty(string name, string country, SellerDetails details)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(country);
        ArgumentNullException.ThrowIfNull(details);
        Name = name;
        Country = country;
        Details = details;
    }

    /// <summary>As it is registered (EN 16931: BT-27).</summary>
    public string Name { get; }

    /// <summary>ISO 3166 two-letter code (BT-40).</summary>
    public string Country { get; }

    /// <summary>What else is known.</summary>
    public SellerDetails Details { get; }

    /// <summary>A seller with its details as they are now.</summary>
    public static SellerParty Of(Seller seller, SellerDetails details)
    {
        ArgumentNullException.ThrowIfNull(seller);
        return new SellerParty(seller.Name, seller.Country, details);
    }
}
