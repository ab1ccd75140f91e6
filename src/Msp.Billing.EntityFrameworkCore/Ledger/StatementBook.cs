using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>What customers owe, and how it came to be.</summary>
/// <param name="store">The open database.</param>
/// <param name="sellerId">Whose customers.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class StatementBook(BillingStore store, long sellerId, TimeProvider clock)
{
    /// <summary>A customer's statements, one for each currency in which anything was ever booked.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="period">Its days, the end excluded.</param>
    public ImmutableArray<CustomerStatement> Statements(string customer, ServicePeriod period)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customer);
        new LedgerBook(store, sellerId, clock).Book();
        using var rows = store.Prepare(
            """
            SELECT e.currency, e.day, e.source, e.reference, sum(l.amount)
              FROM customer AS k JOIN journal_entry AS e ON e.seller_id = k.seller_id AND e.customer_id = k.customer_id
              JOIN journal_line AS l ON l.seller_id = e.seller_id AND l.source = e.source AND l.source_id = e.source_id AND l.role IN (1, 6)
             WHERE k.seller_id = ?1 AND k.number = ?2 AND e.day < ?3
             GROUP BY e.source, e.source_id, e.currency, e.day, e.reference HAVING sum(l.amount) <> 0 ORDER BY e.currency, e.day, e.source, e.reference
            """);
        rows.Bind(1, sellerId).Bind(2, customer).Bind(3, period.End);
        var byCurrency = new SortedDictionary<string, (long Opening, List<(DateOnly, JournalSource, string, long)> Rows)>(StringComparer.Ordinal);
        while (rows.Step())
        {
            var (currency, day, units) = (rows.Text(0), rows.Day(1), rows.Int64(4));
            var (opening, own) = byCurrency.TryGetValue(currency, out var known) ? known : (0L, []);
            if (day < period.Start)
            {
                opening += units;
            }
            else
            {
                own.Add((day, (JournalSource)rows.Int32(2), rows.UniqueText(3), units));
            }

            byCurrency[currency] = (opening, own);
        }

        return
        [
            .. byCurrency.Select(pair => CustomerStatement.Of(customer, period, Money.FromMinorUnits(pair.Value.Opening, Currency.FromCode(pair.Key)), pair.Value.Rows)),
        ];
    }

    /// <summary>What customers owe by how long it is overdue, by customer and currency.</summary>
    /// <param name="day">The day of the report; what was open then is what is open now.</param>
    /// <param name="customer">Only this customer; null for all.</param>
    public ImmutableArray<Ageing> Ageing(DateOnly day, string? customer = null)
    {
        new LedgerBook(store, sellerId, clock).Book();
        using var rows = store.Prepare(
            """
            SELECT o.number, k.number, o.issue_day, o.due_day, o.currency, o."open"
              FROM open_item AS o JOIN customer AS k ON k.seller_id = o.seller_id AND k.customer_id = o.customer_id
             WHERE o.seller_id = ?1 AND o."open" > 0 AND (?2 IS NULL OR k.number = ?2)
            """);
        rows.Bind(1, sellerId).Bind(2, customer);
        var items = new List<OpenItem>();
        while (rows.Step())
        {
            items.Add(new OpenItem(rows.UniqueText(0), rows.Text(1), rows.Day(2), rows.Day(3), Money.FromMinorUnits(rows.Int64(5), Currency.FromCode(rows.Text(4)))));
        }

        return Msp.Billing.Ledger.Ageing.Of(items, day);
    }
}
