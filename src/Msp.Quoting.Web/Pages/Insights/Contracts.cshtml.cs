using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Billing.Insights;
using Msp.Quoting.Web.Insights;

namespace Msp.Quoting.Web.Pages.Insights;

/// <summary>The contracts behind a month's MRR, or behind a part of its bridge to the invoices.</summary>
internal sealed class ContractsModel(InsightDesk desk) : InsightPageModel(desk)
{
    [BindProperty(SupportsGet = true, Name = "part")]
    public BridgePart? Part { get; set; }

    public InsightPage<ContractFigure> Found { get; private set; } = new([], 0);

    public void OnGet()
    {
        Open();
        Found = PageOf((skip, take) => Reader.Contracts(Month, Currency, Part, skip, take));
    }
}
