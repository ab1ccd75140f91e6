using System.Collections.Immutable;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>Says before a document is issued which rules its electronic invoice would break, by their official ids, and what to do about it.</summary>
/// <remarks>
/// <para>The rules of EN 16931 and Peppol BIS Billing 3.0 that data can break here, the German and Dutch ones among them, and stricter ones of our own (<c>MSP-…</c>): arithmetic to the minor unit, which
/// the official rules do not test, and an address, a contact and an account of the seller, which several countries ask for.</para>
/// <para>It cannot tell whether a number belongs to the party, nor whether a tax category is the right one in law.</para>
/// </remarks>
public static class EInvoiceRules
{
    /// <summary>US sales tax, or a currency of three decimals: EN 16931 has no place for it.</summary>
    public const string Refused = "MSP-REFUSED";

    /// <summary>Whether the document is to be sent as an electronic invoice: the seller sends them, the customer takes them, and it is about VAT.</summary>
    public static bool Apply(IssuedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Seller.Details.ElectronicAddress is not null && document.Customer.Details.ElectronicAddress is not null &&
            EInvoiceMapping.Refusal(document.Document) is null;
    }

    /// <summary>What keeps a document from being sent as an electronic invoice; empty when it may be.</summary>
    /// <param name="document">A posted document, or a draft as the document it would become (see <see cref="IssuedDocument.Of(InvoiceDraft, string, Contracts.SellerParty, Contracts.CustomerParty)"/>).</param>
    public static ImmutableArray<EInvoiceFinding> Check(IssuedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return EInvoiceMapping.Refusal(document.Document) is { } refusal ? [new EInvoiceFinding(Refused, refusal)] : Check(EInvoice.Of(document));
    }

    /// <summary>Which rules an electronic invoice breaks; empty when none.</summary>
    public static ImmutableArray<EInvoiceFinding> Check(EInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var findings = new EInvoiceFindings();
        PartyRules.Check(invoice, findings);
        HeadRules.Check(invoice, findings);
        LineRules.Check(invoice, findings);
        TaxRules.Check(invoice, findings);
        TotalRules.Check(invoice, findings);
        return findings.ToImmutable();
    }
}
