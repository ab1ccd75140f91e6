using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.BreakFix;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Quoting;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Quotes;

/// <summary>A quote: the builder while it is a draft, the document from then on.</summary>
internal sealed class DetailModel(QuoteDesk desk, QuoteCalculator calculator, CurrentSeller seller, Texts texts) : PageModel
{
    private StoredQuote? _stored;
    private Customer? _customer;

    public StoredQuote Stored => _stored ?? throw new InvalidOperationException("The quote was not loaded.");

    public Customer Customer => _customer ?? throw new InvalidOperationException("The quote was not loaded.");

    public CurrentSeller Seller => seller;

    public string Number => Stored.Quote.Number;

    /// <summary>The revision that is shown.</summary>
    public int Revision { get; private set; }

    public QuoteStatus Status { get; private set; }

    public QuoteDraft Draft { get; private set; } = new();

    public int Version { get; private set; }

    public DraftMessages Messages { get; private set; } = new(new QuoteDraft(), [], texts);

    public PricedQuote? Priced { get; private set; }

    /// <summary>Whether the figures are those of the last draft that was right.</summary>
    public bool IsStale { get; private set; }

    public BuilderComparison? Comparison { get; private set; }

    /// <summary>What the customer sees of it, or would see: frozen once it was sent.</summary>
    public ComparisonView? Compared { get; private set; }

    /// <summary>Whether a managed service suits the customer; as it was sent where it was shared.</summary>
    public Fit? Fit { get; private set; }

    public PlanFamily? Family => calculator.FamilyOf(Draft);

    /// <summary>The version that the reader's own draft collides with; null where it does not.</summary>
    public QuoteDraftVersion? Conflict { get; private set; }

    public IReadOnlyList<DraftDifference> Differences { get; private set; } = [];

    /// <summary>What was just removed and how to put it back; null for nothing.</summary>
    public (string Name, string Command)? Removed { get; private set; }

    public bool MayWrite => Policies.Allows(User, Policies.WriteQuotes);

    public bool IsBuilder => Status == QuoteStatus.Draft && Revision == Stored.Quote.LatestRevision && MayWrite;

    public ImmutableArray<QuoteAction> Allowed { get; private set; } = [];

    public ImmutableArray<QuoteEvent> History { get; private set; } = [];

    public ImmutableArray<QuoteLink> Links { get; private set; } = [];

    /// <summary>A link that was just made; shown once.</summary>
    public string? NewLink { get; private set; }

    private bool IsFragment => Request.Headers["X-Fragment"] == "live";

    public IActionResult OnGet(string number, int? revision)
    {
        if (!Load(number, revision))
        {
            return NotFound();
        }

        if (TempData["Removed"] is string removed && removed.Split('\n') is [var command, var name])
        {
            Removed = (name, command);
        }

        NewLink = TempData["NewLink"] as string;
        Show();
        return Page();
    }

    public IActionResult OnPost(string number, string? command, int version)
    {
        if (!Load(number, null))
        {
            return NotFound();
        }

        if (!IsBuilder)
        {
            return MayWrite ? NoDraft() : Forbid();
        }

        var done = DraftCommand.Parse(command);
        Draft = Entered(done);
        if (version != Version && done.Name != "mine" && Draft.ToJson() != Stored.Draft.ToJson())
        {
            return Collide(Stored.Version, version);
        }

        try
        {
            Keep(done);
        }
        catch (QuoteConflictException conflict)
        {
            return Collide(conflict.Current, version);
        }

        return Answer(done);
    }

    public IActionResult OnPostRevise(string number) => Act(number, () => desk.Revise(number), texts["A new revision was begun. The customer keeps the one that was sent until you send this one."]);

    public IActionResult OnPostReopen(string number) => Act(number, () => desk.Move(number, QuoteAction.Reopen, ""), texts["The quote can be changed again."]);

    public IActionResult OnPostWithdraw(string number, string? reason) =>
        Act(number, () => desk.Move(number, QuoteAction.Withdraw, (reason ?? "").Trim()), texts["The quote was withdrawn. Its links say so."]);

    public IActionResult OnPostLink(string number, string? contact, string? email) => Act(number, () => TempData["NewLink"] = MakeLink(contact, email), texts["A link was made. It is shown once."]);

    public IActionResult OnPostTemplate(string number, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            TempData["Message"] = texts["A template needs a name."];
            return Redirect("/quotes/" + number);
        }

        return Act(number, () => desk.SaveTemplate(name.Trim(), Stored.Draft), texts["The template was saved. Quotes made from it are copies."]);
    }

    /// <summary>How a number of the draft stands in its field.</summary>
    public string Shown(string stored, int decimals = 0) => EnteredValue.ToShown(stored, CultureInfo.CurrentCulture, decimals);

    /// <summary>What was counted of something in the figures that are shown; null where it is not counted.</summary>
    public StatedCount? CountOf(string code) => Priced?.Content.Counts.FirstOrDefault(count => count.Code == code);

    /// <summary>What the customer said about a number of the comparison; empty for nothing.</summary>
    public string Said(string input) => Shown(Draft.Assumptions.FirstOrDefault(one => one.Input == input)?.Value ?? "");

    private string MakeLink(string? contact, string? email)
    {
        var frozen = desk.Frozen(Number, Stored.Quote.OfferedRevision ?? 0);
        return desk.NewLink(
            Number, string.IsNullOrWhiteSpace(contact) ? Customer.Name : contact.Trim(), (email ?? "").Trim(), frozen?.Content.ValidUntil ?? seller.Clock.Today);
    }

    private bool Load(string number, int? revision)
    {
        if (desk.Find(number) is not { } stored)
        {
            return false;
        }

        _stored = stored;
        _customer = desk.CustomerOf(stored);
        Revision = Math.Clamp(revision ?? stored.Quote.AcceptedRevision ?? stored.Quote.LatestRevision, 1, stored.Quote.LatestRevision);
        Status = stored.Quote.StatusOn(seller.Clock.Today, Revision);
        (Draft, Version) = (stored.Draft, stored.Version.Version);
        return true;
    }

    private QuoteDraft Entered(DraftCommand done)
    {
        var entered = DraftForm.Read(Request.Form, Stored.Draft, CultureInfo.CurrentCulture);
        if (done.Name != "undo")
        {
            return entered;
        }

        var parts = done.Target.Split(':', 2);
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var earlier) && earlier >= 1 && earlier <= Version
            ? DraftCommand.PutBack(entered, desk.DraftOf(Number, Stored.Version.Revision, earlier), parts[1])
            : entered;
    }

    private void Keep(DraftCommand done)
    {
        // What was typed is kept before a line goes, so that undoing brings back the line as it was last seen.
        if (done.Name == "remove")
        {
            Save(Draft);
            var line = Draft.Items.FirstOrDefault(item => item.Code == done.Target);
            Removed = line is null ? null : (line.Name, FormattableString.Invariant($"undo:{Version}:{line.Code}"));
        }

        Draft = done.ApplyTo(Draft);
        Save(Draft);
    }

    private void Save(QuoteDraft draft)
    {
        if (draft.ToJson() == Stored.Draft.ToJson())
        {
            return;
        }

        var content = calculator.Read(draft, Customer).Content;
        var monthly = content is null ? null : calculator.Price(content, Customer)?.Chosen.Monthly;
        var saved = desk.Save(Number, draft, Version, monthly);
        _stored = Stored with { Draft = draft, Version = saved };
        Version = saved.Version;
    }

    private IActionResult Answer(DraftCommand done)
    {
        if (IsFragment)
        {
            Show();
            return Page();
        }

        if (Removed is { } removed)
        {
            TempData["Removed"] = removed.Command + "\n" + removed.Name;
        }

        return done.Name switch
        {
            "send" when calculator.Read(Draft, Customer).Content is not null => Redirect($"/quotes/{Number}/send"),
            "preview" when calculator.Read(Draft, Customer).Content is not null => Redirect($"/quotes/{Number}/preview"),
            "duplicate" => Redirect($"/quotes/new?from=duplicate&quote={Number}"),
            "add" or "up" or "down" when calculator.Read(Draft, Customer).Content is not null => Redirect($"/quotes/{Number}#lines"),
            _ when calculator.Read(Draft, Customer).Content is null => Redirect($"/quotes/{Number}#error-summary"),
            _ => Redirect($"/quotes/{Number}"),
        };
    }

    // Nothing is stored: the form keeps what was typed, and its reader chooses.
    private PageResult Collide(QuoteDraftVersion current, int version)
    {
        Conflict = current;
        Differences = DraftDifference.Between(Stored.Draft, Draft);
        Version = version;
        Show();
        return Page();
    }

    private ContentResult NoDraft() => new() { Content = texts["This quote is no longer a draft. Load the page again."], ContentType = "text/plain; charset=utf-8", StatusCode = StatusCodes.Status409Conflict };

    private IActionResult Act(string number, Action act, string done)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        if (!Load(number, null))
        {
            return NotFound();
        }

        try
        {
            act();
            TempData["Message"] = done;
        }
        catch (QuoteMoveException refused)
        {
            TempData["Message"] = RefusalWords.Of(refused, texts);
        }

        return Redirect("/quotes/" + number);
    }

    private void Show()
    {
        Allowed = Stored.Quote.AllowedOn(seller.Clock.Today, Revision);
        if (!IsBuilder)
        {
            History = desk.History(Number);
            Links = desk.Links(Number);
        }

        var (content, entered) = (desk.Frozen(Number, Revision)?.Content, Draft);
        if (content is null)
        {
            var reading = calculator.Read(Draft, Customer);
            Messages = new DraftMessages(Draft, reading.Problems, texts);
            content = reading.Content;
            if (content is null && desk.LastValid(Stored, Customer) is var (valid, before))
            {
                (content, entered) = (valid, before);
            }

            IsStale = reading.Content is null;
        }

        Priced = content is null ? null : calculator.Price(content, Customer);
        Comparison = Priced is null || content?.Comparison is not null ? null : BuilderComparison.Of(Priced, entered);
        Compared = Comparison?.View ??
            (Priced is null ? null : ComparisonView.Of(content?.Comparison, Priced.Chosen.Option.Code, Priced.Options.Select(option => (option.Option.Name, option.Option.Code))));
        Fit = content is null ? null : content.Fit ?? QuoteFit.Of(content, entered, Compared?.Verdict);
        if (IsBuilder)
        {
            foreach (var (field, message) in Messages.All)
            {
                ModelState.AddModelError(field, message);
            }
        }
    }
}
