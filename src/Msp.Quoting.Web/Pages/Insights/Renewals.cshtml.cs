using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Quoting.Web.Insights;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Insights;

/// <summary>What is to be decided or told to customers in time: renewals, ends and uplifts.</summary>
internal sealed class RenewalsModel(InsightDesk desk, CurrentSeller seller) : InsightPageModel(desk)
{
    public static IReadOnlyList<int> Spans { get; } = [30, 90, 180, 365];

    [BindProperty(SupportsGet = true, Name = "days")]
    public int Days { get; set; } = 180;

    [BindProperty(SupportsGet = true, Name = "view")]
    public string? View { get; set; }

    public bool ShowsUplifts => View == "uplifts";

    public DateOnly Today => seller.Clock.Today;

    public InsightPage<RenewalRow> Renewals { get; private set; } = new([], 0);

    public InsightPage<UpliftRow> Uplifts { get; private set; } = new([], 0);

    public void OnGet()
    {
        Prepare();
        if (ShowsUplifts)
        {
            Uplifts = PageOf((skip, take) => Reader.Uplifts(Until, skip, take));
        }
        else
        {
            Renewals = PageOf((skip, take) => Reader.Renewals(Today, Until, skip, take));
        }
    }

    public FileContentResult OnGetCsv()
    {
        Prepare();
        return ShowsUplifts
            ? Csv("uplifts", InsightTables.Uplifts, Reader.Uplifts(Until, 0, int.MaxValue).Rows.Select(InsightTables.Of))
            : Csv("renewals", InsightTables.Renewals, Reader.Renewals(Today, Until, 0, int.MaxValue).Rows.Select(InsightTables.Of));
    }

    private DateOnly Until => Today.AddDays(Days + 1);

    // Asking for the summaries makes them fresh.
    private void Prepare()
    {
        Open();
        _ = seller.Contracts;
        Days = Spans.Contains(Days) ? Days : 180;
    }
}
