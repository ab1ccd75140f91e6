using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Msp.Billing.Amounts;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Documents.Pdf;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Invoicing;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Invoices;

/// <summary>One posted document: its lines with their arithmetic, what became of it, its files, and the proof that it is what was posted.</summary>
internal sealed class DetailModel(CurrentSeller seller, Texts texts) : PageModel
{
    private IssuedDocument? _issued;

    public StoredDocument? Stored { get; private set; }

    public FoundDocument? Found { get; private set; }

    /// <summary>The document with its parties as they were.</summary>
    public IssuedDocument Issued => _issued ?? throw new InvalidOperationException("No document is shown.");

    public IReadOnlyList<MonthPair> Lines { get; private set; } = [];

    public IReadOnlyList<string> TaxArithmetic { get; private set; } = [];

    public ImmutableArray<DocumentMoment> History { get; private set; } = [];

    public ImmutableArray<JournalEntry> Entries { get; private set; } = [];

    public ImmutableArray<Correction> Corrections { get; private set; } = [];

    /// <summary>What keeps it from being sent as an electronic invoice; empty when nothing does.</summary>
    public ImmutableArray<EInvoiceFinding> Findings { get; private set; } = [];

    /// <summary>Whether its content has the hash that was stored when it was posted.</summary>
    public bool IsContentIntact { get; private set; }

    /// <summary>Whether it names the hash of the document before it; the first has none before it.</summary>
    public bool IsChainIntact { get; private set; }

    public bool IsIntact => IsContentIntact && IsChainIntact;

    public string? PreviousNumber { get; private set; }

    public bool IsDeclining { get; private set; }

    [BindProperty]
    [Display(Name = "Reason")]
    [Required(ErrorMessage = "Say why")]
    [StringLength(500, ErrorMessage = "Use at most 500 letters")]
    public string DeclineReason { get; set; } = "";

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public bool MayCorrect => Stored?.Document.Kind == DocumentKind.Invoice && Policies.Allows(User, Policies.CorrectInvoices);

    public bool MayApprove => Policies.Allows(User, Policies.ApproveCorrections);

    /// <summary>What was applied to it or by it, the oldest first.</summary>
    public IReadOnlyList<DocumentMoment> Settlements => [.. History.Where(moment => moment.Kind is DocumentMomentKind.Paid or DocumentMomentKind.Credited or DocumentMomentKind.Applied or DocumentMomentKind.Refunded or DocumentMomentKind.TakenOff)];

    public Money GivenUp => History.Where(moment => moment.Kind == DocumentMomentKind.WrittenOff).Select(moment => moment.Amount).FirstOrDefault() ?? Money.FromMinorUnits(0, Issued.Document.Currency);

    public int DaysLate => Found is { State: DocumentState.Overdue } found ? seller.Clock.Today.DayNumber - found.DueDay.DayNumber : 0;

    private CorrectionBook Book => new(seller.Store, seller.Id, seller.Seller.Code, seller.Clock);

    /// <summary>Whether the other side is a document, which has a page.</summary>
    public bool IsDocument(DocumentMoment moment) => moment is { Kind: DocumentMomentKind.Credited } || (moment is { Kind: DocumentMomentKind.Applied, Other: { } other } && other.StartsWith("INV", StringComparison.Ordinal));

    public bool MayIssue(Correction correction) => MayApprove && Book.MayDecide(correction, seller.Author);

    public bool MayDecline(Correction correction) => MayApprove || string.Equals(correction.ProposedBy, seller.Author, StringComparison.OrdinalIgnoreCase);

    public IActionResult OnGet(string number)
    {
        ModelState.Clear();
        return Load(number) ? Page() : NotFound();
    }

    /// <summary>Carries a proposed correction out.</summary>
    public IActionResult OnPostIssue(string number, long correction)
    {
        if (!MayApprove)
        {
            return Forbid();
        }

        ModelState.Clear();
        return Decide(number, () =>
        {
            var done = Book.Issue(correction, seller.Author);
            return done.CreditNote is { } note ? texts["{0} was issued.", note] : texts["It was given up."];
        });
    }

    /// <summary>Declines one, or takes one's own back.</summary>
    public IActionResult OnPostDecline(string number, long correction)
    {
        if (Book.Find(correction) is not { } known)
        {
            return NotFound();
        }

        if (!MayDecline(known))
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            IsDeclining = true;
            return Load(number) ? Page() : NotFound();
        }

        return Decide(number, () =>
        {
            Book.Decline(correction, DeclineReason.Trim(), seller.Author);
            return texts["The correction was declined. Nothing was issued."];
        });
    }

    /// <summary>The document as a file. It has the same bytes every time: whoever has them already is told so.</summary>
    public IActionResult OnGetPdf(string number, bool explain, bool facturX, string? language)
    {
        using var reader = new IssuedDocumentReader(seller.Store, seller.Id);
        try
        {
            if (reader.Find(number, explain) is not { } issued)
            {
                return NotFound();
            }

            if (facturX && !EInvoiceRules.Check(issued).IsEmpty)
            {
                return Redirect("/invoices/" + number);
            }

            var content = InvoicePdf.Render(issued, new InvoicePdfOptions
            {
                Language = language is "en" or "de" or "fr" ? language : null,
                ElectronicInvoice = facturX ? CiiWriter.Write(EInvoice.Of(issued)) : default,
            });
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
            : Redirect("/invoices/" + number);
    }

    private IActionResult Decide(string number, Func<string> decide)
    {
        try
        {
            TempData["Message"] = decide();
            return Redirect("/invoices/" + number);
        }
        catch (CreditException refused)
        {
            ModelState.AddModelError("", texts[InvoiceWords.Of(refused.Reason)]);
            return Load(number) ? Page() : NotFound();
        }
    }

    private bool Load(string number)
    {
        new LedgerBook(seller.Store, seller.Id, seller.Clock).Book();
        using var reader = new DocumentReader(seller.Store, seller.Id);
        Stored = reader.Find(number);
        Found = new DocumentSearch(seller.Store, seller.Id, seller.Clock.Today).Find(number);
        if (Stored is not { } stored || Found is null)
        {
            return false;
        }

        var document = stored.Document;
        using var issued = new IssuedDocumentReader(seller.Store, seller.Id);
        _issued = issued.Of(stored);
        Findings = EInvoiceRules.Check(_issued);
        var explanation = new DocumentArithmetic(seller.Store, seller.Id).Of(document);
        Lines = MonthPair.Of(document, null, explanation);
        TaxArithmetic = [.. MonthPair.TaxArithmetic(document, explanation)];
        var history = new DocumentHistory(seller.Store, seller.Id, Zone);
        History = history.Of(stored);
        Entries = history.Entries(stored);
        Corrections = Book.Of(number);
        using var canonical = new CanonicalDocument();
        IsContentIntact = canonical.HashOf(document).AsSpan().SequenceEqual(stored.Hash.AsSpan());
        PreviousNumber = document.Sequence > 1 ? document.Series.Number(document.Sequence - 1) : null;
        var before = PreviousNumber is { } previous ? reader.Find(previous)?.Hash : CanonicalDocument.NoPredecessor;
        IsChainIntact = before is { } hash && document.PreviousHash.AsSpan().SequenceEqual(hash.AsSpan());
        return true;
    }
}
