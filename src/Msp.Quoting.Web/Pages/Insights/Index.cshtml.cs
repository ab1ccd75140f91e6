using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Billing.Insights;
using Msp.Quoting.Web.Charts;
using Msp.Quoting.Web.Insights;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Pages.Insights;

/// <summary>Recurring revenue: what it is, how it went, why it moved, and how it leads to the invoices.</summary>
internal sealed class IndexModel(InsightDesk desk, Texts texts, Format format) : InsightPageModel(desk)
{
    private const int Shown = 12;

    public IReadOnlyList<InsightMonth> Months { get; private set; } = [];

    public InsightMonth? Figures { get; private set; }

    public InsightMonth? Before { get; private set; }

    public MrrMovement Movement { get; private set; }

    public IReadOnlyList<WaterfallStep> Steps { get; private set; } = [];

    public bool IsCut => WaterfallChartTagHelper.Foot(Steps) > 0;

    public void OnGet()
    {
        Open();
        var all = Reader.Months(Currency);
        Months = [.. all.TakeLast(Shown)];
        Figures = all.FirstOrDefault(month => month.Month == Month) ?? all.LastOrDefault();
        Before = all.FirstOrDefault(month => month.Month == Month.AddMonths(-1));
        Movement = Reader.Movement(Month, Currency);
        Steps =
        [
            new WaterfallStep(texts["Start of the month"], Of(Movement.Opening).Amount, format.Amount(Of(Movement.Opening)), IsTotal: true),
            .. MrrMovement.Kinds.Where(kind => Movement[kind] != 0)
                .Select(kind => new WaterfallStep(texts[InsightWords.Of(kind)], Of(Movement[kind]).Amount, format.Change(Of(Movement[kind])))),
            new WaterfallStep(texts["End of the month"], Of(Movement.Closing).Amount, format.Amount(Of(Movement.Closing)), IsTotal: true),
        ];
    }

    public FileContentResult OnGetCsv()
    {
        Open();
        return Csv("mrr", InsightTables.Mrr, Currencies.SelectMany(currency => Reader.Months(currency)).Select(InsightTables.Of));
    }

    public FileContentResult OnGetMovementCsv()
    {
        Open();
        return Csv("mrr-movement", InsightTables.Movement, Currencies.SelectMany(currency =>
            Reader.Months(currency).Select(month => InsightTables.Of(month.Month, currency, Reader.Movement(month.Month, currency)))));
    }
}
