using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Invoicing;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Invoices;

/// <summary>Proposes a correction of a posted invoice, with its figures before anything is issued.</summary>
internal sealed class CorrectModel(CurrentSeller seller, Texts texts) : PageModel
{
    public StoredDocument? Stored { get; private set; }

    public FoundDocument? Found { get; private set; }

    public CorrectionFigures? Figures { get; private set; }

    public bool IsOnePerson => seller.Seller.OnePerson;

    [BindProperty]
    public CorrectionEntry Entry { get; set; } = new();

    /// <summary>The documents that would be issued.</summary>
    public IEnumerable<(string Title, PostedDocument Document)> Effects
    {
        get
        {
            if (Figures?.CreditNote is { } note)
            {
                yield return ("Credit note", note);
            }

            if (Figures?.Rebilled is { } rebilled)
            {
                yield return ("Billed anew", rebilled);
            }
        }
    }

    private CorrectionBook Book => new(seller.Store, seller.Id, seller.Seller.Code, seller.Clock);

    public IActionResult OnGet(string number)
    {
        if (!Load(number))
        {
            return NotFound();
        }

        ModelState.Clear();
        Entry = new CorrectionEntry { Day = seller.Clock.Today };
        return Page();
    }

    public IActionResult OnPostPreview(string number)
    {
        if (!Load(number))
        {
            return NotFound();
        }

        Show();
        return Page();
    }

    public IActionResult OnPostPropose(string number)
    {
        if (!Load(number))
        {
            return NotFound();
        }

        var (given, billed) = (Entry.ShownGiven, Entry.ShownBilled);
        if (!Show() || Figures is not { } figures)
        {
            return Page();
        }

        if (figures.Given.MinorUnits != given || (figures.Billed?.MinorUnits ?? 0) != billed)
        {
            ModelState.AddModelError("", texts["These are other figures than those you saw. Look at them and propose again."]);
            return Page();
        }

        try
        {
            Book.Propose(Asked(number), seller.Author);
        }
        catch (CreditException refused)
        {
            Refuse(refused);
            return Page();
        }

        TempData["Message"] = texts["The correction is proposed. Nothing is issued until somebody decides."];
        return Redirect($"/invoices/{number}#corrections");
    }

    private bool Show()
    {
        if (!ModelState.IsValid || Stored is not { } stored)
        {
            return false;
        }

        try
        {
            Figures = Book.Preview(Asked(stored.Document.Number));

            // What is shown next is what was computed now, not what was typed.
            ModelState.Remove("Entry.ShownGiven");
            ModelState.Remove("Entry.ShownBilled");
            return true;
        }
        catch (CreditException refused)
        {
            Refuse(refused);
            return false;
        }
    }

    private void Refuse(CreditException refused) =>
        ModelState.AddModelError(refused.Reason == CreditRefusal.TooEarly ? "Entry.Day" : "", texts[InvoiceWords.Of(refused.Reason)]);

    private CorrectionRequest Asked(string number) => new(number, Entry.Kind, Entry.Day, Entry.Reason.Trim())
    {
        Lines = Entry.Kind == CorrectionKind.WriteOff ? [] : [.. Entry.Lines.Distinct()],
        AsDiscount = Entry.Kind == CorrectionKind.WriteOff && Entry.AsDiscount,
    };

    // A credit note is corrected by nothing: what it gave too much is billed by the next run, once the contract says so.
    private bool Load(string number)
    {
        new LedgerBook(seller.Store, seller.Id, seller.Clock).Book();
        using var reader = new DocumentReader(seller.Store, seller.Id);
        var stored = reader.Find(number);
        if (stored is not { Document.Kind: DocumentKind.Invoice })
        {
            return false;
        }

        Stored = stored;
        Found = new DocumentSearch(seller.Store, seller.Id, seller.Clock.Today).Find(number);
        return Found is not null;
    }

    internal sealed class CorrectionEntry
    {
        [EnumDataType(typeof(CorrectionKind))]
        public CorrectionKind Kind { get; set; } = CorrectionKind.Credit;

        public List<int> Lines { get; set; } = [];

        [Display(Name = "Day")]
        [Required(ErrorMessage = "Choose a day")]
        public DateOnly Day { get; set; }

        [Display(Name = "Reason")]
        [Required(ErrorMessage = "Say why")]
        [StringLength(500, ErrorMessage = "Use at most 500 letters")]
        public string Reason { get; set; } = "";

        public bool AsDiscount { get; set; }

        public long ShownGiven { get; set; }

        public long ShownBilled { get; set; }
    }
}
