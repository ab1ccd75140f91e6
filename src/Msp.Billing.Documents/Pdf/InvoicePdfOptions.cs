namespace Msp.Billing.Documents.Pdf;

/// <summary>What can be chosen about a printed document.</summary>
public sealed record InvoicePdfOptions
{
    /// <summary>The language of its words, in two letters of ISO 639: en, de or fr; null for the document's own. Any other is printed in English.</summary>
    public string? Language { get; init; }

    /// <summary>The fonts; null for <see cref="PdfFonts.NotoSans"/>.</summary>
    public PdfFonts? Fonts { get; init; }

    /// <summary>
    /// The same invoice as XML of the UN/CEFACT (CII, profile EN 16931), to ride along inside as <c>factur-x.xml</c>: the document is then a Factur-X or
    /// ZUGFeRD invoice. Empty for none.
    /// </summary>
    public ReadOnlyMemory<byte> ElectronicInvoice { get; init; }
}
