using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Billing.Insights;
using Msp.Quoting.Web.Insights;

namespace Msp.Quoting.Web.Pages.Insights;

/// <summary>What customers earn: billed, costs, margin, hours.</summary>
internal sealed class CustomersModel(InsightDesk desk) : InsightPageModel(desk)
{
    public static IReadOnlyList<int> Spans { get; } = [1, 3, 12];

    [BindProperty(SupportsGet = true, Name = "sort")]
    public MarginOrder Order { get; set; } = MarginOrder.Revenue;

    [BindProperty(SupportsGet = true, Name = "months")]
    public int Span { get; set; } = 3;

    public InsightPage<MarginRow> Found { get; private set; } = new([], 0);

    public CustomerMargin? Together { get; private set; }

    public DateOnly From => Desk.LastMonth.AddMonths(1 - Span);

    public void OnGet()
    {
        Prepare();
        Found = PageOf((skip, take) => Reader.Margins(From, Desk.LastMonth, Currency, Order, skip, take));
        Together = Reader.Margin(From, Desk.LastMonth, Currency);
    }

    public FileContentResult OnGetCsv()
    {
        Prepare();
        return Csv("margin", InsightTables.Margin, Reader.Margins(From, Desk.LastMonth, Currency, Order, 0, int.MaxValue).Rows.Select(InsightTables.Of));
    }

    private void Prepare()
    {
        Open();
        Span = Spans.Contains(Span) ? Span : 3;
        Order = Enum.IsDefined(Order) ? Order : MarginOrder.Revenue;
    }
}
