using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Documents.Pdf;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Invoicing;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Letters with the document as a PDF, and as an electronic invoice where seller and customer exchange them.</summary>
internal sealed class PrintedLetters : IDocumentLetters
{
    /// <inheritdoc/>
    public DocumentLetter LetterOf(BillingStore store, long sellerId, StoredDocument stored, Seller seller, Customer customer)
    {
        ArgumentNullException.ThrowIfNull(stored);
        using var reader = new IssuedDocumentReader(store, sellerId);
        var issued = reader.Of(stored);
        var files = ImmutableArray.CreateBuilder<LetterAttachment>();
        try
        {
            files.Add(new LetterAttachment(InvoicePdf.FileName(stored.Document), "application/pdf", InvoicePdf.Render(issued)));
            if (EInvoiceRules.Apply(issued))
            {
                files.Add(new LetterAttachment(stored.Document.Number + ".xml", "application/xml", UblWriter.Write(EInvoice.Of(issued))));
            }
        }
        catch (Exception exception) when (exception is MissingGlyphException or InvalidDataException or EInvoiceRefusedException)
        {
            throw new IOException($"{stored.Document.Number} cannot be printed: {exception.Message}", exception);
        }

        return PlainLetters.Write(stored, seller, customer, issued.Language) with { Attachments = files.ToImmutable() };
    }
}
