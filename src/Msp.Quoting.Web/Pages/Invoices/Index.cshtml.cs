using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Billing.Invoicing;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Invoices;

/// <summary>Posted documents, the newest first.</summary>
internal sealed class IndexModel(CurrentSeller seller) : PageModel
{
    public const int Size = 50;
    private const int MostMonths = 24;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public DocumentKind? Kind { get; set; }

    /// <summary>The month of the day on the document, as 2026-04.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public bool IsAnyStored { get; private set; }

    public bool IsFiltered => Kind is not null || !string.IsNullOrWhiteSpace(Month) || !string.IsNullOrWhiteSpace(Search);

    public IReadOnlyList<DateOnly> Months { get; private set; } = [];

    public IReadOnlyList<InvoiceSummary> Shown { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var all = seller.Tables.Invoices(seller.Id);
        var days = await all.Select(one => one.IssueDay).Distinct().ToListAsync();
        IsAnyStored = days.Count > 0;
        Months = [.. days.Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct().OrderDescending().Take(MostMonths)];
        var found = all;
        if (Kind is { } kind)
        {
            found = found.Where(one => one.Kind == kind);
        }

        if (DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            var next = first.AddMonths(1);
            found = found.Where(one => one.IssueDay >= first && one.IssueDay < next);
        }

        if (!string.IsNullOrWhiteSpace(Search))
        {
            var letters = "%" + Search.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            found = found.Where(one => EF.Functions.Like(one.Number, letters, "\\") || EF.Functions.Like(one.CustomerName, letters, "\\") || EF.Functions.Like(one.Contract, letters, "\\"));
        }

        Total = await found.CountAsync();
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Shown = await found.OrderByDescending(one => one.IssueDay).ThenByDescending(one => one.Number).Skip((Number - 1) * Size).Take(Size).ToListAsync();
    }
}
