using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Runs;

/// <summary>Begins a run: for which period, with which day on the documents, and what to look at before.</summary>
internal sealed class NewModel(CurrentSeller seller, RunWorker worker, SharedWork shared, Texts texts, Format format) : PageModel
{
    private const int LongestWait = 60;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    [BindProperty]
    public Entry Input { get; set; } = new();

    /// <summary>The run that must be finished before; null when none is open.</summary>
    public RunSummary? Open { get; private set; }

    /// <summary>The last posted run; null before the first.</summary>
    public RunSummary? Last { get; private set; }

    /// <summary>Contracts that begin in the period and are not signed: they would not be billed.</summary>
    public IReadOnlyList<string> Unsigned { get; private set; } = [];

    /// <summary>What is missing, as far as it can be seen before the preview.</summary>
    public RunReadiness? Readiness { get; private set; }

    public DateOnly Today => seller.Clock.Today;

    public async Task OnGetAsync()
    {
        var through = EndOfMonth(Today);
        await Load(null);
        if (Last is { } last && last.Through >= through)
        {
            through = EndOfMonth(last.Through.AddDays(1));
        }

        Input = new Entry { Through = through, Issue = through, Key = Guid.NewGuid().ToString("N") };
        await Load(through);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await Load(Input.Through);
        if (Last is { } last && Input.Through < last.Through)
        {
            ModelState.AddModelError("Input.Through", texts["{0} is posted through {1}. Choose that day, to bill what was left out, or a later one.", last.Number, format.Day(last.Through)]);
        }
        else if (Input.Through > EndOfMonth(Today.AddMonths(2)))
        {
            ModelState.AddModelError("Input.Through", texts["Choose a day within the next two months"]);
        }

        if (Input.Issue < Input.Through.AddMonths(-2) || Input.Issue > Input.Through.AddMonths(2))
        {
            ModelState.AddModelError("Input.Issue", texts["Choose a day within two months of the last due day"]);
        }

        var customers = Input.IsForAll ? [] : Input.Numbers();
        if (!Input.IsForAll)
        {
            using var known = new CustomerReader(seller.Store, seller.Id);
            var unknown = customers.Where(number => known.Find(number) is null).Take(5).ToList();
            if (customers.Length == 0)
            {
                ModelState.AddModelError("Input.Customers", texts["Give the number of at least one customer"]);
            }
            else if (unknown.Count > 0)
            {
                ModelState.AddModelError("Input.Customers", texts["There is no customer {0}", string.Join(", ", unknown)]);
            }
        }

        // A second press of the same form finds the run that the first one made.
        if (Open is not null && worker.Of(seller.Seller.Code) is { Kind: RunWorkKind.Preview, Key: { } made } && made == Input.Key)
        {
            return Redirect("/runs/" + Open.Number);
        }

        if (Open is not null)
        {
            ModelState.AddModelError("Input.Through", texts["{0} is open. One run is made at a time: post or cancel it first.", Open.Number]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var work = new RunWork(RunWorkKind.Preview, seller.Seller.Code, seller.Author, seller.Clock)
        {
            Through = Input.Through,
            IssueDay = Input.Issue,
            Key = string.IsNullOrWhiteSpace(Input.Key) ? null : Input.Key,
            Customers = customers,
        };
        if (shared.IsOn)
        {
            return Plan(work);
        }

        worker.TryStart(work);

        // The run has its number as soon as the work begins; the wait is for a queue that is not empty.
        var book = new RunBook(seller.Store, seller.Id);
        for (var i = 0; i < LongestWait && !work.IsOver && book.Open() is null; i++)
        {
            await Task.Delay(Step, cancellation);
        }

        if (book.Open() is { } begun)
        {
            return Redirect("/runs/" + begun.Number);
        }

        if (work.Failure is { } failure)
        {
            ModelState.AddModelError("Input.Through", failure.Length > 0 ? failure : texts["It failed on our side. Nothing was issued. Try again."]);
            return Page();
        }

        return Redirect("/runs");
    }

    private IActionResult Plan(RunWork work)
    {
        try
        {
            worker.Forget(work.Seller);
            shared.Preview(new RunRequest(work.Through) { IssueDay = work.IssueDay, Key = work.Key, Customers = work.Customers });
        }
        catch (RunMoveException refused)
        {
            ModelState.AddModelError("Input.Through", texts[RunWords.Of(refused.Refusal)]);
            return Page();
        }

        return new RunBook(seller.Store, seller.Id).Open() is { } begun ? Redirect("/runs/" + begun.Number) : Redirect("/runs");
    }

    private static DateOnly EndOfMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);

    private async Task Load(DateOnly? through)
    {
        var book = new RunBook(seller.Store, seller.Id);
        Open = book.Open();
        Last = book.All(60).Where(run => run.Status == RunStatus.Posted).MaxBy(run => run.Through);
        if (through is { } day)
        {
            Unsigned = await seller.Contracts.Where(contract => contract.Status == ContractStatus.AwaitingSignature && contract.Start <= day)
                .OrderBy(contract => contract.Number).Select(contract => contract.Number).ToListAsync();
            Readiness = RunReadiness.Of(seller.Store, seller.Id, day, Input.Issue == default ? day : Input.Issue);
        }
    }

    internal sealed class Entry
    {
        /// <summary>Names this form: pressed twice, it makes one run.</summary>
        [StringLength(64)]
        public string? Key { get; set; }

        [Display(Name = "Customers")]
        public bool IsForAll { get; set; } = true;

        [Display(Name = "Customer numbers")]
        [StringLength(4000, ErrorMessage = "Use at most 4,000 letters")]
        public string? Customers { get; set; }

        /// <summary>The chosen customers.</summary>
        public ImmutableArray<string> Numbers() =>
            [.. (Customers ?? "").Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

        [Display(Name = "Last due day")]
        [Required(ErrorMessage = "Choose a day")]
        public DateOnly Through { get; set; }

        [Display(Name = "Day on the documents")]
        [Required(ErrorMessage = "Choose a day")]
        public DateOnly Issue { get; set; }
    }
}
