using System.Collections.Immutable;
using Msp.Billing.Documents.Pdf.Layout;
using Msp.Billing.Documents.Pdf.Metadata;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>Sets an invoice or credit note: head, lines, totals, payment, notes on tax, and the explanation where there is one.</summary>
internal sealed class InvoiceLayout
{
    private const string FacturXName = "factur-x.xml";
    private readonly PdfDocument _document;
    private readonly InvoicePaper _paper;

    /// <summary>Prepares the paper.</summary>
    public InvoiceLayout(IssuedDocument issued, InvoicePdfOptions options)
    {
        var words = InvoiceWords.Of(options.Language ?? issued.Language);
        var (posted, electronic) = (issued.Document, options.ElectronicInvoice);
        var kind = posted.Kind == DocumentKind.CreditNote ? words.CreditNote : words.Invoice;
        _document = new PdfDocument(new DocumentInformation(
            $"{kind} {posted.Number}", issued.Seller.Name, words.Language, new DateTimeOffset(posted.IssueDay, TimeOnly.MinValue, TimeSpan.Zero))
        {
            ElectronicInvoice = electronic.IsEmpty ? null : FacturXName,
        });
        if (!electronic.IsEmpty)
        {
            _document.Attach(new AttachedFile(FacturXName, "text/xml", words.ElectronicInvoice, "Alternative", electronic));
        }

        _paper = new InvoicePaper
        {
            Issued = issued,
            Words = words,
            Formats = new InvoiceFormats(words.Language, issued.Seller.Country),
            Styles = new InvoiceStyles(issued.Seller.Details.Branding.Color),
            Sheet = new Sheet(_document, PageFormat.Of(issued.Seller.Country), options.Fonts ?? PdfFonts.NotoSans),
            Structure = _document.Structure,
        };
    }

    /// <summary>Sets everything, and gives the file.</summary>
    public byte[] Write()
    {
        new InvoiceHead(_paper, _document).Write();
        var totals = new InvoiceTotals(_paper);
        new InvoiceLines(_paper).Write(totals.Height);
        totals.Write();
        new InvoicePayment(_paper).Write();
        if (_paper.Issued.Explanation is { } explanation)
        {
            new InvoiceAppendix(_paper).Write(explanation);
        }

        WriteMargins();
        return _document.Write();
    }

    // Last of all, since only now is it known how many pages there are.
    private void WriteMargins()
    {
        var (sheet, foot) = (_paper.Sheet, InvoiceStyles.Foot);
        var legal = LegalLines();
        foreach (var page in _document.Pages)
        {
            sheet.Open(page);
            if (page.Index > 0)
            {
                sheet.Write(null, InvoiceStyles.Small, Sheet.Left, 50, _paper.Issued.Seller.Name);
                sheet.WriteUpTo(null, InvoiceStyles.Small, sheet.Right, 50, $"{_paper.Kind} {_paper.Posted.Number}");
                page.Fill(Sheet.Left, 58, sheet.Width, 0.5, InvoiceStyles.Hairline);
            }

            var top = sheet.Height - 62;
            page.Fill(Sheet.Left, top, sheet.Width, 0.5, InvoiceStyles.Hairline);
            for (var i = 0; i < legal.Length; i++)
            {
                sheet.Write(null, foot, Sheet.Left, top + 11 + (i * foot.Leading), legal[i]);
            }

            sheet.WriteUpTo(null, foot, sheet.Right, top + 11, InvoiceFormats.Fill(_paper.Words.Page, page.Index + 1, _document.Pages.Count));
        }
    }

    // At most three lines: a longer notice ends where the paper does.
    private ImmutableArray<string> LegalLines()
    {
        var (seller, words) = (_paper.Issued.Seller, _paper.Words);
        string?[] parts =
        [
            seller.Name, seller.Details.Registration?.Id, seller.Details.VatNumber is { } vat ? $"{words.VatNumber} {vat}" : null,
            seller.Details.TaxNumber is { } tax ? $"{words.TaxNumber} {tax}" : null, seller.Details.LegalNotice,
        ];
        var text = string.Join("  ·  ", parts.Where(part => part is not null));
        return [.. _paper.Sheet.Wrap(InvoiceStyles.Foot, text, _paper.Sheet.Width - 80).Take(3)];
    }
}
