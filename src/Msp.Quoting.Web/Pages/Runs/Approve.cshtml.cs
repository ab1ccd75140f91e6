using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Runs;

/// <summary>Releases a run for posting, with its control totals and what was checked before the button.</summary>
internal sealed class ApproveModel(CurrentSeller seller, RunWorker worker, Texts texts) : PageModel
{
    public RunSummary? Run { get; private set; }

    public RunChecks? Checks { get; private set; }

    /// <summary>What was shown: a run whose preview was built again since, or about which somebody decided, is another one.</summary>
    [BindProperty]
    public long Shown { get; set; }

    public IActionResult OnGet(string number)
    {
        if (Load(number) is not { } run)
        {
            return NotFound();
        }

        Shown = run.Version;
        return IsOpen(run) ? Page() : Redirect("/runs/" + number);
    }

    public IActionResult OnPost(string number)
    {
        if (Load(number) is not { } run)
        {
            return NotFound();
        }

        // A second press finds the run approved, and that is what was wanted.
        if (!IsOpen(run) || worker.Of(seller.Seller.Code) is { IsOver: false })
        {
            return Redirect("/runs/" + number);
        }

        if (Checks is not { IsSecond: true })
        {
            ModelState.AddModelError("", texts[RunWords.Of(Checks is { IsMaker: true } ? RunRefusal.SamePerson : RunRefusal.SameDecider)]);
        }
        else if (Shown != run.Version)
        {
            ModelState.AddModelError("", texts["The preview was built again since you opened this page, or somebody decided about a contract. Look at the new figures and decide again."]);
        }
        else if (Approve(run))
        {
            return Redirect("/runs/" + number);
        }

        Shown = run.Version;
        ModelState.Remove(nameof(Shown));
        return Page();
    }

    private static bool IsOpen(RunSummary run) => run.Status is RunStatus.Previewed or RunStatus.Reviewed;

    private bool Approve(RunSummary run)
    {
        var engine = new RunEngine(seller.Store, seller.Clock);
        try
        {
            if (run.Status == RunStatus.Previewed)
            {
                engine.Review(seller.Seller.Code, seller.Author);
            }

            engine.Approve(seller.Seller.Code, seller.Author);
            TempData["Message"] = texts["Approved. Nothing is posted until you post it."];
            return true;
        }
        catch (RunMoveException refused)
        {
            ModelState.AddModelError("", texts[RunWords.Of(refused.Refusal)]);
            return false;
        }
    }

    private RunSummary? Load(string number)
    {
        var book = new RunBook(seller.Store, seller.Id);
        Run = book.Find(number);
        Checks = Run is null ? null : RunChecks.Of(book, Run, seller.Seller.OnePerson, seller.Author);
        return Run;
    }
}
