using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Outbox;
using Msp.Quoting.Web.Proposals;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Sending;

/// <summary>Check and send: for whom, what, until when, and everything that should be looked at once more. Sending freezes the revision.</summary>
internal sealed class SendModel(SendDesk desk, CurrentSeller seller, ProposalMail mail, Texts texts, Format format) : PageModel
{
    private SendableQuote? _quote;

    [BindProperty]
    public Entry Input { get; set; } = new();

    /// <summary>The quote.</summary>
    public SendableQuote Quote => _quote ?? throw new InvalidOperationException("A handler finds the quote before the page is rendered.");

    /// <summary>What the customer would see; null while the draft cannot be read.</summary>
    public Proposal? Proposal { get; private set; }

    /// <summary>What was looked at.</summary>
    public IReadOnlyList<SendCheck> Checks { get; private set; } = [];

    /// <summary>The link, after it was made; it is shown this once.</summary>
    public string? Link { get; private set; }

    /// <summary>Whether a letter took the link to the customer.</summary>
    public bool IsMailed { get; private set; }

    public IActionResult OnGet(string number)
    {
        if (!Load(number))
        {
            return NotFound();
        }

        var last = Quote.Links.FirstOrDefault();
        Input = new Entry
        {
            Name = last?.ContactName ?? "",
            Email = last?.ContactEmail is { Length: > 0 } known ? known : Quote.Customer.Email,
            LastDay = Quote.Content?.ValidUntil > seller.Clock.Today ? Quote.Content.ValidUntil : seller.Clock.Today.AddDays(seller.Settings.ProposalDays),
            Subject = texts["{0}: proposal {1}", Quote.Content?.Title ?? Quote.Stored.Draft.Title, number],
            Message = string.Join(
                "\n\n", texts["Hello,"], texts["here is our proposal. You can choose the plan, ask a question or accept it right on the page."],
                texts["Kind regards"] + "\n" + StaffClaims.DisplayNameOf(User) + "\n" + seller.Seller.Name),
            Shares = Quote.Stored.Draft.SharesComparison,
            SharesFit = Quote.Stored.Draft.SharesFit,
            Links = Quote.Links.Length,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, bool onlyLink, CancellationToken cancellation)
    {
        if (!Load(number))
        {
            return NotFound();
        }

        Judge(onlyLink);
        if (!ModelState.IsValid || Quote.Content is not { } content)
        {
            return Page();
        }

        try
        {
            desk.Offer(Quote, content, Input.Shares, Input.SharesFit);
        }
        catch (InvalidOperationException refused) when (refused is QuoteMoveException or QuoteConflictException)
        {
            ModelState.AddModelError("", Quoting.RefusalWords.Of(refused, texts));
            return Page();
        }

        Link = LinkPaths.AddressOf(Request, desk.NewLink(Quote, Input.Name, Input.Email, Input.LastDay.GetValueOrDefault()));
        if (!onlyLink)
        {
            try
            {
                await mail.SendLink(Input.Name, Input.Email, Input.Subject, Input.Message ?? "", Link, cancellation);
                IsMailed = true;
            }
            catch (OutboxException)
            {
                ModelState.AddModelError("", texts["The letter to {0} could not be sent. The link below works: pass it on yourself.", Input.Email]);
            }
        }

        return Page();
    }

    private void Judge(bool onlyLink)
    {
        if (Input.Links != Quote.Links.Length)
        {
            // The same form once more, or a colleague was faster: one letter is enough.
            ModelState.AddModelError("", texts["A link was made since you opened this page. Open it again if the customer needs another one."]);
        }

        if (!onlyLink && !new EmailAddressAttribute().IsValid(Input.Email))
        {
            ModelState.AddModelError("Input.Email", texts["Enter an e-mail address, such as name@company.com"]);
        }

        if (Input.LastDay is not { } day || day < seller.Clock.Today)
        {
            ModelState.AddModelError("Input.LastDay", texts["Choose a day from today on"]);
        }

        foreach (var check in Checks.Where(check => check.Blocks))
        {
            ModelState.AddModelError("", check.Text);
        }
    }

    private bool Load(string number)
    {
        if (desk.Find(number) is not { } quote)
        {
            return false;
        }

        _quote = quote;
        Proposal = quote.Content is { } content ? desk.ProposalOf(quote, content, content.DefaultChoice()) : null;
        Checks = [.. SendCheck.Of(quote, seller.Clock.Today, texts, format)];
        return true;
    }

    internal sealed class Entry
    {
        [Display(Name = "Name of the recipient")]
        [Required(ErrorMessage = "Enter for whom the proposal is")]
        [StringLength(200, ErrorMessage = "The name must be 200 letters or fewer")]
        public string Name { get; set; } = "";

        [Display(Name = "Email address")]
        [StringLength(256, ErrorMessage = "The address must be 256 letters or fewer")]
        [DisplayFormat(ConvertEmptyStringToNull = false)]
        public string Email { get; set; } = "";

        [Display(Name = "The link opens until")]
        public DateOnly? LastDay { get; set; }

        [Display(Name = "Subject")]
        [Required(ErrorMessage = "Enter a subject")]
        [StringLength(200, ErrorMessage = "The subject must be 200 letters or fewer")]
        public string Subject { get; set; } = "";

        [Display(Name = "Message")]
        [StringLength(4000, ErrorMessage = "Your message must be 4,000 letters or fewer")]
        public string? Message { get; set; }

        [Display(Name = "Share the comparison")]
        public bool Shares { get; set; }

        [Display(Name = "Share whether a managed service suits the customer")]
        public bool SharesFit { get; set; }

        public int Links { get; set; }
    }
}
