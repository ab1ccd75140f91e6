using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Runs;

/// <summary>The seller's runs, the newest month first.</summary>
internal sealed class IndexModel(CurrentSeller seller, RunWorker worker, SharedWork shared) : PageModel
{
    private const int Most = 60;

    public ImmutableArray<RunSummary> All { get; private set; } = [];

    public bool MayStart => Policies.Allows(User, Policies.WriteRuns);

    public bool IsOpen => InTheWay is not null;

    /// <summary>Whether a run is being worked on, so that the list will look otherwise in a moment.</summary>
    public bool IsBusy => worker.Of(seller.Seller.Code) is { IsOver: false } || All.Any(run => shared.Of(run) is { IsPaused: false });

    /// <summary>Which run begins by itself next, and when; null where none does.</summary>
    public (DateOnly Through, DateTimeOffset At)? Next { get; private set; }

    /// <summary>The open run that must be finished before; null where none is open.</summary>
    public RunSummary? InTheWay { get; private set; }

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public void OnGet()
    {
        All = new RunBook(seller.Store, seller.Id).All(Most);
        Next = shared.Next();
        InTheWay = All.FirstOrDefault(run => run.Status is not (RunStatus.Posted or RunStatus.Cancelled));
    }
}
