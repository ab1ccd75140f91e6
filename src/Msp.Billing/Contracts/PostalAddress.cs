namespace Msp.Billing.Contracts;

/// <summary>A postal address in the parts that electronic invoices ask for. The country stands with the party.</summary>
public sealed record PostalAddress
{
    /// <summary>Creates an address.</summary>
    /// <param name="street">Street and number (EN 16931: BT-35, BT-50); null where there is none.</param>
    /// <param name="city">Town or village (BT-37, BT-52).</param>
    /// <param name="postCode">As the country writes it (BT-38, BT-53); null where there is none.</param>
    /// <exception cref="ArgumentException">The city is blank, or a part is overlong or has several lines.</exception>
    public PostalAddress(string? street, string city, string? postCode)
    {
        Street = PartyText.Optional(street, "Street");
        City = PartyText.Required(city, "City");
        PostCode = PartyText.Optional(postCode, "Postcode");
    }

    /// <summary>Street and number; null where there is none.</summary>
    public string? Street { get; }

    /// <summary>Town or village.</summary>
    public string City { get; }

    /// <summary>As the country writes it; null where there is none.</summary>
    public string? PostCode { get; }

    /// <summary>Building, floor or department (BT-36, BT-51); null for none.</summary>
    /// <exception cref="ArgumentException">It is overlong or has several lines.</exception>
    public string? AdditionalStreet
    {
        get;
        init => field = PartyText.Optional(value, "Additional address line");
    }

    /// <summary>County, state or province (BT-39, BT-54); null for none.</summary>
    /// <exception cref="ArgumentException">It is overlong or has several lines.</exception>
    public string? Region
    {
        get;
        init => field = PartyText.Optional(value, "Region");
    }
}
