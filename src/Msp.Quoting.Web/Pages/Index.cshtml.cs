using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Quoting.Web.Insights;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages;

/// <summary>What waits for whom, by role.</summary>
internal sealed class IndexModel(CurrentSeller seller, InsightDesk insights) : PageModel
{
    private const int Rows = 6;
    private const int RecurringMonths = 12;

    /// <summary>How far ahead the overview looks, in days.</summary>
    public const int Ahead = 60;

    public Seller Seller => seller.Seller;

    public DateOnly Today => seller.Clock.Today;

    public bool IsSample => seller.Settings.ClockBehindTicks != 0;

    public bool SeesRuns => Policies.Allows(User, Policies.ReadRuns);

    public int Running { get; private set; }

    public int Waiting { get; private set; }

    public int Due { get; private set; }

    public int Decisions { get; private set; }

    public int Ending { get; private set; }

    public IReadOnlyList<ContractSummary> ToDecide { get; private set; } = [];

    public ImmutableArray<(Money Amount, int Count)> Open { get; private set; } = [];

    /// <summary>The last twelve months in the currency with the most recurring revenue.</summary>
    public IReadOnlyList<InsightMonth> Recurring { get; private set; } = [];

    public RunSummary? Run { get; private set; }

    public ImmutableArray<DocumentRow> Billed { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>Whether nothing is agreed and nothing offered, as on the first day: then the page says how to begin.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Whether there are plans to offer.</summary>
    public bool HasCatalog => !seller.Catalog.Plans.IsEmpty;

    public async Task OnGetAsync()
    {
        IsNew = !await seller.Contracts.AnyAsync() && new QuoteList(seller.Store, seller.Id).Find(new QuoteFilter(Today) { PageSize = 1 }).Total == 0;
        var statuses = await seller.Contracts.GroupBy(contract => contract.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        Running = statuses.Where(one => ContractLifecycle.IsRunning(one.Key)).Sum(one => one.Count);
        Waiting = statuses.Where(one => one.Key is ContractStatus.Draft or ContractStatus.AwaitingSignature or ContractStatus.Scheduled).Sum(one => one.Count);
        var monthEnd = new DateOnly(Today.Year, Today.Month, 1).AddMonths(1).AddDays(-1);
        Due = await seller.Contracts.CountAsync(contract => contract.NextDue != null && contract.NextDue <= monthEnd);
        var renewals = seller.Contracts.Satisfying(new ContractsToRenew(Today, Today.AddDays(Ahead + 1)));
        Decisions = await renewals.CountAsync();
        ToDecide = await renewals.Take(Rows).ToListAsync();
        Ending = await seller.Contracts.CountAsync(contract => contract.End != null && contract.End > Today && contract.End <= Today.AddDays(Ahead));
        using var reader = new CustomerReader(seller.Store, seller.Id);
        Names = reader.Names(ToDecide.Select(contract => contract.Customer));
        if (SeesRuns)
        {
            Run = new RunEngine(seller.Store, seller.Clock).Status(Seller.Code);
            var figures = insights.Open();
            Recurring = [.. figures.Months(insights.Choose(figures.Currencies(), null)).TakeLast(RecurringMonths)];
            var documents = new DocumentList(seller.Store, seller.Id);
            Billed = documents.Find(null, null, null, Rows);
            Open = documents.Open();
        }
    }
}
