using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;
using Msp.Quoting.Web.Quoting;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Sending;

/// <summary>Which rules a quote breaks, the smallest change that clears each, and the answer of a second person.</summary>
internal sealed class ApprovalModel(SendDesk desk, CurrentSeller seller, StaffNames names, Texts texts, Format format) : PageModel
{
    private SendableQuote? _quote;

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The quote.</summary>
    public SendableQuote Quote => _quote ?? throw new InvalidOperationException("A handler finds the quote before the page is rendered.");

    /// <summary>Who asked for approval, when and why; null where nobody did.</summary>
    public QuoteNote? Asked { get; private set; }

    /// <summary>Who asked, by name.</summary>
    public string AskedBy { get; private set; } = "";

    /// <summary>Whether the one who looks may ask.</summary>
    public bool MayAsk { get; private set; }

    /// <summary>Whether the one who looks may answer.</summary>
    public bool MayAnswer { get; private set; }

    /// <summary>Whether the one who looks asked, and nobody else could answer: then the record says so.</summary>
    public bool IsAlone { get; private set; }

    public IActionResult OnGet(string number) => Load(number) ? Page() : NotFound();

    public IActionResult OnPostSubmit(string number) => Answer(number, () => MayAsk, QuoteAction.Submit, "Asked for approval.");

    public IActionResult OnPostApprove(string number) => Answer(number, () => MayAnswer, QuoteAction.Approve, "Approved. It can be sent now.");

    public IActionResult OnPostRefuse(string number)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), texts["Say why, so that the quote can be changed"]);
        }

        return Answer(number, () => MayAnswer, QuoteAction.Refuse, "Given back to its author.");
    }

    /// <summary>How the breaches are said.</summary>
    public ApprovalWords Words => new(Quote.Content, texts, format);

    private IActionResult Answer(string number, Func<bool> may, QuoteAction action, string done)
    {
        if (!Load(number))
        {
            return NotFound();
        }

        if (!may())
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var alone = action == QuoteAction.Approve && IsAlone ? texts["Approved by the one who asked: nobody else may approve."] : "";
            desk.Move(Quote, action, string.Join(' ', new[] { Reason?.Trim() ?? "", alone }.Where(text => text.Length > 0)));
        }
        catch (QuoteMoveException exception)
        {
            ModelState.AddModelError("", RefusalWords.Of(exception, texts));
            return Page();
        }

        TempData["Message"] = texts[done];
        return Redirect(action == QuoteAction.Approve ? "send" : "approval");
    }

    private bool Load(string number)
    {
        if (desk.Find(number) is not { } quote)
        {
            return false;
        }

        _quote = quote;
        Asked = SendDesk.Asked(quote);
        AskedBy = Asked is { } asked ? names.Of(asked.Author) : "";
        var isMine = Asked?.Author == seller.Author || (Asked is null && quote.Stored.Owner == seller.Author);
        IsAlone = isMine && desk.Approvers() <= 1;
        MayAsk = quote.Status == QuoteStatus.Draft && quote.Content is not null && Policies.Allows(User, Policies.WriteQuotes);
        MayAnswer = quote.Status == QuoteStatus.AwaitingApproval && Policies.Allows(User, Policies.ApproveQuotes) && (!isMine || IsAlone);
        return true;
    }
}
