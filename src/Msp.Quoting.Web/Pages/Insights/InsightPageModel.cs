using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Quoting.Web.Insights;

namespace Msp.Quoting.Web.Pages.Insights;

/// <summary>What the pages of insights share: fresh figures, the currency, the month, and downloads.</summary>
internal abstract class InsightPageModel(InsightDesk desk) : PageModel
{
    /// <summary>How many rows a page has.</summary>
    public const int Size = 25;

    private InsightReader? _reader;

    [BindProperty(SupportsGet = true, Name = "currency")]
    public string? CurrencyCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthText { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public InsightDesk Desk => desk;

    public IReadOnlyList<Currency> Currencies { get; private set; } = [];

    public Currency Currency { get; private set; }

    /// <summary>The first day of the month that is looked at.</summary>
    public DateOnly Month { get; private set; }

    public string MonthKey => Key(Month);

    protected InsightReader Reader => _reader ?? throw new InvalidOperationException("The figures are opened first.");

    public static string Key(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>An amount of the page's currency.</summary>
    public Money Of(long minorUnits) => Money.FromMinorUnits(minorUnits, Currency);

    protected void Open()
    {
        _reader = desk.Open();
        Currencies = Reader.Currencies();
        Currency = desk.Choose(Currencies, CurrencyCode);
        Month = DateOnly.TryParseExact(MonthText + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month >= desk.FirstMonth && month <= desk.LastMonth
            ? month
            : desk.LastMonth;
    }

    protected int Skip(int total)
    {
        Number = Math.Clamp(Number, 1, Math.Max(1, (total + Size - 1) / Size));
        return (Number - 1) * Size;
    }

    /// <summary>A page of a list; the last one where the asked one is beyond it.</summary>
    protected InsightPage<T> PageOf<T>(Func<int, int, InsightPage<T>> read)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        var page = read((Number - 1) * Size, Size);
        if (page.Rows.IsEmpty && Number > 1)
        {
            // Beyond the last page the database counts nothing either.
            page = read(Skip(read(0, 1).Total), Size);
        }

        return page;
    }

    protected FileContentResult Csv<T>(string name, FigureTable<T> table, IEnumerable<T> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        table.WriteCsv(text, rows);
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
        return File(bytes, "text/csv; charset=utf-8", $"{name}-{Figures.Of(desk.AsOf)}.csv");
    }
}
