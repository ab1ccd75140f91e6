using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>Hands recorded reminders over to an outbox, and records each once.</summary>
/// <remarks>
/// A letter is handed over, then recorded. Killed in between, the next call hands the same letter over again, under the same name and <c>Message-ID</c>, and records it
/// once: an outbox must take that. A reminder whose invoice is paid meanwhile is not mailed. Not thread-safe.
/// </remarks>
/// <param name="store">The open database.</param>
/// <param name="sellerId">Whose reminders.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
/// <param name="outbox">Carries them away.</param>
public sealed class ReminderDelivery(BillingStore store, long sellerId, TimeProvider clock, IDocumentOutbox outbox)
{
    private const string Columns =
        """
        SELECT d.dunning_id, d.number, o.number, k.number, k.name, d.level, d.title, d.text, d.day, o.due_day, d.currency, o."open", d.fee, d.interest, k.country, coalesce(s.address, k.email), s.sent_at
          FROM dunning_event AS d JOIN open_item AS o ON o.seller_id = d.seller_id AND o.kind = 1 AND o.item_id = d.invoice_id
          JOIN customer AS k ON k.seller_id = o.seller_id AND k.customer_id = o.customer_id
          LEFT JOIN reminder_letter AS s ON s.seller_id = d.seller_id AND s.dunning_id = d.dunning_id
         WHERE d.seller_id = ?1
        """;

    /// <summary>Reminders, the newest first.</summary>
    /// <param name="onlyWaiting">Only those that are not mailed and whose invoice is open.</param>
    /// <param name="skip">Skip so many.</param>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<SentReminder> List(bool onlyWaiting, int skip = 0, int take = 50) => [.. Read(onlyWaiting, skip, take, "DESC").Select(row => row.Reminder)];

    /// <summary>How many there are.</summary>
    /// <param name="onlyWaiting">Only those that are not mailed and whose invoice is open.</param>
    public int Count(bool onlyWaiting)
    {
        using var count = store.Prepare(onlyWaiting
            ? """
              SELECT count(*) FROM dunning_event AS d JOIN open_item AS o ON o.seller_id = d.seller_id AND o.kind = 1 AND o.item_id = d.invoice_id
               WHERE d.seller_id = ?1 AND o."open" > 0 AND NOT EXISTS (SELECT 1 FROM reminder_letter AS s WHERE s.seller_id = d.seller_id AND s.dunning_id = d.dunning_id)
              """
            : "SELECT count(*) FROM dunning_event WHERE seller_id = ?1");
        return count.Bind(1, sellerId).Step() ? count.Int32(0) : 0;
    }

    /// <summary>Mails what was not mailed yet.</summary>
    /// <param name="author">Who sends.</param>
    /// <param name="progress">Told after each reminder; null for nobody.</param>
    /// <param name="cancellation">Stops between letters; what is sent is recorded.</param>
    public ReminderReport Send(string author, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var (sent, without, failed) = (0, ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<(string, string)>());
        var (party, _) = new PartyBook(store, sellerId).Seller();
        var waiting = Read(onlyWaiting: true, 0, int.MaxValue, "ASC");
        var looked = 0;
        foreach (var (id, reminder) in waiting)
        {
            progress?.Report(new RunProgress(looked++, waiting.Count));
            cancellation.ThrowIfCancellationRequested();
            if (reminder.Email.Length == 0)
            {
                without.Add(reminder.Number);
                continue;
            }

            try
            {
                outbox.Put(ReminderLetters.LetterOf(reminder, party));
            }
            catch (Exception exception) when (exception is IOException and not StorageException or UnauthorizedAccessException)
            {
                failed.Add((reminder.Number, exception.Message));
                continue;
            }

            Record(id, reminder, author);
            sent++;
        }

        progress?.Report(new RunProgress(looked, waiting.Count));
        return new ReminderReport(sent, without.ToImmutable(), Settled(), failed.ToImmutable());
    }

    private void Record(long id, SentReminder reminder, string author)
    {
        using var transaction = store.Begin();
        using var insert = store.Prepare("INSERT INTO reminder_letter (seller_id, dunning_id, address, sent_at, author) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (seller_id, dunning_id) DO NOTHING");
        insert.Bind(1, sellerId).Bind(2, id).Bind(3, reminder.Email).Bind(4, clock.GetUtcNow()).Bind(5, author).Run();
        if (store.Changes == 1)
        {
            new AuditLog(store, sellerId).Append(new AuditEntry(clock.GetUtcNow(), author, AuditActions.ReminderMailed, reminder.Number));
        }

        transaction.Commit();
    }

    private ImmutableArray<string> Settled()
    {
        using var rows = store.Prepare(
            """
            SELECT d.number FROM dunning_event AS d JOIN open_item AS o ON o.seller_id = d.seller_id AND o.kind = 1 AND o.item_id = d.invoice_id
             WHERE d.seller_id = ?1 AND o."open" <= 0 AND NOT EXISTS (SELECT 1 FROM reminder_letter AS s WHERE s.seller_id = d.seller_id AND s.dunning_id = d.dunning_id)
             ORDER BY d.dunning_id
            """);
        rows.Bind(1, sellerId);
        var numbers = ImmutableArray.CreateBuilder<string>();
        while (rows.Step())
        {
            numbers.Add(rows.UniqueText(0));
        }

        return numbers.ToImmutable();
    }

    private List<(long Id, SentReminder Reminder)> Read(bool onlyWaiting, int skip, int take, string order)
    {
        using var rows = store.Prepare($"{Columns}{(onlyWaiting ? " AND s.sent_at IS NULL AND o.\"open\" > 0" : "")} ORDER BY d.dunning_id {order} LIMIT ?2 OFFSET ?3");
        rows.Bind(1, sellerId).Bind(2, (long)take).Bind(3, (long)skip);
        var found = new List<(long, SentReminder)>();
        while (rows.Step())
        {
            var currency = Currency.FromCode(rows.Text(10));
            Money Of(int column) => Money.FromMinorUnits(rows.Int64(column), currency);
            found.Add((rows.Int64(0), new SentReminder(
                rows.UniqueText(1), rows.UniqueText(2), rows.Text(3), rows.Text(4), rows.Int32(5), rows.Text(6), rows.UniqueText(7), rows.Day(8), rows.Day(9), Of(11), Of(12), Of(13),
                rows.Text(14), rows.Text(15), rows.IsNull(16) ? null : rows.Instant(16))));
        }

        return found;
    }
}
