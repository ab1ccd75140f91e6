using System.Text;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;

namespace Msp.Quoting.Web.Pages.Proposals;

/// <summary>The receipt: keeps working for as long as the link is not revoked, also after its last day.</summary>
internal sealed class AcceptedModel(ProposalDesk desk, Texts texts, Format format) : LinkPage(desk, texts, format)
{
    public IActionResult OnGet()
    {
        if (!Linked.IsAcceptedHere)
        {
            return ToProposal();
        }

        Show(ProposalViews.ChoiceOf(Linked));
        return Page();
    }

    public IActionResult OnGetReceipt() => Linked is { IsAcceptedHere: true, Accepted: { } accepted }
        ? File(Encoding.UTF8.GetBytes(AcceptanceReceipt.Write(accepted.Acceptance)), "application/json", $"acceptance-{accepted.Acceptance.Quote}.json")
        : ToProposal();
}
