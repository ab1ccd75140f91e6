using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;

namespace Msp.Quoting.Web.Pages.Proposals;

/// <summary>Check before you accept: what was chosen and who signs, once more, before it binds. Nothing is accepted by opening it.</summary>
internal sealed class CheckModel(ProposalDesk desk, ProposalMail mail, Texts texts, Format format) : LinkPage(desk, texts, format)
{
    [BindProperty]
    public SignEntry Sign { get; set; } = new();

    /// <summary>Whether everything is there, so that it only needs to be confirmed.</summary>
    public bool IsComplete { get; private set; }

    public IActionResult OnGet() => ToProposal();

    public IActionResult OnPost()
    {
        if (!Linked.IsOpen)
        {
            return ToProposal();
        }

        Desk.NoteSeen(Token, Linked);
        Judge();
        return Page();
    }

    public IActionResult OnPostChange()
    {
        if (!Linked.IsOpen)
        {
            return ToProposal();
        }

        ModelState.Clear();
        Show(ReadChoice(), Sign);
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation)
    {
        if (Linked.IsAcceptedHere)
        {
            return Redirect("accepted");
        }

        if (!Linked.IsOpen)
        {
            return ToProposal();
        }

        var consent = ProposalViews.ConsentOf(Linked.Shared.Frozen.Content.ConsentText, Texts);
        if (Sign.Declaration != consent.Text)
        {
            // The evidence holds the words that were read: in another language they are others.
            Sign.Agrees = false;
            ModelState.AddModelError("Sign.Agrees", Texts["The declaration is shown in other words now: read it and confirm it again"]);
        }

        var choice = Judge();
        if (!IsComplete)
        {
            return Page();
        }

        try
        {
            var signer = new Signer(
                Sign.Name, Sign.Role, Linked.Clock.GetUtcNow(), HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", Request.Headers.UserAgent.ToString());
            var accepted = Desk.Accept(Token, Linked, choice, signer with { Consent = consent });
            if (accepted.IsNew)
            {
                await mail.SendAccepted(Linked, Sign.Name, accepted.Contract, cancellation);
            }
        }
        catch (QuoteMoveException)
        {
            // Another link, or the calendar, was faster; the page says which.
            return ToProposal();
        }
        catch (StorageException exception) when (exception.Fault == StorageFault.Refused)
        {
            return ToProposal();
        }

        return Redirect("accepted");
    }

    private QuoteChoice Judge()
    {
        if (Sign is { Name.Length: > 0, Signature.Length: > 0, IsSigned: false })
        {
            ModelState.AddModelError("Sign.Signature", Texts["Type your name as above to sign: {0}", Sign.Name]);
        }

        if (!Sign.Agrees && ModelState["Sign.Agrees"] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("Sign.Agrees", Texts["Confirm that you may accept and that you agree to the terms"]);
        }

        var choice = ReadChoice();
        IsComplete = ModelState.IsValid;
        Show(choice, Sign);
        return choice;
    }
}
