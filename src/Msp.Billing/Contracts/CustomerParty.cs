namespace Msp.Billing.Contracts;

/// <summary>The customer as a document shows it: kept as it was when the document was posted.</summary>
public sealed class CustomerParty
{
    /// <summary>Creates a party.</summary>
    /// <param name="name">As it is registered.</param>
    /// <param name="tax">What decides its tax.</param>
    /// <param name="details">What else is known.</param>
    public CustomerParty(string name, TaxProfile tax, CustomerDetails details)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(tax);
        ArgumentNullException.ThrowIfNull(details);
        Name = name;
        Tax = tax;
        Details = details;
    }

    /// <summary>As it is registered (EN 16931: BT-44).</summary>
    public string Name { get; }

    /// <summary>What decides its tax; its VAT number is BT-48.</summary>
    public TaxProfile Tax { get; }

    /// <summary>ISO 3166 two-letter code (BT-55); empty when unknown.</summary>
    public string Country { get; init; } = "";

    /// <summary>The address as one text, for print where <see cref="CustomerDetails.Address"/> is unknown; empty when that is too.</summary>
    public string Address { get; init; } = "";

    /// <summary>Where documents go; empty when unknown.</summary>
    public string Email { get; init; } = "";

    /// <summary>The reference that the buyer wants on its invoices (BT-10); null for none.</summary>
    public string? BuyerReference { get; init; }

    /// <summary>What else is known.</summary>
    public CustomerDetails Details { get; }

    /// <summary>A customer with its details as they are now.</summary>
    public static CustomerParty Of(Customer customer, CustomerDetails details)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return new CustomerParty(customer.Name, customer.Tax, details)
        {
            Country = customer.Country,
            Address = customer.Address,
            Email = customer.Email,
            BuyerReference = string.IsNullOrWhiteSpace(customer.BuyerReference) ? null : customer.BuyerReference,
        };
    }
}
