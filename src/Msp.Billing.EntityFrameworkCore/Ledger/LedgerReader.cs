using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Reads the books for a person: one account with what moved it, what is still deferred month by month, and which periods were closed. Writes nothing.</summary>
/// <remarks>What is posted and not booked yet is not in it; <see cref="LedgerBook.Book"/> comes first.</remarks>
/// <param name="store">The open database.</param>
/// <param name="sellerId">Whose books.</param>
public sealed class LedgerReader(BillingStore store, long sellerId)
{
    // The entries' days lead, the lines follow by key: an account without an index of its own costs what its days hold.
    private const string Lines =
        """
          FROM journal_entry AS e CROSS JOIN journal_line AS l ON l.seller_id = e.seller_id AND l.source = e.source AND l.source_id = e.source_id
         WHERE e.seller_id = ?1 AND e.currency = ?2 AND e.day BETWEEN ?3 AND ?4 AND l.role = ?5 AND l.code = ?6
        """;

    /// <summary>How many entries moved an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="days">The days, the end excluded.</param>
    public int Count(Account account, Currency currency, ServicePeriod days)
    {
        using var count = store.Prepare("SELECT count(*)" + Lines);
        return Restrict(count, account, currency, days).Step() ? count.Int32(0) : 0;
    }

    /// <summary>What moved an account, by day, with the balance after each.</summary>
    /// <param name="account">The account.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="days">The days, the end excluded.</param>
    /// <param name="opening">What stood on it before the first day.</param>
    /// <param name="skip">Skip so many; their amounts are in the balances.</param>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<AccountMovement> Movements(Account account, Currency currency, ServicePeriod days, Money opening, int skip = 0, int take = 50)
    {
        const string Order = "ORDER BY e.day, e.source, e.source_id";
        using var before = store.Prepare($"SELECT coalesce(sum(amount), 0) FROM (SELECT l.amount{Lines} {Order} LIMIT ?7) AS skipped");
        var balance = opening + Money.FromMinorUnits(Restrict(before, account, currency, days).Bind(7, (long)skip).Step() ? before.Int64(0) : 0, currency);
        using var rows = store.Prepare(
            $"""
            SELECT e.day, e.source, e.reference, k.number, k.name, l.amount, s.kind, s.number, t.kind, t.number, i.number
              FROM (SELECT e.seller_id, e.day, e.source, e.source_id, e.reference, e.customer_id, l.amount{Lines} {Order} LIMIT ?7 OFFSET ?8) AS l
              JOIN journal_entry AS e ON e.seller_id = l.seller_id AND e.source = l.source AND e.source_id = l.source_id
              LEFT JOIN customer AS k ON k.seller_id = e.seller_id AND k.customer_id = e.customer_id
              LEFT JOIN allocation AS a ON e.source = 3 AND a.seller_id = e.seller_id AND a.allocation_id = e.source_id
              LEFT JOIN open_item AS s ON s.seller_id = a.seller_id AND s.kind = a.source_kind AND s.item_id = a.source_id
              LEFT JOIN open_item AS t ON t.seller_id = a.seller_id AND t.kind = a.target_kind AND t.item_id = a.target_id
              LEFT JOIN dunning_event AS d ON e.source = 6 AND d.seller_id = e.seller_id AND d.dunning_id = e.source_id
              LEFT JOIN invoice AS i ON i.seller_id = d.seller_id AND i.invoice_id = d.invoice_id
             {Order}
            """);
        Restrict(rows, account, currency, days).Bind(7, (long)take).Bind(8, (long)skip);
        var found = ImmutableArray.CreateBuilder<AccountMovement>();
        while (rows.Step())
        {
            var (source, reference, amount) = ((JournalSource)rows.Int32(1), rows.UniqueText(2), Money.FromMinorUnits(rows.Int64(5), currency));
            balance += amount;
            var (document, payment) = source switch
            {
                JournalSource.Document or JournalSource.WriteOff => (reference, null),
                JournalSource.Payment or JournalSource.Refund => ((string?)null, (string?)reference),
                JournalSource.LateCharge => (rows.TextOrNull(10), null),
                JournalSource.Allocation => (Named(rows, 8, OpenItemKind.Document) ?? Named(rows, 6, OpenItemKind.Document), Named(rows, 6, OpenItemKind.Payment)),
                _ => (null, null),
            };
            found.Add(new AccountMovement(rows.Day(0), source, reference, rows.TextOrNull(3), rows.TextOrNull(4), document, payment, amount, balance));
        }

        return found.ToImmutable();
    }

    /// <summary>How what is deferred at the end of a day will be earned, month by month until nothing is left; one schedule for each currency.</summary>
    /// <param name="after">The day; what is earned by its end is not in it.</param>
    public ImmutableArray<(Currency Currency, Money Deferred, ImmutableArray<DeferredMonth> Months)> Schedule(DateOnly after)
    {
        using var rows = store.Prepare("SELECT currency, amount, from_day, until_day, code FROM deferral WHERE seller_id = ?1 AND until_day > ?2");
        rows.Bind(1, sellerId).Bind(2, after.AddDays(1));
        var earned = new SortedDictionary<string, SortedDictionary<DateOnly, long>>(StringComparer.Ordinal);
        while (rows.Step())
        {
            var code = rows.Text(0);
            if (!earned.TryGetValue(code, out var months))
            {
                earned.Add(code, months = []);
            }

            var deferral = new Deferral(new Account(AccountRole.Revenue, rows.Text(4)), Currency.FromCode(code), rows.Int64(1), new ServicePeriod(rows.Day(2), rows.Day(3)));
            var before = deferral.EarnedThrough(after);
            for (var last = EndOfMonth(after.AddDays(1)); before != deferral.MinorUnits; last = EndOfMonth(last.AddDays(1)))
            {
                var now = deferral.EarnedThrough(last);
                months[last] = months.GetValueOrDefault(last) + now - before;
                before = now;
            }
        }

        return [.. earned.Select(pair => Schedule(Currency.FromCode(pair.Key), pair.Value))];
    }

    /// <summary>The periods that were closed, the latest first.</summary>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<ClosedPeriod> Closed(int take = 24)
    {
        using var rows = store.Prepare("SELECT through, closed_at, closed_by FROM closed_period WHERE seller_id = ?1 ORDER BY through DESC LIMIT ?2");
        rows.Bind(1, sellerId).Bind(2, (long)take);
        var closed = ImmutableArray.CreateBuilder<ClosedPeriod>();
        while (rows.Step())
        {
            closed.Add(new ClosedPeriod(rows.Day(0), rows.Instant(1), rows.Text(2)));
        }

        return closed.ToImmutable();
    }

    private Statement Restrict(Statement statement, Account account, Currency currency, ServicePeriod days) => statement.Bind(1, sellerId)
        .Bind(2, currency.Code).Bind(3, days.Start).Bind(4, days.IsEmpty ? days.Start.AddDays(-1) : days.LastDay).Bind(5, (long)account.Role).Bind(6, account.Code);

    private static string? Named(Statement rows, int column, OpenItemKind kind) => !rows.IsNull(column) && rows.Int32(column) == (int)kind ? rows.UniqueText(column + 1) : null;

    private static DateOnly EndOfMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);

    private static (Currency Currency, Money Deferred, ImmutableArray<DeferredMonth> Months) Schedule(Currency currency, SortedDictionary<DateOnly, long> months)
    {
        var deferred = months.Values.Sum();
        var (left, schedule) = (deferred, ImmutableArray.CreateBuilder<DeferredMonth>(months.Count));
        foreach (var (last, units) in months)
        {
            left -= units;
            schedule.Add(new DeferredMonth(last, Money.FromMinorUnits(units, currency), Money.FromMinorUnits(left, currency)));
        }

        return (currency, Money.FromMinorUnits(deferred, currency), schedule.ToImmutable());
    }
}
