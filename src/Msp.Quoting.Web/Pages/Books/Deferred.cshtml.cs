using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>What was billed for days to come: how it will be earned month by month until nothing is left, and what was recognised so far.</summary>
internal sealed class DeferredModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    private const int MostEntries = 36;

    /// <summary>By currency: what stands on the account, what is earned by today and not recognised, and the months to come.</summary>
    public IReadOnlyList<(Currency Currency, Money OnAccount, Money Unrecognised, ImmutableArray<DeferredMonth> Months)> Schedules { get; private set; } = [];

    public IReadOnlyList<JournalEntry> Recognised { get; private set; } = [];

    public void OnGet()
    {
        var ledger = Ledger;
        var (balances, due, schedules) = (ledger.Balance(), ledger.ProposeRecognition(Today), Reader.Schedule(Today));
        Schedules =
        [
            .. balances.Select(balance => (
                balance.Currency, -balance.Of(AccountRole.DeferredRevenue),
                Money.FromMinorUnits(due.Where(entry => entry.Currency == balance.Currency).Sum(entry => entry.On(AccountRole.DeferredRevenue)), balance.Currency),
                schedules.Where(schedule => schedule.Currency == balance.Currency).Select(schedule => schedule.Months).FirstOrDefault([])))
                .Where(schedule => !schedule.Item2.IsZero || !schedule.Item4.IsEmpty),
        ];
        var filter = new LedgerFilter { Source = JournalSource.Recognition };
        var total = ledger.Count(filter);
        Recognised = [.. ledger.Entries(filter with { Skip = Math.Max(0, total - MostEntries), Take = MostEntries }).Select(entry => entry.Entry).Reverse()];
    }
}
