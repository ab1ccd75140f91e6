using System.Collections.Immutable;

namespace Msp.Billing.Contracts;

/// <summary>What documents for a customer need beside its name, country and tax. Every part may be missing; what a document needs is checked before it is issued.</summary>
public sealed class CustomerDetails
{
    /// <summary>Nothing is known.</summary>
    public static CustomerDetails None { get; } = new();

    /// <summary>Where it is; null when unknown.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Its number in the register of companies; null when unknown.</summary>
    public LegalRegistration? Registration { get; init; }

    /// <summary>Where it takes electronic invoices; null when it takes none.</summary>
    public ElectronicAddress? ElectronicAddress { get; init; }

    /// <summary>Who looks after invoices there; null for nobody.</summary>
    public ContactPoint? Contact { get; init; }

    /// <summary>Its orders, in the order in which they are looked for.</summary>
    public ImmutableArray<PurchaseOrder> PurchaseOrders { get; init; } = [];

    /// <summary>The language of its documents in two letters of ISO 639; null for the seller's.</summary>
    /// <exception cref="ArgumentException">It is not two small letters.</exception>
    public string? Language
    {
        get;
        init => field = PartyText.Language(value);
    }

    /// <summary>The order that a document carries: one for its contract before one for every contract; null for none.</summary>
    /// <param name="contract">The document's contract.</param>
    /// <param name="issueDay">The day on the document.</param>
    public PurchaseOrder? PurchaseOrderFor(string contract, DateOnly issueDay)
    {
        PurchaseOrder? found = null;
        foreach (var order in PurchaseOrders)
        {
            if (order.Covers(contract, issueDay) && (found is null || (found.Contract is null && order.Contract is not null)))
            {
                found = order;
            }
        }

        return found;
    }
}
