using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Sending;

/// <summary>Exactly what the customer will see, from the same views.</summary>
internal sealed class PreviewModel(SendDesk desk, CurrentSeller seller, Texts texts, Format format) : PageModel
{
    private ProposalView? _view;

    /// <summary>The quote's number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What the page shows.</summary>
    public ProposalView View => _view ?? throw new InvalidOperationException("A handler shows a view before the page is rendered.");

    public IActionResult OnGet(string number) => Show(number, content => content.DefaultChoice());

    public IActionResult OnGetBrand() => BrandView.StyleOf(seller.Settings, Response);

    public IActionResult OnGetLogo() => BrandView.LogoOf(seller.Settings, Response);

    public IActionResult OnPostChoose(string number) => Show(number, content => ChoiceForm.Read(Request.Form, content, ModelState, texts, format));

    private IActionResult Show(string number, Func<QuoteContent, QuoteChoice> choose)
    {
        if (desk.Find(number) is not { } quote)
        {
            return NotFound();
        }

        if (quote.Content is not { } content)
        {
            TempData["Message"] = texts["Correct the marked fields first: there is nothing to preview yet."];
            return Redirect("/quotes/" + Uri.EscapeDataString(number));
        }

        Number = number;
        var proposal = desk.PreviewOf(quote, content, choose(content));
        _view = new ProposalView
        {
            Proposal = proposal,
            Today = seller.Clock.Today,
            Zone = seller.Clock.LocalTimeZone,
            PreparedFor = quote.Links is [var link, ..] ? link.ContactName : "",
            PreparedBy = StaffClaims.DisplayNameOf(User),
            IsOpen = true,
            IsPreview = true,
            Consent = ProposalViews.ConsentOf(proposal.ConsentText, texts),
            Comparison = ProposalViews.ComparisonOf(proposal),
            Brand = BrandView.Of(seller.Settings, "preview"),
        };
        return Page();
    }
}
