using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Documents.Pdf;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Invoices;

/// <summary>One posted document: its lines with their arithmetic, its tax, and the proof that it is what was posted.</summary>
internal sealed class DetailModel(CurrentSeller seller) : PageModel
{
    public StoredDocument? Stored { get; private set; }

    public InvoiceSummary? Summary { get; private set; }

    public string CustomerName => Summary?.CustomerName ?? "";

    public string RunNumber { get; private set; } = "";

    public IReadOnlyList<MonthPair> Lines { get; private set; } = [];

    public IReadOnlyList<string> TaxArithmetic { get; private set; } = [];

    /// <summary>Whether its content has the hash that was stored when it was posted.</summary>
    public bool IsContentIntact { get; private set; }

    /// <summary>Whether it names the hash of the document before it; the first has none before it.</summary>
    public bool IsChainIntact { get; private set; }

    public string? PreviousNumber { get; private set; }

    /// <summary>What keeps it from being sent as an electronic invoice; empty when nothing does.</summary>
    public ImmutableArray<EInvoiceFinding> Findings { get; private set; } = [];

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public async Task<IActionResult> OnGetAsync(string number)
    {
        using var reader = new DocumentReader(seller.Store, seller.Id);
        Stored = reader.Find(number);
        if (Stored is not { } stored)
        {
            return NotFound();
        }

        var document = stored.Document;
        Summary = await seller.Tables.Invoices(seller.Id).SingleOrDefaultAsync(one => one.Number == number);
        RunNumber = new DocumentList(seller.Store, seller.Id).Find(null, null, document.Contract, int.MaxValue).First(row => row.Number == number).Run;
        var explanation = new DocumentArithmetic(seller.Store, seller.Id).Of(document);
        Lines = MonthPair.Of(document, null, explanation);
        TaxArithmetic = [.. MonthPair.TaxArithmetic(document, explanation)];
        using var canonical = new CanonicalDocument();
        IsContentIntact = canonical.HashOf(document).AsSpan().SequenceEqual(stored.Hash.AsSpan());
        PreviousNumber = document.Sequence > 1 ? document.Series.Number(document.Sequence - 1) : null;
        var before = PreviousNumber is { } previous ? reader.Find(previous)?.Hash : CanonicalDocument.NoPredecessor;
        IsChainIntact = before is { } hash && document.PreviousHash.AsSpan().SequenceEqual(hash.AsSpan());
        using var issued = new IssuedDocumentReader(seller.Store, seller.Id);
        Findings = EInvoiceRules.Check(issued.Of(stored));
        return Page();
    }

    /// <summary>The document as a file. It has the same bytes every time: whoever has them already is told so.</summary>
    public IActionResult OnGetPdf(string number, bool explain)
    {
        using var reader = new IssuedDocumentReader(seller.Store, seller.Id);
        try
        {
            if (reader.Find(number, explain) is not { } issued)
            {
                return NotFound();
            }

            var content = InvoicePdf.Render(issued);
            Response.Headers.CacheControl = "private, no-cache";
            return new FileContentResult(content, "application/pdf")
            {
                FileDownloadName = InvoicePdf.FileName(issued.Document),
                EntityTag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\""),
            };
        }
        catch (Exception exception) when (exception is MissingGlyphException or InvalidDataException or InvalidOperationException)
        {
            return new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, Content = exception.Message, ContentType = "text/plain; charset=utf-8" };
        }
    }

    /// <summary>The document as UBL; the page where a rule speaks against it.</summary>
    public IActionResult OnGetUbl(string number) => Download(number, "ubl", UblWriter.Write);

    /// <summary>The document as CII; the page where a rule speaks against it.</summary>
    public IActionResult OnGetCii(string number) => Download(number, "cii", CiiWriter.Write);

    private IActionResult Download(string number, string format, Func<EInvoice, byte[]> write)
    {
        using var reader = new IssuedDocumentReader(seller.Store, seller.Id);
        return reader.Find(number) is not { } document ? NotFound()
            : EInvoiceRules.Check(document).IsEmpty ? File(write(EInvoice.Of(document)), "application/xml", $"{number}-{format}.xml")
            : RedirectToPage(new { number });
    }
}
