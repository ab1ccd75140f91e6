using Msp.Billing.Contracts;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>Seller (EN 16931: BG-4) or buyer (BG-7).</summary>
public sealed record EInvoiceParty
{
    /// <summary>The registered name (BT-27, BT-44).</summary>
    public required string Name { get; init; }

    /// <summary>The name it trades under (BT-28, BT-45); null for none.</summary>
    public string? TradingName { get; init; }

    /// <summary>ISO 3166 two-letter code (BT-40, BT-55); empty when unknown.</summary>
    public required string Country { get; init; }

    /// <summary>The postal address (BG-5, BG-8); null when unknown.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>The VAT number with its prefix (BT-31, BT-48); null for none, and on a document outside the scope of VAT.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The seller's number at its tax office (BT-32); null for none.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>The number in the register of companies (BT-30, BT-47); null for none.</summary>
    public LegalRegistration? Registration { get; init; }

    /// <summary>What the seller must print of itself (BT-33); null for nothing.</summary>
    public string? LegalNotice { get; init; }

    /// <summary>Where the network finds it (BT-34, BT-49); null for nowhere.</summary>
    public ElectronicAddress? ElectronicAddress { get; init; }

    /// <summary>Whom to ask (BG-6, BG-9); null for nobody.</summary>
    public ContactPoint? Contact { get; init; }
}
