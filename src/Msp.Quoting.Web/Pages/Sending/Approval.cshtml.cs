using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Proposals;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Sending;

/// <summary>Which rules a quote breaks, the smallest change that clears each, and the answer of a second person.</summary>
internal sealed class ApprovalModel(SendDesk desk, CurrentSeller seller, Texts texts, Format format) : PageModel
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

    /// <summary>What the rule is called.</summary>
    public string NameOf(ApprovalRule rule) => texts[rule switch
    {
        ApprovalRule.Discount => "Discount at most",
        ApprovalRule.GrossMargin => "Margin at least",
        ApprovalRule.HourlyRate => "Earned per hour at least",
        ApprovalRule.Amount => "Value of the term at most",
        ApprovalRule.Currency => "Currency of the limits",
        _ => "Costs must be known",
    }];

    /// <summary>The smallest change that clears a breach.</summary>
    public string RemedyOf(ApprovalRemedy? remedy) => remedy switch
    {
        ApprovalRemedy.LowerDiscount lower => texts["Lower “{0}” to {1}", lower.Name, format.Percent(lower.Percent.Value)],
        ApprovalRemedy.RaisePrices raise => texts["Raise the recurring prices by {0}", format.Percent(raise.Percent.Value)],
        ApprovalRemedy.LowerAmount less => texts["Take {0} off the term", format.Amount(less.By)],
        _ => texts["No change of price or discount clears it"],
    };

    /// <summary>What a breach has or is allowed, as the reader writes it; where a cost is not known, that.</summary>
    public string ValueOf(ApprovalBreach breach, string value)
    {
        var parts = value.Split(' ');
        return breach.Rule == ApprovalRule.KnownCosts ? value == breach.Actual ? texts["not known"] : "–"
            : parts is not [var number, var unit] || !decimal.TryParse(number, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var amount) ? value
            : unit == "%" ? format.Percent(amount)
            : Msp.Billing.Amounts.Currency.TryFromCode(unit, out var currency) ? format.Amount(new Msp.Billing.Amounts.Money(amount, currency))
            : value;
    }

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
            ModelState.AddModelError("", Quoting.RefusalWords.Of(exception, texts));
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
        AskedBy = Asked is { } asked ? desk.NameOf(asked.Author) : "";
        var isMine = Asked?.Author == seller.Author || (Asked is null && quote.Stored.Owner == seller.Author);
        IsAlone = isMine && desk.Approvers() <= 1;
        MayAsk = quote.Status == QuoteStatus.Draft && quote.Content is not null && Policies.Allows(User, Policies.WriteQuotes);
        MayAnswer = quote.Status == QuoteStatus.AwaitingApproval && Policies.Allows(User, Policies.ApproveQuotes) && (!isMine || IsAlone);
        return true;
    }
}
