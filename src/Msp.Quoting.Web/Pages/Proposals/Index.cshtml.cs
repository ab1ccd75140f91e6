using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;

namespace Msp.Quoting.Web.Pages.Proposals;

/// <summary>The proposal itself. Opening it changes nothing; what the customer does on it does.</summary>
internal sealed class IndexModel(ProposalDesk desk, Texts texts, Format format) : LinkPage(desk, texts, format)
{
    public IActionResult OnGet()
    {
        Show(ProposalViews.ChoiceOf(Linked), compares: true);
        Response.StatusCode = Linked.Shared.Status is QuoteStatus.Expired or QuoteStatus.Withdrawn or QuoteStatus.Replaced || !(Linked.Shared.IsOpen || Linked.IsAcceptedHere)
            ? StatusCodes.Status410Gone
            : StatusCodes.Status200OK;
        return Page();
    }

    // Another plan, other add-ons: the same page with other figures. Posted, because names that were typed already do not belong into an address.
    public IActionResult OnPostChoose()
    {
        if (!Linked.IsOpen)
        {
            return ToProposal();
        }

        Desk.NoteSeen(Token, Linked);

        // Choosing is not signing: what was typed there already stays, and what is missing is not wrong yet.
        string Typed(string field) => Request.Form["Sign." + field].ToString() is { Length: <= 200 } text ? text : "";
        var sign = new SignEntry { Name = Typed(nameof(SignEntry.Name)), Role = Typed(nameof(SignEntry.Role)), Signature = Typed(nameof(SignEntry.Signature)), Agrees = Request.Form["Sign.Agrees"] == "true" };
        Show(ReadChoice(), sign, compares: true);
        return Page();
    }

    /// <summary>The seller's colour, as a style sheet of its own: no page has a style in it.</summary>
    public IActionResult OnGetBrand() => BrandView.StyleOf(Linked.Settings, Response);

    /// <summary>The seller's logo.</summary>
    public IActionResult OnGetLogo() => BrandView.LogoOf(Linked.Settings, Response);

    public IActionResult OnPostSeen()
    {
        Desk.NoteSeen(Token, Linked);
        return new NoContentResult();
    }
}
