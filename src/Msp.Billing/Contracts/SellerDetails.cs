using System.Collections.Immutable;

namespace Msp.Billing.Contracts;

/// <summary>What a seller's documents say of it beside its name and country. Every part may be missing; what a document needs is checked before it is issued.</summary>
public sealed class SellerDetails
{
    /// <summary>Nothing is known.</summary>
    public static SellerDetails None { get; } = new();

    /// <summary>Where it is; null when unknown.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Its VAT number with its country's prefix (EN 16931: BT-31); null when it has none.</summary>
    /// <exception cref="ArgumentException">It does not begin with two capital letters.</exception>
    public string? VatNumber
    {
        get;
        init => field = PartyText.VatNumber(value);
    }

    /// <summary>The number of its tax office, where it has no VAT number (BT-32); null for none.</summary>
    /// <exception cref="ArgumentException">It is overlong or has several lines.</exception>
    public string? TaxNumber
    {
        get;
        init => field = PartyText.Optional(value, "Tax number");
    }

    /// <summary>Its number in the register of companies; null when unknown.</summary>
    public LegalRegistration? Registration { get; init; }

    /// <summary>What the law makes it print of itself, such as its court and its directors (BT-33); null for nothing.</summary>
    /// <exception cref="ArgumentException">It is overlong or has several lines.</exception>
    public string? LegalNotice
    {
        get;
        init => field = PartyText.Optional(value, "Legal notice");
    }

    /// <summary>The name it trades under, where that is another (BT-28); null otherwise.</summary>
    /// <exception cref="ArgumentException">It is overlong or has several lines.</exception>
    public string? TradingName
    {
        get;
        init => field = PartyText.Optional(value, "Trading name");
    }

    /// <summary>Why its services are exempt that are exempt by themselves (BT-120), such as the paragraph of the law; a customer's own reason comes first. Null for none.</summary>
    /// <exception cref="ArgumentException">It is overlong or has several lines.</exception>
    public string? ExemptionReason
    {
        get;
        init => field = PartyText.Optional(value, "Exemption reason");
    }

    /// <summary>From where it sends electronic invoices; null when it sends none.</summary>
    public ElectronicAddress? ElectronicAddress { get; init; }

    /// <summary>Whom customers ask about a document; null for nobody.</summary>
    public ContactPoint? Contact { get; init; }

    /// <summary>The accounts that customers may pay to, the preferred one first.</summary>
    public ImmutableArray<BankAccount> Accounts { get; init; } = [];

    /// <summary>How its documents look.</summary>
    public Branding Branding { get; init; } = new();

    /// <summary>The language of its documents where the customer has none, in two letters of ISO 639; null for English.</summary>
    /// <exception cref="ArgumentException">It is not two small letters.</exception>
    public string? Language
    {
        get;
        init => field = PartyText.Language(value);
    }
}
