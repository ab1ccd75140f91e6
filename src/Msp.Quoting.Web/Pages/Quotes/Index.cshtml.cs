using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Quoting;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Quotes;

/// <summary>The seller's quotes.</summary>
internal sealed class IndexModel(QuoteDesk desk, CurrentSeller seller) : PageModel
{
    public const int Size = 25;

    private const int DaysBeforeExpiry = 7;

    private static readonly string[] Views = ["", "mine", "me", "expiring"];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public QuoteStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public bool IsAnyStored { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Status is not null || !string.IsNullOrEmpty(Owner) || !string.IsNullOrEmpty(View);

    public bool MayWrite => Policies.Allows(User, Policies.WriteQuotes);

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public IReadOnlyList<QuoteListRow> Shown { get; private set; } = [];

    public IReadOnlyList<string> Owners { get; private set; } = [];

    /// <summary>How many each view has.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public void OnGet()
    {
        var today = seller.Clock.Today;
        var all = desk.List(new QuoteFilter(today)).Rows;
        IsAnyStored = all.Length > 0;
        Owners = [.. all.Select(row => row.Owner).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Counts = Views.ToDictionary(view => view, view => all.Count(row => IsIn(view, row, today)), StringComparer.Ordinal);
        var found = desk.List(new QuoteFilter(today) { Status = Status, Owner = string.IsNullOrEmpty(Owner) ? null : Owner, Search = Search }).Rows.Where(row => IsIn(View ?? "", row, today));
        var sorted = Sorted(found).ToList();
        Total = sorted.Count;
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Shown = [.. sorted.Skip((Number - 1) * Size).Take(Size)];
    }

    /// <summary>The address of the same list, with another view or order.</summary>
    public string Address(string name, string value)
    {
        var query = new Dictionary<string, string?> { ["view"] = View, ["q"] = Search, ["status"] = Status?.ToString(), ["owner"] = Owner, ["sort"] = Sort };
        query[name] = value;
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/quotes", query.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary(part => part.Key, part => part.Value));
    }

    /// <summary>The order that a head of the table asks for: the other way round where it is in that order already.</summary>
    public string Order(string column) => Sort == column ? "-" + column : column;

    private bool IsIn(string view, QuoteListRow row, DateOnly today) => view switch
    {
        "mine" => row.Owner == seller.Author,
        "me" => (row.Status == QuoteStatus.AwaitingApproval && Policies.Allows(User, Policies.ApproveQuotes)) || (row.Owner == seller.Author && row.Status is QuoteStatus.Approved or QuoteStatus.Declined),
        "expiring" => row.Status is QuoteStatus.Sent or QuoteStatus.Viewed && row.ValidUntil <= today.AddDays(DaysBeforeExpiry),
        _ => true,
    };

    private IEnumerable<QuoteListRow> Sorted(IEnumerable<QuoteListRow> rows)
    {
        var up = Sort?.StartsWith('-') != true;
        return Sort?.TrimStart('-') switch
        {
            "number" => By(rows, row => row.Number, up),
            "customer" => By(rows, row => row.CustomerName, up),
            "status" => By(rows, row => (int)row.Status, up),
            "monthly" => By(rows, row => row.Monthly?.Amount ?? -1m, up),
            "valid" => By(rows, row => row.ValidUntil ?? DateOnly.MaxValue, up),
            _ => rows,
        };
    }

    private static IEnumerable<QuoteListRow> By<T>(IEnumerable<QuoteListRow> rows, Func<QuoteListRow, T> key, bool up) => up ? rows.OrderBy(key) : rows.OrderByDescending(key);
}
