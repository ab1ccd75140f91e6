using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Documents.Banking;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>Takes a bank's file whole, or says everything that is wrong with it.</summary>
[UploadLimit(BankFile.Limit)]
internal sealed class ImportModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    private const int MostProblems = 50;

    /// <summary>The largest file that is taken.</summary>
    public static int Megabytes => (int)(BankFile.Limit / 1024 / 1024);

    [BindProperty]
    public FileEntry Input { get; set; } = new();

    public ImmutableArray<BankFileProblem> Problems { get; private set; } = [];

    public int MoreProblems { get; private set; }

    /// <param name="large">Whether a file was larger than the limit, and was not read.</param>
    public void OnGet(bool large)
    {
        ModelState.Clear();
        if (large)
        {
            ModelState.AddModelError("Input.File", Texts["The file has more than {0} MB; ask the bank for a shorter period", Megabytes]);
        }
    }

    public IActionResult OnPost()
    {
        if (Input.File is not { Length: > 0 } file)
        {
            ModelState.AddModelError("Input.File", Texts["Choose the bank's file; an empty one has nothing to import"]);
            return Page();
        }

        using var stream = file.OpenReadStream();
        var content = BankFile.Read(stream, Profile());
        if (!content.IsGood)
        {
            Problems = [.. content.Problems.Take(MostProblems)];
            MoreProblems = content.MoreProblems + content.Problems.Length - Problems.Length;
            ModelState.AddModelError("Input.File", Texts["Nothing of the file was taken. What is wrong with it stands below."]);
            return Page();
        }

        var (added, known, left) = Bank.Import(content.Entries, Path.GetFileName(file.FileName), Seller.Author);
        Say(Texts["{0} new movements, {1} known already, {2} that went out.", added, known, left]);
        return Redirect("/books/bank");
    }

    private BankCsvProfile Profile() => new()
    {
        Columns = new[] { ("day", Input.Day), ("amount", Input.Amount), ("counterparty", Input.Payer), ("remittance", Input.Text), ("reference", Input.Reference) }
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Item2)).ToDictionary(pair => pair.Item1, pair => pair.Item2?.Trim() ?? "", StringComparer.Ordinal),
        Separator = Input.Separator is [var one] ? one : Input.Separator == "tab" ? '\t' : ',',
        DateFormat = string.IsNullOrWhiteSpace(Input.DateFormat) ? "yyyy-MM-dd" : Input.DateFormat.Trim(),
        DecimalComma = Input.DecimalComma,
        Account = Input.Account?.Trim() ?? "",
        Currency = string.IsNullOrWhiteSpace(Input.Currency) ? Seller.Seller.Currency.Code : Input.Currency.Trim().ToUpperInvariant(),
    };

    internal sealed class FileEntry
    {
        [Display(Name = "The bank's file")]
        public IFormFile? File { get; set; }

        [Display(Name = "Separator")]
        public string? Separator { get; set; } = ",";

        [Display(Name = "Days are written as")]
        [StringLength(20)]
        public string? DateFormat { get; set; } = "yyyy-MM-dd";

        public bool DecimalComma { get; set; }

        [Display(Name = "Account")]
        [StringLength(60)]
        public string? Account { get; set; }

        [Display(Name = "Currency")]
        [StringLength(3)]
        public string? Currency { get; set; }

        [Display(Name = "Column of the day")]
        [StringLength(100)]
        public string? Day { get; set; }

        [Display(Name = "Column of the amount")]
        [StringLength(100)]
        public string? Amount { get; set; }

        [Display(Name = "Column of the payer")]
        [StringLength(100)]
        public string? Payer { get; set; }

        [Display(Name = "Column of the text")]
        [StringLength(100)]
        public string? Text { get; set; }

        [Display(Name = "Column of the bank's reference")]
        [StringLength(100)]
        public string? Reference { get; set; }
    }
}
