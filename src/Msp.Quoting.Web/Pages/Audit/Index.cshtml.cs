using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Audit;

/// <summary>What happened, the newest first, and whether the chain of hashes holds.</summary>
internal sealed class IndexModel(CurrentSeller seller, Texts texts) : PageModel
{
    public const int Size = 50;

    // Columns of the file; instants are in UTC, whatever the reader's zone.
    private static readonly FigureTable<AuditRow> Columns = new(
        ("sequence", row => row.Sequence), ("at", row => row.Entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)), ("author", row => row.Entry.Author),
        ("action", row => row.Entry.Action), ("subject", row => row.Entry.Subject), ("detail", row => row.Entry.DetailJson), ("intact", row => row.IsIntact ? "yes" : "no"));

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "through")]
    public DateOnly? Through { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Whether the whole log is read, from its first entry to its last.</summary>
    [BindProperty(SupportsGet = true, Name = "check")]
    public bool IsWhole { get; set; }

    public int Total { get; private set; }

    /// <summary>How many entries the log has.</summary>
    public int All { get; private set; }

    /// <summary>The place of the first entry that is missing or changed, of the whole log or of those that are shown.</summary>
    public long? Fault { get; private set; }

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public bool IsFiltered => Filter != new AuditFilter();

    public IReadOnlyList<AuditRow> Shown { get; private set; } = [];

    /// <summary>Where the same entries are had as a file.</summary>
    public string CsvAddress => QueryHelpers.AddQueryString("/audit", new Dictionary<string, string?>
    {
        ["handler"] = "Csv",
        ["q"] = Filter.Text,
        ["from"] = Key(From),
        ["through"] = Key(Through),
    });

    /// <summary>What is said of the chain.</summary>
    public string Words => Fault is { } fault ? texts["Entry {0} is missing or is not what was appended. Compare the database with a backup.", fault]
        : IsWhole ? texts.Count(All, "The whole log was read: 1 entry, and nothing was changed or taken out.", "The whole log was read: {0} entries, and nothing was changed or taken out.")
        : texts["Each entry here is what was appended, after the entry before it."];

    private AuditSearch Log => new(seller.Store, seller.Id);

    private AuditFilter Filter => new()
    {
        Text = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        From = From is { } from ? Midnight(from) : null,
        Before = Through is { } through ? Midnight(through.AddDays(1)) : null,
    };

    /// <summary>A day as addresses and date fields have it.</summary>
    public static string? Key(DateOnly? day) => day is { } known ? Text.Day(known) : null;

    public void OnGet()
    {
        ModelState.Clear();
        (Total, All) = (Log.Count(Filter), Log.Count(new AuditFilter()));
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Shown = Total == 0 ? [] : [.. Log.Find(Filter, (Number - 1) * Size, Size)];
        Fault = IsWhole ? new AuditLog(seller.Store, seller.Id).FirstFault() : Shown.Where(row => !row.IsIntact).Select(row => (long?)row.Sequence).Min();
    }

    /// <summary>Everything that was found, not only the page.</summary>
    public FileContentResult OnGetCsv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Columns.WriteCsv(text, Log.Find(Filter, 0, int.MaxValue));
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
        return File(bytes, "text/csv; charset=utf-8", $"audit-{Text.Day(seller.Clock.Today)}.csv");
    }

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
