using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;

namespace Msp.Quoting.Web.Pages.Proposals;

/// <summary>A page behind a customer's link: finds what it leads to before any handler runs, and answers 404 where it leads nowhere.</summary>
internal abstract class LinkPage(ProposalDesk desk, Texts texts, Format format) : PageModel
{
    private LinkedProposal? _linked;
    private ProposalView? _view;

    /// <summary>What the page shows.</summary>
    public ProposalView View => _view ?? throw new InvalidOperationException("A handler shows a view before the page is rendered.");

    /// <summary>Words.</summary>
    protected Texts Texts => texts;

    /// <summary>Reads and writes.</summary>
    protected ProposalDesk Desk => desk;

    /// <summary>The secret of the link.</summary>
    protected LinkToken Token => HttpContext.Features.Get<LinkToken>() ?? throw new InvalidOperationException("The request came by no link.");

    /// <summary>What the link leads to; not for views.</summary>
    protected LinkedProposal Linked => _linked ?? throw new InvalidOperationException("The link is looked up before a handler runs.");

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _linked = HttpContext.Features.Get<LinkToken>() is { } token ? desk.Find(token) : null;
        if (_linked is null)
        {
            context.Result = NotFound();
        }
    }

    /// <summary>Makes the view of a choice.</summary>
    protected void Show(QuoteChoice choice, SignEntry? sign = null, bool compares = false) =>
        _view = ProposalViews.Of(Linked, choice, sign ?? new SignEntry(), compares, texts);

    /// <summary>Reads the choice that was posted; problems are noted at their fields.</summary>
    protected QuoteChoice ReadChoice() => ChoiceForm.Read(Request.Form, Linked.Shared.Frozen.Content, ModelState, texts, format);

    /// <summary>Back to the proposal itself, which says what became of it.</summary>
    protected static RedirectResult ToProposal() => new("./");
}
