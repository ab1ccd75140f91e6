using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;

namespace Msp.Quoting.Web.Pages.Proposals;

/// <summary>A question, a wish for a change, or no: as easy to reach as yes.</summary>
internal sealed class ReplyModel(ProposalDesk desk, ProposalMail mail, Texts texts, Format format) : LinkPage(desk, texts, format)
{
    /// <summary>What the customer wants.</summary>
    internal static readonly IReadOnlyList<string> Kinds = ["question", "change", "decline"];

    [BindProperty]
    public Entry Input { get; set; } = new();

    /// <summary>What can be said now: no to what is no longer offered makes no sense.</summary>
    public IReadOnlyList<string> Offered => Linked.IsOpen ? Kinds : [Kinds[0], Kinds[1]];

    public void OnGet(string? about)
    {
        Input.Kind = about is not null && Offered.Contains(about) ? about : Kinds[0];
        Input.Name = Linked.Shared.Link.ContactName;
        Show(ProposalViews.ChoiceOf(Linked));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Offered.Contains(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", Texts["Choose what you want to tell us"]);
        }

        if (string.IsNullOrWhiteSpace(Input.Text))
        {
            ModelState.AddModelError("Input.Text", Texts[Input.Kind switch
            {
                "decline" => "Tell us why, so that we can do better",
                "change" => "Tell us what to change",
                _ => "Enter your question",
            }]);
        }

        if (!ModelState.IsValid)
        {
            Show(ProposalViews.ChoiceOf(Linked));
            return Page();
        }

        try
        {
            Desk.NoteSeen(Token, Linked);
            Keep(Input.Text ?? "");
        }
        catch (StorageException exception) when (exception.Fault == StorageFault.Refused)
        {
            // The link is past its day: nothing can be stored with it, but the seller still hears of it.
        }
        catch (QuoteMoveException)
        {
            return ToProposal();
        }

        await mail.SendReply(Linked, Input.Name, Input.Kind, Input.Text, cancellation);
        TempData["Message"] = Texts[Input.Kind == "decline"
            ? "We have noted that you decline, and why. Thank you for telling us."
            : "Your message is on its way. We answer by e-mail."];
        return ToProposal();
    }

    private void Keep(string words)
    {
        switch (Input.Kind)
        {
            case "decline":
                Desk.Decline(Token, Linked, Input.Name, words);
                break;
            case "change":
                Desk.Ask(Token, Linked, Texts["Change wanted: {0}", words]);
                break;
            default:
                Desk.Ask(Token, Linked, words);
                break;
        }
    }

    internal sealed class Entry
    {
        [Display(Name = "What do you want to tell us?")]
        public string Kind { get; set; } = "question";

        [Display(Name = "Your full name")]
        [Required(ErrorMessage = "Enter your full name")]
        [StringLength(200, ErrorMessage = "Your name must be 200 letters or fewer")]
        public string Name { get; set; } = "";

        [Display(Name = "Your message")]
        [StringLength(4000, ErrorMessage = "Your message must be 4,000 letters or fewer")]
        public string? Text { get; set; }
    }
}
