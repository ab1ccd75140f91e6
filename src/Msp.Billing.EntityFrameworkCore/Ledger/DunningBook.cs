using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Reminds of overdue invoices: proposes, records each level of an invoice once, and pauses customers.</summary>
/// <param name="store">The open database.</param>
/// <param name="sellerId">Whose invoices.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class DunningBook(BillingStore store, long sellerId, TimeProvider clock)
{
    /// <summary>The reminders that are due on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="customer">Only of this customer; null for all.</param>
    public ImmutableArray<DunningNotice> Propose(DateOnly day, string? customer = null)
    {
        new LedgerBook(store, sellerId, clock).Book();
        return [.. Due(day, customer).Select(due => due.Notice)];
    }

    /// <summary>Records the reminders that are due on a day, with fee and interest where the policy says so. Asked again it does nothing.</summary>
    /// <param name="day">The day.</param>
    /// <param name="customer">Only of this customer; null for all.</param>
    /// <param name="author">Who does it.</param>
    /// <returns>The reminders, to be sent.</returns>
    public ImmutableArray<DunningNotice> Run(DateOnly day, string? customer, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        new LedgerBook(store, sellerId, clock).Book();
        using var transaction = store.Begin();
        using var settlements = new SettlementWriter(store, sellerId, clock, author);
        var sent = ImmutableArray.CreateBuilder<DunningNotice>();
        foreach (var (notice, invoiceId, customerId) in Due(day, customer))
        {
            var action = notice.Action;
            var id = settlements.Next("dunning_event", "dunning_id");
            var number = string.Create(CultureInfo.InvariantCulture, $"DUN-{id:D7}");
            using (var insert = store.Prepare(
                """
                INSERT INTO dunning_event (seller_id, dunning_id, number, invoice_id, level, day, title, text, currency, fee, interest, recorded_at, author)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
                """))
            {
                insert.Bind(1, sellerId).Bind(2, id).Bind(3, number).Bind(4, invoiceId).Bind(5, (long)action.Level).Bind(6, day).Bind(7, action.Title).Bind(8, action.Text)
                    .Bind(9, action.Fee.Currency.Code).Bind(10, action.Fee.MinorUnits).Bind(11, action.Interest.MinorUnits).Bind(12, clock.GetUtcNow()).Bind(13, author).Run();
            }

            if (action.Fee + action.Interest is { IsZero: false } owed)
            {
                settlements.Post(settlements.Postings.Of(new LateCharge(number, action.Item.Customer, day, action.Fee, action.Interest)), id, customerId);
                settlements.Add(OpenItemKind.LateCharge, id, customerId, action.Item.Customer, number, day, owed);
            }

            LedgerAudit.Append(store, sellerId, clock, author, AuditActions.CustomerReminded, action.Item.Invoice, json =>
            {
                json.WriteString("reminder", number);
                json.WriteNumber("level", action.Level);
            });
            sent.Add(notice with { Number = number });
        }

        transaction.Commit();
        return sent.ToImmutable();
    }

    /// <summary>Pauses a customer's reminders, or ends the pause.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="through">No reminder on or before this day; null to end the pause.</param>
    /// <param name="reason">Why.</param>
    /// <param name="author">Who does it.</param>
    /// <exception cref="AllocationException">There is no such customer.</exception>
    public void Pause(string customer, DateOnly? through, string reason, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        using var transaction = store.Begin();
        using var insert = store.Prepare(
            """
            INSERT INTO dunning_pause (seller_id, customer_id, pause_no, through, reason, recorded_at, author)
            SELECT ?1, k.customer_id, 1 + (SELECT coalesce(max(pause_no), 0) FROM dunning_pause AS p WHERE p.seller_id = ?1 AND p.customer_id = k.customer_id), ?3, ?4, ?5, ?6
              FROM customer AS k WHERE k.seller_id = ?1 AND k.number = ?2
            """);
        insert.Bind(1, sellerId).Bind(2, customer).Bind(3, through).Bind(4, reason).Bind(5, clock.GetUtcNow()).Bind(6, author).Run();
        if (store.Changes != 1)
        {
            throw new AllocationException(AllocationRefusal.NoCustomer, $"There is no customer '{customer}'.");
        }

        LedgerAudit.Append(store, sellerId, clock, author, AuditActions.RemindersPaused, customer, json =>
        {
            json.WriteString("through", through?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("reason", reason);
        });
        transaction.Commit();
    }

    /// <summary>Until when a customer is not reminded; null when reminders go on.</summary>
    /// <param name="customer">The customer's number.</param>
    public DateOnly? PausedThrough(string customer)
    {
        using var row = store.Prepare(
            """
            SELECT p.through FROM dunning_pause AS p JOIN customer AS k ON k.seller_id = p.seller_id AND k.customer_id = p.customer_id
             WHERE p.seller_id = ?1 AND k.number = ?2 ORDER BY p.pause_no DESC LIMIT 1
            """);
        return row.Bind(1, sellerId).Bind(2, customer).Step() ? row.DayOrNull(0) : null;
    }

    /// <summary>Customers who are not reminded on a day.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<ReminderPause> Pauses(DateOnly day)
    {
        using var rows = store.Prepare(
            """
            SELECT k.number, k.name, p.through, p.reason, p.author, p.recorded_at FROM dunning_pause AS p JOIN customer AS k ON k.seller_id = p.seller_id AND k.customer_id = p.customer_id
             WHERE p.seller_id = ?1 AND p.through >= ?2 AND NOT EXISTS (
                   SELECT 1 FROM dunning_pause AS n WHERE n.seller_id = p.seller_id AND n.customer_id = p.customer_id AND n.pause_no > p.pause_no)
             ORDER BY p.through, k.number
            """);
        rows.Bind(1, sellerId).Bind(2, day);
        var pauses = ImmutableArray.CreateBuilder<ReminderPause>();
        while (rows.Step())
        {
            pauses.Add(new ReminderPause(rows.Text(0), rows.Text(1), rows.Day(2), rows.UniqueText(3), rows.Text(4), rows.Instant(5)));
        }

        return pauses.ToImmutable();
    }

    private List<(DunningNotice Notice, long InvoiceId, long CustomerId)> Due(DateOnly day, string? customer)
    {
        var policy = new LedgerPolicies(store, sellerId).Get().Dunning;
        using var rows = store.Prepare(
            """
            SELECT o.item_id, o.number, k.number, o.issue_day, o.due_day, o.currency, o."open", k.name, k.email, o.customer_id,
                   (SELECT d.level FROM dunning_event AS d WHERE d.seller_id = o.seller_id AND d.invoice_id = o.item_id ORDER BY d.level DESC LIMIT 1),
                   (SELECT d.day FROM dunning_event AS d WHERE d.seller_id = o.seller_id AND d.invoice_id = o.item_id ORDER BY d.level DESC LIMIT 1),
                   (SELECT p.through FROM dunning_pause AS p WHERE p.seller_id = o.seller_id AND p.customer_id = o.customer_id ORDER BY p.pause_no DESC LIMIT 1)
              FROM open_item AS o JOIN customer AS k ON k.seller_id = o.seller_id AND k.customer_id = o.customer_id
             WHERE o.seller_id = ?1 AND o.kind = 1 AND o."open" > 0 AND o.due_day < ?2 AND (?3 IS NULL OR k.number = ?3) ORDER BY k.number, o.due_day, o.number
            """);
        rows.Bind(1, sellerId).Bind(2, day).Bind(3, customer);
        var due = new List<(DunningNotice, long, long)>();
        while (rows.Step())
        {
            var item = new OpenItem(rows.UniqueText(1), rows.Text(2), rows.Day(3), rows.Day(4), Money.FromMinorUnits(rows.Int64(6), Currency.FromCode(rows.Text(5))));
            DunningStep? last = rows.IsNull(10) ? null : new DunningStep(rows.Int32(10), rows.Day(11));
            if (Dunning.Next(policy, item, last, rows.DayOrNull(12), day) is { } action)
            {
                due.Add((new DunningNotice(null, rows.Text(7), rows.Text(8), action), rows.Int64(0), rows.Int64(9)));
            }
        }

        return due;
    }
}
