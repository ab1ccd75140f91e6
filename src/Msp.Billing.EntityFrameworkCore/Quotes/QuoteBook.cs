using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Json;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>Reads and writes the rows of one seller's quotes: what the stores of drafts, links and acceptances have in common.</summary>
internal sealed class QuoteBook(BillingStore store, long sellerId)
{
    internal long IdOf(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        using var rows = store.Prepare("SELECT quote_id FROM quote WHERE seller_id = ?1 AND number = ?2");
        return rows.Bind(1, sellerId).Bind(2, number).Step()
            ? rows.Int64(0)
            : throw new StorageException(StorageFault.Refused, $"There is no quote {number} in '{store.Path}'.");
    }

    internal (Quote Quote, string Owner) Load(long id)
    {
        var moves = new List<QuoteMove>();
        using (var rows = store.Prepare(
            "SELECT revision, action, day, at, author, text, valid_until FROM quote_event WHERE seller_id = ?1 AND quote_id = ?2 AND kind = 1 ORDER BY event_no"))
        {
            rows.Bind(1, sellerId).Bind(2, id);
            while (rows.Step())
            {
                var note = new QuoteNote(rows.Day(2), rows.Instant(3), rows.Text(4), rows.UniqueText(5));
                moves.Add(new QuoteMove(moves.Count + 1, rows.Int32(0), (QuoteAction)rows.Int32(1), note, rows.DayOrNull(6)));
            }
        }

        using var head = store.Prepare(
            """
            SELECT q.number, k.number, q.owner FROM quote AS q
              JOIN customer AS k ON k.seller_id = q.seller_id AND k.customer_id = q.customer_id
             WHERE q.seller_id = ?1 AND q.quote_id = ?2
            """);
        return head.Bind(1, sellerId).Bind(2, id).Step()
            ? (Quote.Restored(head.UniqueText(0), head.UniqueText(1), moves), head.Text(2))
            : throw new StorageException(StorageFault.Damaged, FormattableString.Invariant($"'{store.Path}' has no quote with the number {id} in storage."));
    }

    /// <summary>Keeps the moves that were made since the quote was loaded, with the rules that were broken then, and its row for lists.</summary>
    internal void Keep(long id, Quote quote, int movesBefore, DateOnly day, ApprovalAnswer? approval = null)
    {
        foreach (var move in quote.Moves.Skip(movesBefore))
        {
            var happened = new QuoteEvent(0, move.Revision, QuoteEventKind.Moved, move.Action, move.Note.Day, move.Note.At, move.Note.Author, move.Note.Reason) { Breaches = approval?.Breaches ?? [] };
            Append(id, happened, move.ValidUntil);
            new AuditLog(store, sellerId).Append(new AuditEntry(
                move.Note.At, move.Note.Author, Audited(move.Action), FormattableString.Invariant($"{quote.Number}/{move.Revision}"), BreachJson.Of(happened.Breaches)));
        }

        var sent = quote.Moves.LastOrDefault(move => move.Action == QuoteAction.Send && move.Revision == (quote.AcceptedRevision ?? quote.LatestRevision));
        using var update = store.Prepare(
            "UPDATE quote SET status = ?3, latest_revision = ?4, valid_until = ?5, updated_at = ?6 WHERE seller_id = ?1 AND quote_id = ?2");
        update.Bind(1, sellerId).Bind(2, id).Bind(3, (int)quote.StatusOn(day)).Bind(4, (long)quote.LatestRevision).Bind(5, sent?.ValidUntil)
            .Bind(6, quote.Moves.Count == 0 ? DateTimeOffset.MinValue : quote.Moves[^1].Note.At).Run();
    }

    internal void Append(long id, QuoteEvent happened, DateOnly? validUntil = null)
    {
        using var insert = store.Prepare(
            """
            INSERT INTO quote_event (seller_id, quote_id, event_no, revision, kind, action, day, at, author, text, valid_until, breaches_json)
            VALUES (?1, ?2, (SELECT coalesce(max(event_no), 0) + 1 FROM quote_event WHERE seller_id = ?1 AND quote_id = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """);
        insert.Bind(1, sellerId).Bind(2, id).Bind(3, (long)happened.Revision).Bind(4, (int)happened.Kind).Bind(5, (long?)happened.Action).Bind(6, happened.Day)
            .Bind(7, happened.At).Bind(8, happened.Author).Bind(9, happened.Text).Bind(10, validUntil).Bind(11, BreachJson.Of(happened.Breaches)).Run();
    }

    internal ImmutableArray<QuoteEvent> Events(long id)
    {
        using var rows = store.Prepare(
            "SELECT event_no, revision, kind, action, day, at, author, text, breaches_json FROM quote_event WHERE seller_id = ?1 AND quote_id = ?2 ORDER BY event_no");
        rows.Bind(1, sellerId).Bind(2, id);
        var events = ImmutableArray.CreateBuilder<QuoteEvent>();
        while (rows.Step())
        {
            events.Add(new QuoteEvent(
                rows.Int32(0), rows.Int32(1), (QuoteEventKind)rows.Int32(2), rows.IsNull(3) ? null : (QuoteAction)rows.Int32(3), rows.Day(4), rows.Instant(5),
                rows.Text(6), rows.UniqueText(7))
            { Breaches = BreachJson.Read(rows.IsNull(8) ? null : rows.UniqueText(8)) });
        }

        return events.ToImmutable();
    }

    internal FrozenRevision? Frozen(long id, int revision)
    {
        using var rows = store.Prepare(
            "SELECT sent_at, canonical, internals, hash FROM quote_revision WHERE seller_id = ?1 AND quote_id = ?2 AND revision = ?3 AND sent_at IS NOT NULL");
        if (!rows.Bind(1, sellerId).Bind(2, id).Bind(3, (long)revision).Step())
        {
            return null;
        }

        var (canonical, internals, hash) = (rows.Bytes(1).ToArray(), rows.Bytes(2).ToArray(), rows.Bytes(3).ToArray());
        if (!CanonicalQuote.HashOf(canonical).AsSpan().SequenceEqual(hash))
        {
            throw new StorageException(StorageFault.Damaged, FormattableString.Invariant($"Revision {revision} of a quote in '{store.Path}' is not what was sent: its bytes do not fit their hash."));
        }

        return new FrozenRevision(
            revision, rows.Instant(0), ImmutableCollectionsMarshal.AsImmutableArray(canonical), ImmutableCollectionsMarshal.AsImmutableArray(hash), CanonicalQuote.Read(canonical, internals));
    }

    private static string Audited(QuoteAction action) => action switch
    {
        QuoteAction.Submit => "quote-submitted",
        QuoteAction.Approve => "quote-approved",
        QuoteAction.Refuse => "quote-refused",
        QuoteAction.Reopen => "quote-reopened",
        QuoteAction.Send => "quote-sent",
        QuoteAction.View => "quote-viewed",
        QuoteAction.Accept => "quote-accepted",
        QuoteAction.Decline => "quote-declined",
        QuoteAction.Withdraw => "quote-withdrawn",
        QuoteAction.Revise => "quote-revised",
        _ => throw new InvalidOperationException($"{action} comes by itself and is never recorded."),
    };
}
