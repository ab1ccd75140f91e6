using System.Collections.Immutable;
using Msp.Billing.Catalog;

namespace Msp.Billing.Quotes;

/// <summary>An item as it was entered.</summary>
public sealed record DraftItem
{
    /// <summary>Unique among the items; empty for one made from its place.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>The code of the service in the catalogue; empty for none.</summary>
    public string Service { get; init; } = "";

    /// <summary>The code of its unit; empty for <c>piece</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How many; empty for the count that it <see cref="Follows"/>.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>The code of the count that is its quantity while none is entered, such as <c>user</c> for a licence for each user; empty for none.</summary>
    public string Follows { get; init; } = "";

    /// <summary>The price of one unit for a period, or once.</summary>
    public string Price { get; init; } = "";

    /// <summary>What one unit costs the seller; empty when unknown.</summary>
    public string Cost { get; init; } = "";

    /// <summary>How often it is billed, such as <c>1M</c>; <c>once</c> for work that is billed once; empty for monthly.</summary>
    public string Cadence { get; init; } = "";

    /// <summary>Whether the customer decides.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it is chosen before the customer decides.</summary>
    public bool IsPreselected { get; init; }

    /// <summary>The least quantity that the customer may ask for; empty when the quantity is fixed.</summary>
    public string Minimum { get; init; } = "";

    /// <summary>The largest quantity that the customer may ask for; empty when the quantity is fixed.</summary>
    public string Maximum { get; init; } = "";

    /// <summary>The codes of the options that it is for; empty for all.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>What it is, in a sentence or two.</summary>
    public string Description { get; init; } = "";

    /// <summary>How it is taxed.</summary>
    public TaxCategory TaxCategory { get; init; } = TaxCategory.Standard;

    /// <summary>The revenue account of the ledger; empty for the seller's default.</summary>
    public string LedgerAccount { get; init; } = "";

    /// <summary>Whether nobody wrote in it: a line that was added and left. It is neither priced nor wrong; a quantity of one stands in every new line.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(string.Concat([Name, Service, Price, Cost, Minimum, Maximum, Description])) && Quantity.Trim() is "" or "1";
}
