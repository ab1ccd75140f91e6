using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Plans;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Catalog;

/// <summary>Publishes a new dated price book: first what it would mean, then, on a second press, the book.</summary>
internal sealed class PublishModel(CurrentSeller seller, Texts texts, Format format) : PageModel
{
    [BindProperty]
    public Entry Input { get; set; } = new();

    /// <summary>The books that a new one can follow: for each currency the last.</summary>
    public IReadOnlyList<PriceBook> Books { get; private set; } = [];

    public PriceBook? Next { get; private set; }

    public PriceImpact? Impact { get; private set; }

    /// <summary>How many undecided quotes would be priced otherwise.</summary>
    public int OpenQuotes { get; private set; }

    public IActionResult OnGet()
    {
        Load();
        if (Books.Count == 0)
        {
            return NotFound();
        }

        var month = new DateOnly(seller.Clock.Today.Year, seller.Clock.Today.Month, 1).AddMonths(2);
        Input = new Entry { Book = Books[0].Name, From = month, Raise = 4m, Name = FormattableString.Invariant($"{Books[0].Currency.Code} {month:yyyy-MM}") };
        return Page();
    }

    public IActionResult OnPostPreview()
    {
        Load();
        Build();
        return Page();
    }

    public IActionResult OnPostPublish()
    {
        Load();
        if (Build() is not var (book, books))
        {
            return Page();
        }

        var detail = JsonSerializer.Serialize(new { from = book.From, currency = book.Currency.Code, raise = Input.Raise, prices = book.Codes.Length });
        seller.Record("prices-published", book.Name, store => StoredCatalog.Write(store, seller.Id, seller.Catalog with { PriceBooks = books }), detail);
        TempData["Message"] = texts["{0} holds from {1}. Running contracts keep their prices.", book.Name, format.Day(book.From)];
        return RedirectToPage("/Catalog/Index");
    }

    private void Load() => Books = [.. seller.Catalog.PriceBooks.All.Where(book => book.Until is null)];

    private (PriceBook Book, PriceBooks Books)? Build()
    {
        if (!ModelState.IsValid)
        {
            return null;
        }

        if (Books.FirstOrDefault(one => one.Name == Input.Book) is not { } before)
        {
            ModelState.AddModelError("Input.Book", texts["Choose a price book"]);
            return null;
        }

        try
        {
            var book = before.Raised(Input.Name.Trim(), Input.From, new Percentage(Input.Raise));
            var books = seller.Catalog.PriceBooks.Supersede(book, seller.Clock.Today);
            (Next, Impact) = (book, PriceImpact.Of(seller.Store, seller.Id, before, book, seller.Clock.Today));
            OpenQuotes = PriceImpact.OpenQuotes(seller.Store, seller.Id, seller.Catalog.Plans, before, book, seller.Clock.Today);
            return (book, books);
        }
        catch (PriceBookException)
        {
            ModelState.AddModelError("Input.From", texts["Prices of days that have begun stay. Choose {0} or later.", format.Day(seller.Clock.Today.AddDays(1))]);
        }
        catch (ArgumentException)
        {
            ModelState.AddModelError("Input.Name", texts["There is a price book with this name, or one that holds on the same days"]);
        }

        return null;
    }

    internal sealed class Entry
    {
        [Display(Name = "Price book to follow")]
        [Required(ErrorMessage = "Choose a price book")]
        public string Book { get; set; } = "";

        [Display(Name = "Name of the new book")]
        [Required(ErrorMessage = "Enter a name")]
        [StringLength(60)]
        public string Name { get; set; } = "";

        [Display(Name = "First day")]
        public DateOnly From { get; set; }

        [Display(Name = "Change of every price")]
        [Range(-50, 100, ErrorMessage = "The change must be between −50 and 100 percent")]
        public decimal Raise { get; set; }
    }
}
