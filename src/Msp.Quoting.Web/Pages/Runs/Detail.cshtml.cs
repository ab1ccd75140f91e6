using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Books;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Runs;

/// <summary>A run: how far it is, why its total moved, what needs attention, and its next step.</summary>
internal sealed class DetailModel(
    CurrentSeller seller, RunWorker worker, SharedWork shared, IDocumentLetters letters, IDocumentOutbox outbox, Texts texts, Format format) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "need")]
    public RunNeed? Need { get; set; }

    [BindProperty(SupportsGet = true, Name = "cause")]
    public VarianceCause? Cause { get; set; }

    [BindProperty(SupportsGet = true, Name = "currency")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "flag")]
    public string? Flag { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public RunSummary? Run { get; private set; }

    public RunSummary? Previous { get; private set; }

    public RunWork? Work { get; private set; }

    /// <summary>How far workers are with it; null when they have nothing to do for it.</summary>
    public SharedRunProgress? Shared { get; private set; }

    public ImmutableArray<(string Code, RunConcern Concern, int Contracts)> Flags { get; private set; } = [];

    public DeliveryReport? Delivery { get; private set; }

    /// <summary>Once it is posted: its totals, counted five ways.</summary>
    public IReadOnlyList<RunTie> Ties { get; private set; } = [];

    public RunChecks? Checks { get; private set; }

    public ImmutableArray<RunReviewItem> Items { get; private set; } = [];

    public int Total { get; private set; }

    public IReadOnlyDictionary<RunNeed, int> Needs { get; private set; } = new Dictionary<RunNeed, int>();

    public IReadOnlyList<(DateTimeOffset At, string Author, string Action)> History { get; private set; } = [];

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    /// <summary>Whether something was under way when the page was begun. Looked at once: it may end meanwhile.</summary>
    public bool IsWorking { get; private set; }

    public bool MayWrite => Policies.Allows(User, Policies.WriteRuns);

    public bool MayDecide => MayWrite && Run is { Status: RunStatus.Previewed or RunStatus.Reviewed };

    public bool MayApprove => Policies.Allows(User, Policies.ApproveRuns);

    public bool IsMaker => Run is { } run && string.Equals(run.CreatedBy, seller.Author, StringComparison.OrdinalIgnoreCase);

    /// <summary>The run before, as a column heading.</summary>
    public string Before => Previous is { } previous ? format.Month(previous.Through) : texts["Before"];

    public IReadOnlyDictionary<VarianceCause, int> Moved(Currency currency) => Book.Moved(Run?.Number ?? "", currency);

    public IActionResult OnGet(string number)
    {
        if (!Load(number) || Run is not { } run)
        {
            return NotFound();
        }

        if (IsWorking || run.Status == RunStatus.Previewing)
        {
            return Page();
        }

        Needs = Book.Needs(number);
        Flags = Book.Flags(number);
        Delivery = run.Status == RunStatus.Posted && run.Documents > 0 ? Mail.Status(seller.Seller.Code, number) : null;
        Ties = run.Status == RunStatus.Posted ? RunTie.Of(new LedgerBook(seller.Store, seller.Id, seller.Clock), run, seller.Seller.Name) : [];
        Checks = RunChecks.Of(Book, run, seller.Seller.OnePerson, seller.Author);
        var filter = new RunItemFilter
        {
            Need = Need ?? (Cause is null && string.IsNullOrWhiteSpace(Search) && string.IsNullOrWhiteSpace(Flag) ? FirstTab() : null),
            Cause = Cause,
            Code = string.IsNullOrWhiteSpace(Flag) ? null : Flag,
            Currency = Code is { Length: 3 } code && run.Totals.Any(total => total.Currency.Code == code) ? Currency.FromCode(code) : null,
            Search = Search,
            Take = Size,
        };
        Need = filter.Need;
        Total = filter == new RunItemFilter { Need = filter.Need, Take = Size } && filter.Need is { } need ? Needs.GetValueOrDefault(need) : Book.Count(number, filter);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Items = Book.Items(number, filter with { Skip = (Number - 1) * Size });
        Previous = run.PreviousNumber is { } previous ? Book.Find(previous) : null;
        History = [.. new AuditLog(seller.Store, seller.Id).Of(number).Select(one => (one.Entry.At, one.Entry.Author, one.Entry.Action))];
        return Page();
    }

    /// <summary>How far the work is, for the page that waits for it.</summary>
    public IActionResult OnGetProgress(string number)
    {
        if (!Load(number))
        {
            return NotFound();
        }

        var (done, total) = Figures();
        return new JsonResult(new { done, total, text = texts["{0} of {1}", format.Number(done), format.Number(total)], isOver = !IsWorking });
    }

    public IActionResult OnPostRebuild(string number) => Change(number, Policies.WriteRuns, run =>
    {
        if (run.Status is RunStatus.Previewing or RunStatus.Previewed or RunStatus.Reviewed or RunStatus.Approved)
        {
            Build(run);
        }
    });

    public IActionResult OnPostReview(string number) => Change(number, Policies.WriteRuns, run =>
    {
        if (run.Status == RunStatus.Previewed)
        {
            Engine.Review(seller.Seller.Code, seller.Author);
            TempData["Message"] = texts["Recorded. A second person can approve it now."];
        }
    });

    public IActionResult OnPostCancel(string number) => Change(number, Policies.WriteRuns, run =>
    {
        if (run.Status is RunStatus.Previewing or RunStatus.Previewed or RunStatus.Reviewed or RunStatus.Approved)
        {
            Engine.Cancel(seller.Seller.Code, seller.Author);
            TempData["Message"] = texts["{0} was cancelled. Nothing was issued and no number was used.", run.Number];
        }
    });

    public IActionResult OnPostPost(string number) => Change(number, Policies.ApproveRuns, run =>
    {
        if (run.Status is RunStatus.Approved or RunStatus.Posting)
        {
            PostDocuments();
        }
    });

    /// <summary>Goes on with what workers paused at.</summary>
    public IActionResult OnPostGoOn(string number)
    {
        var isPosting = Load(number) && Run is { Status: RunStatus.Posting };
        return Change(number, isPosting ? Policies.ApproveRuns : Policies.WriteRuns, run =>
        {
            if (shared.IsOn && Shared is not null)
            {
                shared.GoOn(run);
            }
            else if (run.Status == RunStatus.Previewing)
            {
                Build(run);
            }
            else if (run.Status == RunStatus.Posting)
            {
                PostDocuments();
            }
        });
    }

    /// <summary>Marks the flags of one contract as looked at.</summary>
    public IActionResult OnPostCheck(string number, string contract) => Change(number, Policies.WriteRuns, run =>
    {
        new RunReviewer(seller.Store, seller.Clock).Check(seller.Seller.Code, run.Number, contract, seller.Author);
        TempData["Message"] = texts["{0} is marked checked.", contract];
    }, "?need=Attention#contracts");

    /// <summary>Marks a kind of flag as looked at, wherever it stands.</summary>
    public IActionResult OnPostCheckAll(string number, string code) => Change(number, Policies.WriteRuns, run =>
    {
        var count = new RunReviewer(seller.Store, seller.Clock).CheckAll(seller.Seller.Code, run.Number, code, seller.Author);
        TempData["Message"] = texts.Count(count, "1 flag is marked checked.", "{0} flags are marked checked.");
    }, "?need=Attention#contracts");

    /// <summary>Does all that posting does and takes it back, to see its numbers.</summary>
    public IActionResult OnPostRehearse(string number) => Change(number, Policies.WriteRuns, run =>
    {
        if (run.Status is RunStatus.Previewed or RunStatus.Reviewed or RunStatus.Approved)
        {
            worker.TryStart(new RunWork(RunWorkKind.Rehearse, seller.Seller.Code, seller.Author, seller.Clock));
        }
    });

    /// <summary>Sends the documents that were not sent yet.</summary>
    public IActionResult OnPostSend(string number) => Change(number, Policies.ApproveRuns, run =>
    {
        if (run.Status == RunStatus.Posted)
        {
            worker.TryStart(new RunWork(RunWorkKind.Send, seller.Seller.Code, seller.Author, seller.Clock) { Number = run.Number });
        }
    });

    /// <summary>The run as a table for a spreadsheet.</summary>
    public IActionResult OnGetExport(string number)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        return RunExport.Write(Book, number, text) is null
            ? NotFound()
            : File(System.Text.Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", number + ".csv");
    }

    public IActionResult OnPostStop(string number)
    {
        if (!Policies.Allows(User, Policies.ApproveRuns) && !Policies.Allows(User, Policies.WriteRuns))
        {
            return Forbid();
        }

        if (!Load(number))
        {
            return NotFound();
        }

        if (Shared is { IsPaused: false })
        {
            shared.Pause();
        }
        else
        {
            Work?.Stop();
        }

        return Redirect("/runs/" + number);
    }

    /// <summary>How far the work is: documents that stand in the database while posting, contracts looked at while previewing, or chunks of them that workers have done.</summary>
    public (int Done, int Total) Figures() => Work switch
    {
        _ when Run is { Status: RunStatus.Posting } run => (run.Posted, run.Documents),
        _ when Shared is { } chunks => (chunks.ChunksDone, chunks.Chunks),
        { Kind: RunWorkKind.Preview or RunWorkKind.Send } work => (work.Progress.Done, work.Progress.Total),
        _ => (0, 0),
    };

    private RunBook Book => new(seller.Store, seller.Id);

    private RunDelivery Mail => new(seller.Store, seller.Clock, letters, outbox);

    private RunEngine Engine => new(seller.Store, seller.Clock);

    private RunNeed FirstTab() => Needs.GetValueOrDefault(RunNeed.Attention) > 0 ? RunNeed.Attention : Needs.GetValueOrDefault(RunNeed.Changed) > 0 ? RunNeed.Changed : RunNeed.Unchanged;

    private bool Load(string number)
    {
        // Before the run is read: work that is over by then has left it as it is read.
        var work = worker.Of(seller.Seller.Code);
        var isUnderWay = work is { IsOver: false };
        Run = Book.Find(number);
        var isLatest = Run is not null && (Book.Open()?.Number ?? Book.All(1)[0].Number) == Run.Number;
        Work = work is { Kind: RunWorkKind.Send } ? (work.Number == number ? work : null) : isLatest ? work : null;
        isUnderWay &= Work is not null;
        Shared = isLatest && Run is { } run && !isUnderWay ? shared.Of(run) : null;
        IsWorking = isUnderWay || Shared is { IsPaused: false };
        return Run is not null;
    }

    private void Build(RunSummary run)
    {
        if (shared.IsOn)
        {
            worker.Forget(seller.Seller.Code);
            shared.Preview(new RunRequest(run.Through) { IssueDay = run.IssueDay });
        }
        else
        {
            worker.TryStart(new RunWork(RunWorkKind.Preview, seller.Seller.Code, seller.Author, seller.Clock) { Through = run.Through, IssueDay = run.IssueDay });
        }
    }

    private void PostDocuments()
    {
        if (shared.IsOn)
        {
            worker.Forget(seller.Seller.Code);
            shared.Post();
        }
        else
        {
            worker.TryStart(new RunWork(RunWorkKind.Post, seller.Seller.Code, seller.Author, seller.Clock));
        }
    }

    private IActionResult Change(string number, string policy, Action<RunSummary> change, string then = "")
    {
        if (!Policies.Allows(User, policy))
        {
            return Forbid();
        }

        if (!Load(number) || Run is not { } run)
        {
            return NotFound();
        }

        // What is under way is not disturbed: a second press finds the first one's work and shows it.
        if (!IsWorking)
        {
            try
            {
                change(run);
            }
            catch (RunMoveException refused)
            {
                TempData["Message"] = texts[RunWords.Of(refused.Refusal)];
            }
        }

        return Redirect("/runs/" + number + then);
    }
}
