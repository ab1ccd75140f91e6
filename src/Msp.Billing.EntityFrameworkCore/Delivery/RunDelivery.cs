using System.Collections.Immutable;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>Hands the documents of a posted run over to an outbox, and records each once.</summary>
/// <remarks>
/// A letter is handed over, then recorded. Killed in between, the next call hands the same letter over again, and records it once: an outbox must take that.
/// Stopped between two letters, the next call goes on. Not thread-safe.
/// </remarks>
/// <param name="store">The open database.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
/// <param name="letters">Writes the letters.</param>
/// <param name="outbox">Carries them away.</param>
public sealed class RunDelivery(BillingStore store, TimeProvider clock, IDocumentLetters letters, IDocumentOutbox outbox)
{
    /// <summary>How far a run is, without sending anything.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number; the latest posted run when null.</param>
    /// <exception cref="RunMoveException">There is no such run, or it is not posted.</exception>
    public DeliveryReport Status(string seller, string? number)
    {
        var (owner, run) = Posted(seller, number);
        return Report(owner, run, []);
    }

    /// <summary>Sends what was not sent yet.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number; the latest posted run when null.</param>
    /// <param name="author">Who sends.</param>
    /// <param name="progress">Told after each letter; null for nobody.</param>
    /// <param name="cancellation">Stops between letters; what is sent is recorded.</param>
    /// <exception cref="RunMoveException">There is no such run, or it is not posted.</exception>
    /// <exception cref="StorageException">The database failed; what is recorded stays, and asking again goes on.</exception>
    public DeliveryReport Deliver(string seller, string? number, string author, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var (owner, run) = Posted(seller, number);
        var waiting = Waiting(owner.Id, run.Id, withAddress: true);
        if (waiting.Count == 0)
        {
            return Report(owner, run, []);
        }

        Audit(owner.Id, run.Number, author, AuditActions.RunSending);
        var failed = ImmutableArray.CreateBuilder<(string, string)>();
        var total = (int)RunStore.PostedCount(store, owner.Id, run.Id);
        var done = total - waiting.Count;
        using var documents = new DocumentReader(store, owner.Id);
        using var customers = new CustomerReader(store, owner.Id);
        foreach (var (id, document) in waiting)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Send(owner, documents, customers, id, document, author) is { } reason)
            {
                failed.Add((document, reason));
            }

            progress?.Report(new RunProgress(++done, total));
        }

        if (failed.Count == 0)
        {
            Audit(owner.Id, run.Number, author, AuditActions.RunSent);
        }

        return Report(owner, run, failed.ToImmutable());
    }

    private string? Send(StoredSeller owner, DocumentReader documents, CustomerReader customers, long id, string number, string author)
    {
        var stored = documents.Find(number) ?? throw new InvalidOperationException($"Document {number} is not there.");
        var customer = customers.Find(stored.Document.Customer)?.Customer ?? throw new InvalidOperationException($"Customer {stored.Document.Customer} is not there.");
        try
        {
            outbox.Put(letters.LetterOf(store, owner.Id, stored, owner.Seller, customer));
        }
        catch (IOException exception) when (exception is not StorageException)
        {
            return exception.Message;
        }
        catch (UnauthorizedAccessException exception)
        {
            return exception.Message;
        }

        using var transaction = store.Begin();
        using var insert = store.Prepare(
            """
            INSERT INTO invoice_event(seller_id, invoice_id, event_no, at, action, status, settled, author, detail_json)
            SELECT ?1, ?2, 1 + coalesce(max(event_no), 0), ?3, ?4, coalesce((SELECT status FROM invoice_event WHERE seller_id = ?1 AND invoice_id = ?2 ORDER BY event_no DESC LIMIT 1), ?5), 0, ?6, NULL
            FROM invoice_event WHERE seller_id = ?1 AND invoice_id = ?2
            HAVING NOT EXISTS (SELECT 1 FROM invoice_event WHERE seller_id = ?1 AND invoice_id = ?2 AND action = ?4)
            """);
        insert.Bind(1, owner.Id).Bind(2, id).Bind(3, clock.GetUtcNow()).Bind(4, (long)InvoiceAction.Deliver).Bind(5, (long)InvoiceStatus.Posted).Bind(6, author).Run();
        transaction.Commit();
        return null;
    }

    private DeliveryReport Report(StoredSeller owner, RunHeader run, ImmutableArray<(string, string)> failed)
    {
        var summary = RunStore.Summary(store, owner.Id, run.Id);
        return new DeliveryReport(run.Number, summary.Posted, summary.Sent, [.. Waiting(owner.Id, run.Id, withAddress: false).Select(one => one.Number)], failed);
    }

    private List<(long Id, string Number)> Waiting(long seller, long run, bool withAddress)
    {
        using var rows = store.Prepare(
            """
            SELECT i.invoice_id, i.number FROM invoice AS i
            JOIN customer AS c ON c.seller_id = i.seller_id AND c.customer_id = i.customer_id
            WHERE i.seller_id = ?1 AND i.run_id = ?2 AND (c.email <> '') = (?3 = 1)
              AND NOT EXISTS (SELECT 1 FROM invoice_event AS e WHERE e.seller_id = i.seller_id AND e.invoice_id = i.invoice_id AND e.action = 9)
            ORDER BY i.invoice_id
            """);
        rows.Bind(1, seller).Bind(2, run).Bind(3, withAddress);
        var waiting = new List<(long, string)>();
        while (rows.Step())
        {
            waiting.Add((rows.Int64(0), rows.UniqueText(1)));
        }

        return waiting;
    }

    private (StoredSeller Owner, RunHeader Run) Posted(string seller, string? number)
    {
        var owner = new SellerBook(store).Find(seller) is var (id, found, _)
            ? new StoredSeller(id, found)
            : throw new StorageException(StorageFault.Refused, $"There is no seller '{seller}' in '{store.Path}'.");
        var run = (number is null ? RunStore.LatestPosted(store, owner.Id) : RunStore.ByNumber(store, owner.Id, number))
            ?? throw new RunMoveException(RunStatus.Cancelled, RunAction.Post, RunRefusal.NoRun, number is null ? $"Nothing is posted for '{seller}'." : $"There is no run '{number}' for '{seller}'.");
        return run.Status == RunStatus.Posted
            ? (owner, run)
            : throw new RunMoveException(run.Status, RunAction.Post, RunRefusal.Status, $"{run.Number} is {run.Status}: its documents are sent once all of them are posted.");
    }

    private void Audit(long seller, string run, string author, string action)
    {
        using var transaction = store.Begin();
        new AuditLog(store, seller).Append(new AuditEntry(clock.GetUtcNow(), author, action, run));
        transaction.Commit();
    }
}
