using Msp.Billing.Documents.Pdf.Invoices;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.Pdf;

/// <summary>Prints invoices and credit notes: PDF/A-3a with tags, fonts inside.</summary>
/// <remarks>
/// The same document and options give the same bytes, on any machine and at any time: dates come from the document, words and formats from here, and
/// nothing is asked of the clock or the machine's culture. Thread-safe.
/// </remarks>
public static class InvoicePdf
{
    /// <summary>Prints a document. Where it has an explanation, that follows on pages of its own.</summary>
    /// <param name="document">What was issued.</param>
    /// <param name="options">What can be chosen; null for the ordinary.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="MissingGlyphException">A text has a character that the font lacks.</exception>
    /// <exception cref="InvalidDataException">The seller's logo cannot be read.</exception>
    public static byte[] Render(IssuedDocument document, InvoicePdfOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new InvoiceLayout(document, options ?? new InvoicePdfOptions()).Write();
    }

    /// <summary>The name of the file: the document's number, which has only letters, digits and hyphens.</summary>
    public static string FileName(PostedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Number + ".pdf";
    }
}
