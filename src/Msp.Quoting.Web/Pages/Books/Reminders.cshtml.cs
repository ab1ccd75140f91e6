using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>Who is to be reminded today and why; what was sent; who is paused.</summary>
internal sealed class RemindersModel(CurrentSeller seller, Texts texts, IDocumentOutbox outbox, RunWorker worker, Format format) : BookPageModel(seller, texts)
{
    private bool? _isWorking;

    /// <summary>due, sent or paused.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true, Name = "customer")]
    public string? For { get; set; }

    [BindProperty]
    public PauseEntry Input { get; set; } = new();

    public DunningPolicy Policy { get; private set; } = DunningPolicy.Standard;

    public ImmutableArray<DunningNotice> Due { get; private set; } = [];

    public IReadOnlyList<DunningNotice> ShownDue { get; private set; } = [];

    public ImmutableArray<SentReminder> Sent { get; private set; } = [];

    public int Recorded { get; private set; }

    /// <summary>How many are recorded and not mailed.</summary>
    public int Waiting { get; private set; }

    /// <summary>What is under way, or ended last in this process.</summary>
    public RunWork? Work => worker.RemindersOf(Seller.Seller.Code);

    /// <summary>Looked at once for a page: work that ends meanwhile is either under way on all of it, or over with its outcome.</summary>
    public bool IsWorking => _isWorking ??= Work is { IsOver: false };

    /// <summary>What became of the reminders that were sent last, in words; null where nothing was, and on the other views.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Whether all of them were taken.</summary>
    public bool IsGood { get; private set; } = true;

    public ImmutableArray<ReminderPause> Pauses { get; private set; } = [];

    public void OnGet()
    {
        ModelState.Clear();
        Load();
        Input = new PauseEntry { Customer = For };
    }

    /// <summary>How far the letters are, for the page that waits for them.</summary>
    public JsonResult OnGetProgress()
    {
        var (done, total) = Work?.Progress ?? default;
        return new JsonResult(new { done, total, text = Texts["{0} of {1}", format.Number(done), format.Number(total)], isOver = !IsWorking });
    }

    /// <summary>Ends the work after the letter that it is at.</summary>
    public IActionResult OnPostStop()
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        Work?.Stop();
        return Redirect("/books/reminders?view=sent");
    }

    /// <summary>Records what is due and mails it, in the background: pressing twice does one thing.</summary>
    public IActionResult OnPostSend()
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        worker.TryStart(new RunWork(RunWorkKind.Remind, Seller.Seller.Code, Seller.Author, Seller.Clock) { Through = Today });
        return Redirect("/books/reminders?view=sent");
    }

    public IActionResult OnPostPause()
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        View = "paused";
        if (ModelState.IsValid && Input.Through < Today)
        {
            ModelState.AddModelError("Input.Through", Texts["Choose today or a later day"]);
        }

        if (!ModelState.IsValid || !Try(() => Dunning.Pause(Input.Customer?.Trim() ?? "", Input.Through, Input.Reason?.Trim() ?? "", Seller.Author), "Input.Customer"))
        {
            Load();
            return Page();
        }

        Say(Texts["Customer {0} is not reminded until then.", Input.Customer]);
        return Redirect("/books/reminders?view=paused");
    }

    public IActionResult OnPostResume(string customer)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        ModelState.Clear();
        if (!Try(() => Dunning.Pause(customer, null, "resumed", Seller.Author)))
        {
            Load();
            return Page();
        }

        Say(Texts["Customer {0} is reminded again.", customer]);
        return Redirect("/books/reminders?view=paused");
    }

    private ReminderDelivery Delivery => new(Seller.Store, Seller.Id, Seller.Clock, outbox);

    private void Say(RunWork work)
    {
        if (work.Reminded is not { Recorded: var recorded, Report: var report })
        {
            (Outcome, IsGood) = work.Failure is { } failure ? (failure.Length > 0 ? failure : Texts["It failed on our side. What was mailed is recorded. Try again."], false)
                : (Texts["Stopped. What was mailed is recorded; the others wait."], true);
            return;
        }

        (Outcome, IsGood) = (Texts["{0} reminders are recorded, {1} were mailed.", recorded, report.Sent], report.Failed.IsEmpty);
        if (!report.WithoutAddress.IsEmpty)
        {
            Outcome += " " + Texts["Without an e-mail address: {0}.", string.Join(", ", report.WithoutAddress)];
        }

        if (!report.Failed.IsEmpty)
        {
            Outcome += " " + Texts["Not taken by the mail server, and tried again next time: {0}.", string.Join(", ", report.Failed.Select(failed => failed.Number))];
        }
    }

    private void Load()
    {
        View = View is "sent" or "paused" ? View : "due";
        if (View == "sent" && !IsWorking && Work is { } work)
        {
            Say(work);
        }

        Policy = new LedgerPolicies(Seller.Store, Seller.Id).Get().Dunning;
        var delivery = Delivery;
        Due = Dunning.Propose(Today);
        Pauses = Dunning.Pauses(Today);
        Recorded = delivery.Count(onlyWaiting: false);
        Waiting = delivery.Count(onlyWaiting: true);
        var skip = Skip(View switch { "sent" => Recorded, "paused" => Pauses.Length, _ => Due.Length });
        ShownDue = View == "due" ? [.. Due.Skip(skip).Take(Size)] : [];
        Sent = View == "sent" ? delivery.List(onlyWaiting: false, skip, Size) : [];
    }

    internal sealed class PauseEntry
    {
        [Display(Name = "Customer number")]
        [Required(ErrorMessage = "Enter the customer's number")]
        public string? Customer { get; set; }

        [Display(Name = "Not reminded through")]
        [Required(ErrorMessage = "Enter the last day of the pause")]
        public DateOnly? Through { get; set; }

        [Display(Name = "Why")]
        [Required(ErrorMessage = "Say why: it is recorded")]
        [StringLength(500)]
        public string? Reason { get; set; }
    }
}
