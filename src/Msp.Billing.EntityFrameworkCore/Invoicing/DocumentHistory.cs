using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>What happened to a posted document since: everything of it is recorded once and never changes.</summary>
/// <remarks>What is booked is found once the documents are booked: call <see cref="LedgerBook.Book"/> first.</remarks>
/// <param name="store">Where from.</param>
/// <param name="sellerId">Whose documents.</param>
/// <param name="zone">In which the day of an instant is counted.</param>
public sealed class DocumentHistory(BillingStore store, long sellerId, TimeZoneInfo zone)
{
    /// <summary>Everything that happened to a document, in the order of recording.</summary>
    /// <param name="document">The document.</param>
    public ImmutableArray<DocumentMoment> Of(StoredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. Sent(document.Id).Concat(Allocations(document)).Concat(Reminders(document)).Concat(WriteOffs(document)).Concat(Corrections(document.Document.Number)).OrderBy(moment => moment.At)];
    }

    /// <summary>The entries of the journal that a document, its allocations, its write-off and its reminders made, in the order of the books.</summary>
    /// <param name="document">The document.</param>
    public ImmutableArray<JournalEntry> Entries(StoredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var entries = store.Prepare(
            """
            SELECT e.source, e.source_id, e.reference, e.day, e.currency FROM journal_entry AS e
             WHERE e.seller_id = ?1 AND ((e.source = 1 AND e.source_id = ?2)
                OR (e.source = 3 AND e.source_id IN (SELECT allocation_id FROM allocation WHERE seller_id = ?1 AND target_kind = 1 AND target_id = ?2
                                                     UNION SELECT allocation_id FROM allocation WHERE seller_id = ?1 AND source_kind = 1 AND source_id = ?2))
                OR (e.source = 5 AND e.source_id IN (SELECT write_off_id FROM write_off WHERE seller_id = ?1 AND invoice_id = ?2))
                OR (e.source = 6 AND e.source_id IN (SELECT dunning_id FROM dunning_event WHERE seller_id = ?1 AND invoice_id = ?2)))
             ORDER BY e.day, e.source, e.source_id
            """);
        using var lines = store.Prepare("SELECT role, code, amount FROM journal_line WHERE seller_id = ?1 AND source = ?2 AND source_id = ?3 ORDER BY line_no");
        entries.Bind(1, sellerId).Bind(2, document.Id);
        var found = ImmutableArray.CreateBuilder<JournalEntry>();
        while (entries.Step())
        {
            var own = new List<JournalLine>();
            lines.Bind(1, sellerId).Bind(2, entries.Int64(0)).Bind(3, entries.Int64(1));
            while (lines.Step())
            {
                own.Add(new JournalLine(new Account((AccountRole)lines.Int32(0), lines.Text(1)), lines.Int64(2)));
            }

            found.Add(new JournalEntry((JournalSource)entries.Int32(0), entries.UniqueText(2), entries.Day(3), Currency.FromCode(entries.Text(4)), document.Document.Customer, own));
        }

        return found.ToImmutable();
    }

    private List<DocumentMoment> Sent(long invoiceId) => Rows(
        "SELECT at, author, detail_json FROM invoice_event WHERE seller_id = ?1 AND invoice_id = ?2 AND action = 9 ORDER BY event_no", invoiceId,
        row => new DocumentMoment(DocumentMomentKind.Sent, DayOf(row.Instant(0)), row.Instant(0), row.Text(1)) { Detail = row.TextOrNull(2) });

    private List<DocumentMoment> Allocations(StoredDocument document)
    {
        var currency = document.Document.Currency;
        var to = Rows(
            """
            SELECT a.day, a.amount, a.recorded_at, a.author, a.source_kind, s.number FROM allocation AS a
              JOIN open_item AS s ON s.seller_id = a.seller_id AND s.kind = a.source_kind AND s.item_id = a.source_id
             WHERE a.seller_id = ?1 AND a.target_kind = 1 AND a.target_id = ?2 ORDER BY a.allocation_id
            """, document.Id,
            row => Moment(row, row.Int32(4) == (int)OpenItemKind.Document ? DocumentMomentKind.Credited : DocumentMomentKind.Paid, currency));
        var from = Rows(
            """
            SELECT a.day, a.amount, a.recorded_at, a.author, a.target_kind, t.number FROM allocation AS a
              JOIN open_item AS t ON t.seller_id = a.seller_id AND t.kind = a.target_kind AND t.item_id = a.target_id
             WHERE a.seller_id = ?1 AND a.source_kind = 1 AND a.source_id = ?2 ORDER BY a.allocation_id
            """, document.Id,
            row => Moment(row, row.Int32(4) == (int)OpenItemKind.Payment ? DocumentMomentKind.Refunded : DocumentMomentKind.Applied, currency));
        return [.. to, .. from];
    }

    private static DocumentMoment Moment(Statement row, DocumentMomentKind kind, Currency currency) =>
        new(row.Int64(1) < 0 ? DocumentMomentKind.TakenOff : kind, row.Day(0), row.Instant(2), row.Text(3)) { Amount = Money.FromMinorUnits(Math.Abs(row.Int64(1)), currency), Other = row.UniqueText(5) };

    private List<DocumentMoment> Reminders(StoredDocument document) => Rows(
        "SELECT number, day, title, recorded_at, author, fee + interest FROM dunning_event WHERE seller_id = ?1 AND invoice_id = ?2 ORDER BY dunning_id", document.Id,
        row => new DocumentMoment(DocumentMomentKind.Reminded, row.Day(1), row.Instant(3), row.Text(4))
        {
            Other = row.UniqueText(0),
            Detail = row.Text(2),
            Amount = row.Int64(5) == 0 ? null : Money.FromMinorUnits(row.Int64(5), document.Document.Currency),
        });

    private List<DocumentMoment> WriteOffs(StoredDocument document) => Rows(
        "SELECT day, amount, recorded_at, author, reason FROM write_off WHERE seller_id = ?1 AND invoice_id = ?2", document.Id,
        row => new DocumentMoment(DocumentMomentKind.WrittenOff, row.Day(0), row.Instant(2), row.Text(3)) { Amount = Money.FromMinorUnits(row.Int64(1), document.Document.Currency), Detail = row.UniqueText(4) });

    private IEnumerable<DocumentMoment> Corrections(string number)
    {
        foreach (var correction in new CorrectionTable(store, sellerId).Of(number))
        {
            yield return new DocumentMoment(DocumentMomentKind.CorrectionProposed, DayOf(correction.ProposedAt), correction.ProposedAt, correction.ProposedBy)
            {
                Amount = correction.Given,
                Detail = correction.Request.Reason,
            };
            if (correction is { Decision: { } decision, DecidedAt: { } at, DecidedBy: { } by } && correction.Request.Kind != CorrectionKind.WriteOff)
            {
                yield return new DocumentMoment(decision == CorrectionDecision.Issued ? DocumentMomentKind.CorrectionIssued : DocumentMomentKind.CorrectionDeclined, DayOf(at), at, by)
                {
                    Amount = decision == CorrectionDecision.Issued ? correction.Given : null,
                    Other = correction.CreditNote,
                    Detail = correction.DeclinedBecause,
                };
            }
        }
    }

    private List<DocumentMoment> Rows(string sql, long invoiceId, Func<Statement, DocumentMoment> read)
    {
        using var rows = store.Prepare(sql);
        rows.Bind(1, sellerId).Bind(2, invoiceId);
        var found = new List<DocumentMoment>();
        while (rows.Step())
        {
            found.Add(read(rows));
        }

        return found;
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
