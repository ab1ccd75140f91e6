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
        var all = new QuoteFilter(seller.Clock.Today) { PageSize = Size };
        var list = desk.List;
        Owners = list.Owners();
        IsAnyStored = Owners.Count > 0;
        Counts = Views.ToDictionary(view => view, view => list.Counts(In(view, all)).Values.Sum(), StringComparer.Ordinal);
        var filter = In(View ?? "", all with { Status = Status, Search = Search, Order = By, IsDescending = Sort is null || Sort.StartsWith('-') });
        if (!string.IsNullOrEmpty(Owner))
        {
            // Two owners at once are none.
            filter = filter with { Owner = filter.Owner is null || filter.Owner == Owner ? Owner : "" };
        }

        var page = list.Find(filter with { Page = Math.Clamp(Number, 1, int.MaxValue / Size) });
        Total = page.Total;
        var last = Math.Max(1, (Total + Size - 1) / Size);
        if (Number < 1 || Number > last)
        {
            Number = Math.Clamp(Number, 1, last);
            page = list.Find(filter with { Page = Number });
        }

        Shown = page.Rows;
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

    private QuoteOrder By => Sort?.TrimStart('-') switch
    {
        "number" => QuoteOrder.Number,
        "customer" => QuoteOrder.Customer,
        "status" => QuoteOrder.Status,
        "monthly" => QuoteOrder.Monthly,
        "valid" => QuoteOrder.ValidUntil,
        _ => QuoteOrder.Changed,
    };

    private QuoteFilter In(string view, QuoteFilter filter) => view switch
    {
        "mine" => filter with { Owner = seller.Author },
        "me" => filter with { WaitsFor = seller.Author, Approves = Policies.Allows(User, Policies.ApproveQuotes) },
        "expiring" => filter with { ExpiringBy = filter.Day.AddDays(DaysBeforeExpiry) },
        _ => filter,
    };
}
