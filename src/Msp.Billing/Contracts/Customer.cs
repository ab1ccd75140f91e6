using System.Collections.Immutable;

namespace Msp.Billing.Contracts;

/// <summary>Who is billed.</summary>
/// <remarks>Immutable. Parents and children form a tree: a group and its companies; each is billed for its own contracts.</remarks>
public sealed class Customer
{
    /// <summary>Creates a customer.</summary>
    /// <param name="number">Unique for its seller.</param>
    /// <param name="name">As it is registered.</param>
    /// <param name="tax">What decides its tax.</param>
    /// <exception cref="ArgumentException">Number or name is blank, or reverse charge is set without a VAT number.</exception>
    public Customer(string number, string name, TaxProfile tax)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(tax);
        if (tax.ReverseCharge && string.IsNullOrWhiteSpace(tax.VatNumber))
        {
            throw new ArgumentException($"Customer {number}: reverse charge needs the customer's VAT number.", nameof(tax));
        }

        Number = number;
        Name = name;
        Tax = tax;
    }

    /// <summary>Unique for its seller.</summary>
    public string Number { get; }

    /// <summary>As it is registered.</summary>
    public string Name { get; }

    /// <summary>What decides its tax.</summary>
    public TaxProfile Tax { get; }

    /// <summary>The number of the customer above it; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>ISO 3166 two-letter code; empty when unknown.</summary>
    public string Country { get; init; } = "";

    /// <summary>Street, postcode and town as printed; empty when unknown.</summary>
    public string Address { get; init; } = "";

    /// <summary>Where documents go; empty when unknown.</summary>
    public string Email { get; init; } = "";

    /// <summary>The reference that the buyer wants on its invoices; null for none.</summary>
    public string? BuyerReference { get; init; }

    /// <summary>Its locations; codes unique.</summary>
    public ImmutableArray<Site> Sites { get; init; } = [];
}
