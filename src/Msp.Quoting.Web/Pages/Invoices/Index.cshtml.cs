using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Invoices;

/// <summary>Posted documents by what is asked of them, the newest first, with what they come to.</summary>
internal sealed class IndexModel(CurrentSeller seller) : PageModel
{
    public const int Size = 50;
    private const int MostRuns = 36;

    // Columns of the file; amounts are plain figures, whatever the reader's language.
    private static readonly FigureTable<FoundDocument> Columns = new(
        ("number", row => row.Number), ("kind", row => EnumText.Name(row.Kind)), ("customer", row => row.Customer), ("name", row => row.CustomerName), ("contract", row => row.Contract),
        ("run", row => row.Run), ("issued", row => Text.Day(row.IssueDay)), ("due", row => Text.Day(row.DueDay)), ("currency", row => row.Net.Currency.Code), ("net", row => row.Net.Amount),
        ("tax", row => row.Tax.Amount), ("total", row => row.Total.Amount), ("open", row => row.Open.Amount), ("state", row => EnumText.Name(row.State)));

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public DocumentState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public DocumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "run")]
    public string? Run { get; set; }

    [BindProperty(SupportsGet = true, Name = "customer")]
    public string? Customer { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "through")]
    public DateOnly? Through { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public bool IsAnyStored { get; private set; }

    public bool IsFiltered => Filter != new DocumentFilter();

    /// <summary>The latest runs that posted something.</summary>
    public IReadOnlyList<string> Runs { get; private set; } = [];

    public ImmutableArray<DocumentTotals> Totals { get; private set; } = [];

    public ImmutableArray<Correction> Waiting { get; private set; } = [];

    public IReadOnlyList<FoundDocument> Shown { get; private set; } = [];

    /// <summary>Where the same documents are had as a file.</summary>
    public string CsvAddress => QueryHelpers.AddQueryString("/invoices", new Dictionary<string, string?>
    {
        ["handler"] = "Csv",
        ["q"] = Known(Search),
        ["state"] = State?.ToString(),
        ["kind"] = Kind?.ToString(),
        ["run"] = Known(Run),
        ["customer"] = Known(Customer),
        ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["through"] = Through?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });

    private DocumentFilter Filter => new()
    {
        Text = Known(Search),
        State = State,
        Kind = Kind,
        Run = Known(Run),
        Customer = Known(Customer),
        From = From,
        Through = Through,
    };

    public void OnGet()
    {
        var search = Open();
        Totals = search.Totals(Filter);
        Total = Totals.Sum(sum => sum.Documents);
        IsAnyStored = Total > 0 || (IsFiltered && !search.Totals(new DocumentFilter()).IsEmpty);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Shown = Total == 0 ? [] : [.. search.Find(Filter, (Number - 1) * Size, Size)];
        Runs = [.. new RunBook(seller.Store, seller.Id).All(MostRuns).Where(run => run.Status == RunStatus.Posted).Select(run => run.Number)];
        Waiting = new CorrectionBook(seller.Store, seller.Id, seller.Seller.Code, seller.Clock).Waiting();
    }

    /// <summary>Everything that was found, not only the page.</summary>
    public FileContentResult OnGetCsv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Columns.WriteCsv(text, Open().Find(Filter, 0, int.MaxValue));
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
        return File(bytes, "text/csv; charset=utf-8", $"documents-{Text.Day(seller.Clock.Today)}.csv");
    }

    private DocumentSearch Open()
    {
        new LedgerBook(seller.Store, seller.Id, seller.Clock).Book();
        return new DocumentSearch(seller.Store, seller.Id, seller.Clock.Today);
    }

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
