using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Runs;

/// <summary>One contract of a run: last month beside this month, line by line, each with its arithmetic; and what is decided about it.</summary>
internal sealed class ContractModel(CurrentSeller seller, RunWorker worker, Texts texts, Format format) : PageModel
{
    [BindProperty]
    public Entry Input { get; set; } = new();

    public RunSummary? Run { get; private set; }

    public RunContract? Contract { get; private set; }

    public string Before { get; private set; } = "";

    public IReadOnlyList<MonthPair> Lines { get; private set; } = [];

    public IReadOnlyList<string> TaxArithmetic { get; private set; } = [];

    public Currency Currency { get; private set; }

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    /// <summary>Whether decisions can be made now, by the reader.</summary>
    public bool MayDecide => Policies.Allows(User, Policies.WriteRuns) && Run is { Status: RunStatus.Previewed or RunStatus.Reviewed } && worker.Of(seller.Seller.Code) is not { IsOver: false };

    /// <summary>Whether it has flags that the reader can mark checked now.</summary>
    public bool MayCheck => MayDecide && Contract is { Review: { Item.Outcome: RunOutcome.Billed } review } && review.Unchecked.Any();

    /// <summary>The lines that a credit can make up for.</summary>
    public ImmutableArray<(int Id, string Name)> Creditable =>
        Contract?.Document is { } document ? [.. document.Lines.Where(line => line.MinorUnits > 0).DistinctBy(line => line.LineId).Select(line => (line.LineId, line.Description))] : [];

    public IActionResult OnGet(string number, string contract)
    {
        if (!Load(number, contract) || Run is not { } run)
        {
            return NotFound();
        }

        Input = new Entry { Until = run.Through.AddDays(1) };
        return Page();
    }

    public IActionResult OnPostCheck(string number, string contract) => Decide(number, contract, [], reviewer =>
    {
        reviewer.Check(seller.Seller.Code, number, contract, seller.Author);
        return texts["{0} is marked checked.", contract];
    });

    public IActionResult OnPostLeaveOut(string number, string contract) => Decide(number, contract, ["Input.Reason"], reviewer =>
    {
        reviewer.LeaveOut(seller.Seller.Code, number, contract, Input.Reason, seller.Author);
        return texts["{0} is left out of this run. The next run bills what is due by then.", contract];
    });

    public IActionResult OnPostHold(string number, string contract) => Decide(number, contract, ["Input.HoldReason", "Input.Until"], reviewer =>
    {
        reviewer.Hold(seller.Seller.Code, contract, Input.Until, Input.HoldReason, seller.Author);
        return texts["{0} is held back from runs through a day before {1}.", contract, format.Day(Input.Until)];
    });

    public IActionResult OnPostCredit(string number, string contract) => Decide(number, contract, ["Input.Amount", "Input.Text", "Input.CreditReason", "Input.Line"], reviewer =>
    {
        reviewer.Credit(seller.Seller.Code, number, contract, Input.Line, Input.Amount ?? 0, Input.Text, Input.CreditReason, seller.Author);
        return texts["The credit is recorded as an amendment. Build the preview again to see it."];
    });

    public IActionResult OnPostUndo(string number, string contract, long decision) => Decide(number, contract, ["Input.UndoReason"], reviewer =>
    {
        reviewer.Undo(seller.Seller.Code, decision, Input.UndoReason, seller.Author);
        return texts["The decision was taken back."];
    });

    private IActionResult Decide(string number, string contract, string[] fields, Func<RunReviewer, string> decide)
    {
        if (!Policies.Allows(User, Policies.WriteRuns))
        {
            return Forbid();
        }

        if (!Load(number, contract))
        {
            return NotFound();
        }

        foreach (var key in ModelState.Keys.Where(key => !fields.Contains(key)).ToList())
        {
            ModelState.Remove(key);
        }

        if (ModelState.IsValid)
        {
            try
            {
                TempData["Message"] = decide(new RunReviewer(seller.Store, seller.Clock) { Checks = RunWorker.Checks });
                return Redirect($"/runs/{number}/contracts/{contract}");
            }
            catch (RunMoveException refused)
            {
                ModelState.AddModelError(fields.FirstOrDefault() ?? "", texts[RunWords.Of(refused.Refusal)]);
            }
            catch (AmendmentException)
            {
                ModelState.AddModelError(fields.FirstOrDefault() ?? "", texts["The contract cannot be amended like this on the day of this run. Credit the posted invoice instead."]);
            }
        }

        return Page();
    }

    private bool Load(string number, string contract)
    {
        var book = new RunBook(seller.Store, seller.Id);
        Run = book.Find(number);
        Contract = book.Contract(number, contract);
        if (Run is not { } run || Contract is not { } found)
        {
            return false;
        }

        Currency = found.Review.Item.Total.Currency;
        Before = run.PreviousNumber is { } before && book.Find(before) is { } previous ? format.Month(previous.Through) : texts["Before"];
        Lines = MonthPair.Of(found.Document, found.Previous, found.Explanation);
        TaxArithmetic = found.Document is { } document ? [.. MonthPair.TaxArithmetic(document, found.Explanation)] : [];
        return true;
    }

    internal sealed class Entry
    {
        [Display(Name = "Reason")]
        [Required(ErrorMessage = "Say why")]
        [StringLength(500, ErrorMessage = "Use at most 500 letters")]
        public string Reason { get; set; } = "";

        [Display(Name = "Reason")]
        [Required(ErrorMessage = "Say why")]
        [StringLength(500, ErrorMessage = "Use at most 500 letters")]
        public string HoldReason { get; set; } = "";

        [Display(Name = "Hold until")]
        [Required(ErrorMessage = "Choose a day")]
        public DateOnly Until { get; set; }

        [Display(Name = "For the line")]
        public int Line { get; set; }

        [Display(Name = "Amount")]
        [Required(ErrorMessage = "Give an amount above zero")]
        [Range(0.01, 100_000_000, ErrorMessage = "Give an amount above zero")]
        public decimal? Amount { get; set; }

        [Display(Name = "Printed on the document")]
        [Required(ErrorMessage = "Say what the document prints")]
        [StringLength(200, ErrorMessage = "Use at most 200 letters")]
        public string Text { get; set; } = "";

        [Display(Name = "Reason")]
        [Required(ErrorMessage = "Say why")]
        [StringLength(500, ErrorMessage = "Use at most 500 letters")]
        public string CreditReason { get; set; } = "";

        [Display(Name = "Reason")]
        [Required(ErrorMessage = "Say why")]
        [StringLength(500, ErrorMessage = "Use at most 500 letters")]
        public string UndoReason { get; set; } = "";
    }
}
