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
    /// <exception cref="ArgumentException">Number or name is blank.</exception>
    public Customer(string number, string name, TaxProfile tax)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(tax);
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
    /// <exception cref="ArgumentException">It is neither two capital letters nor empty.</exception>
    public string Country
    {
        get;
        init => field = value is "" or [>= 'A' and <= 'Z', >= 'A' and <= 'Z']
            ? value
            : throw new ArgumentException($"Customer {Number}: '{value}' is not a country code of ISO 3166; write two capital letters, such as DE.", nameof(value));
    }
    = "";

    /// <summary>Street, postcode and town as printed; empty when unknown.</summary>
    public string Address { get; init; } = "";

    /// <summary>Where documents go; empty when unknown.</summary>
    public string Email { get; init; } = "";

    /// <summary>The reference that the buyer wants on its invoices; null for none.</summary>
    public string? BuyerReference { get; init; }

    /// <summary>Its locations; codes unique.</summary>
    /// <exception cref="ArgumentException">Two sites have one code.</exception>
    public ImmutableArray<Site> Sites
    {
        get;
        init => field = value.Select(site => site.Code).Distinct(StringComparer.Ordinal).Count() == value.Length
            ? value
            : throw new ArgumentException($"Customer {Number} has two sites of one code: {string.Join(", ", value.Select(site => site.Code))}.", nameof(value));
    }
    = [];
}
