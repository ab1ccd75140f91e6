using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Quoting.Web.Insights;

namespace Msp.Quoting.Web.Pages.Insights;

/// <summary>What is counted or committed to a vendor and not billed.</summary>
internal sealed class LeakageModel(InsightDesk desk) : InsightPageModel(desk)
{
    public InsightPage<LeakRow> Found { get; private set; } = new([], 0);

    public IReadOnlyList<Money> Totals { get; private set; } = [];

    public void OnGet()
    {
        Open();
        Found = PageOf(Reader.Leaks);
        Totals = Reader.LeakTotals();
    }

    public FileContentResult OnGetCsv()
    {
        Open();
        return Csv("leakage", InsightTables.Leaks, Reader.Leaks(0, int.MaxValue).Rows.Select(InsightTables.Of));
    }
}
