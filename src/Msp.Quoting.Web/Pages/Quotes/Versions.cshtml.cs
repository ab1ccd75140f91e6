using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Quoting;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Quotes;

/// <summary>Every saved version of a quote: compare two, restore one.</summary>
internal sealed class VersionsModel(QuoteDesk desk, CurrentSeller seller, Texts texts) : PageModel
{
    public string Number { get; private set; } = "";

    public int Revision { get; private set; }

    public int Revisions { get; private set; }

    public int Current { get; private set; }

    public bool MayRestore { get; private set; }

    public int Before { get; private set; }

    public int After { get; private set; }

    public ImmutableArray<QuoteDraftVersion> Versions { get; private set; } = [];

    public IReadOnlyList<DraftDifference> Differences { get; private set; } = [];

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public IActionResult OnGet(string number, int? revision, int? before, int? after)
    {
        if (desk.Find(number) is not { } stored)
        {
            return NotFound();
        }

        Number = number;
        Revisions = stored.Quote.LatestRevision;
        Revision = Math.Clamp(revision ?? Revisions, 1, Revisions);
        Versions = desk.Versions(number, Revision);
        Current = Versions[0].Version;
        MayRestore = Revision == Revisions && stored.Quote.StatusOn(seller.Clock.Today, Revisions) == QuoteStatus.Draft && Policies.Allows(User, Policies.WriteQuotes);
        After = Math.Clamp(after ?? Current, 1, Current);
        Before = Math.Clamp(before ?? Math.Max(1, Current - 1), 1, Current);
        Differences = DraftDifference.Between(desk.DraftOf(number, Revision, Before), desk.DraftOf(number, Revision, After));
        return Page();
    }

    public IActionResult OnPost(string number, int version, int current)
    {
        if (!Policies.Allows(User, Policies.WriteQuotes))
        {
            return Forbid();
        }

        if (desk.Find(number) is null)
        {
            return NotFound();
        }

        try
        {
            desk.Restore(number, version, current);
            TempData["Message"] = texts["Version {0} holds again, as a new version.", version];
            return Redirect("/quotes/" + number);
        }
        catch (InvalidOperationException refused) when (refused is QuoteConflictException or QuoteMoveException)
        {
            TempData["Message"] = RefusalWords.Of(refused, texts);
            return Redirect($"/quotes/{number}/versions");
        }
    }
}
