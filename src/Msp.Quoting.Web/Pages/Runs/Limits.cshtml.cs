using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Runs;

/// <summary>From where on runs flag something as out of the ordinary. Read by everybody who reads runs, changed by those who approve them.</summary>
internal sealed class LimitsModel(CurrentSeller seller, Texts texts) : PageModel
{
    [BindProperty]
    public Entry Input { get; set; } = new();

    /// <summary>Whether the reader may change them.</summary>
    public bool MayChange => Policies.Allows(User, Policies.ApproveRuns);

    public void OnGet()
    {
        var known = RunSettings.Of(seller.Store, seller.Id);
        Input = new Entry { Percent = known.ChangePercent, Least = known.ChangeAmount, Days = known.StaleDays };
    }

    public IActionResult OnPost()
    {
        if (!MayChange)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        using var transaction = seller.Store.Begin();
        var wanted = new RunThresholds { ChangePercent = Input.Percent, ChangeAmount = Input.Least, StaleDays = Input.Days };
        var changed = RunSettings.Set(seller.Store, seller.Id, wanted, seller.Author, seller.Clock.GetUtcNow());
        transaction.Commit();
        TempData["Message"] = changed ? texts["The limits are saved. Previews that are built from now on use them."] : texts["Nothing was changed."];
        return RedirectToPage();
    }

    internal sealed class Entry
    {
        [Display(Name = "Share of the last amount")]
        [Range(0.01, 10_000, ErrorMessage = "Give a share from 0.01 to 10,000 percent")]
        public decimal Percent { get; set; }

        [Display(Name = "And at least")]
        [Range(0, 1_000_000_000, ErrorMessage = "Give an amount from 0 to 1,000,000,000")]
        public decimal Least { get; set; }

        [Display(Name = "A count is stale after")]
        [Range(1, 3_650, ErrorMessage = "Give a number of days from 1 to 3,650")]
        public int Days { get; set; }
    }
}
