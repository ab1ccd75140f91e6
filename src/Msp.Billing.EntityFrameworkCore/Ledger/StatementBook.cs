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

    /// <summary>What customers owed by how long it was overdue, by customer and currency.</summary>
    /// <param name="day">The day of the report, by whose end the books are read.</param>
    /// <param name="customer">Only this customer; null for all.</param>
    public ImmutableArray<Ageing> Ageing(DateOnly day, string? customer = null) =>
        Msp.Billing.Ledger.Ageing.Of(OwedOn(day, customer).Select(SettlementWriter.ItemOf), day);

    /// <summary>The invoices and late charges of which something was owed by the end of a day, those that were due first before the others.</summary>
    /// <remarks>
    /// Together they are what stands on the receivable account by the end of that day: what was booked later is taken back from what is open now. Below zero is
    /// an item only where more was applied to it by that day than was owed, because what was taken off it again stands on a later day.
    /// </remarks>
    /// <param name="day">The day; what is booked on it counts.</param>
    /// <param name="customer">Only this customer; null for all.</param>
    public ImmutableArray<SettlementItem> OwedOn(DateOnly day, string? customer = null)
    {
        new LedgerBook(store, sellerId, clock).Book();
        using var rows = store.Prepare(
            """
            SELECT o.kind, o.item_id, o.customer_id, k.number, o.number, o.issue_day, o.due_day, o.currency, o.amount, sum(part.amount)
              FROM (SELECT kind, item_id, "open" AS amount FROM open_item WHERE seller_id = ?1 AND "open" > 0
                    UNION ALL
                    SELECT CASE e.source WHEN 3 THEN a.target_kind WHEN 6 THEN 3 ELSE 1 END,
                           CASE e.source WHEN 3 THEN a.target_id WHEN 5 THEN w.invoice_id ELSE e.source_id END, -l.amount
                      FROM journal_entry AS e
                      JOIN journal_line AS l ON l.seller_id = e.seller_id AND l.source = e.source AND l.source_id = e.source_id AND l.role = 1
                      LEFT JOIN allocation AS a ON e.source = 3 AND a.seller_id = e.seller_id AND a.allocation_id = e.source_id
                      LEFT JOIN write_off AS w ON e.source = 5 AND w.seller_id = e.seller_id AND w.write_off_id = e.source_id
                     WHERE e.seller_id = ?1 AND e.day > ?3) AS part
              JOIN open_item AS o ON o.seller_id = ?1 AND o.kind = part.kind AND o.item_id = part.item_id
              JOIN customer AS k ON k.seller_id = o.seller_id AND k.customer_id = o.customer_id
             WHERE ?2 IS NULL OR k.number = ?2
             GROUP BY o.kind, o.item_id, o.customer_id, k.number, o.number, o.issue_day, o.due_day, o.currency, o.amount HAVING sum(part.amount) <> 0
             ORDER BY o.due_day, o.number
            """);
        rows.Bind(1, sellerId).Bind(2, customer).Bind(3, day);
        var items = ImmutableArray.CreateBuilder<SettlementItem>();
        while (rows.Step())
        {
            items.Add(SettlementWriter.Read(rows));
        }

        return items.ToImmutable();
    }
}
