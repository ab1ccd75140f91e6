using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>The rows of corrections. Writes in a transaction of the same store.</summary>
internal sealed class CorrectionTable(BillingStore store, long sellerId)
{
    private const string Columns =
        """
        SELECT c.correction_no, i.number, c.kind, c.lines, c.day, c.as_discount, c.reason, i.currency, c.given, c.billed, c.proposed_by, c.proposed_at,
               c.decision, c.decided_by, c.decided_at, c.declined_because, n.number, r.number
          FROM correction AS c JOIN invoice AS i ON i.seller_id = c.seller_id AND i.invoice_id = c.invoice_id
          LEFT JOIN invoice AS n ON n.seller_id = c.seller_id AND n.invoice_id = c.note_id
          LEFT JOIN invoice AS r ON r.seller_id = c.seller_id AND r.invoice_id = c.rebilled_id
         WHERE c.seller_id = ?1
        """;

    /// <summary>Adds one that waits for a decision.</summary>
    internal long Add(CorrectionRequest request, Money given, Money? billed, string author, DateTimeOffset at)
    {
        using var insert = store.Prepare(
            """
            INSERT INTO correction (seller_id, correction_no, invoice_id, kind, lines, day, as_discount, reason, given, billed, proposed_by, proposed_at)
            SELECT ?1, (SELECT 1 + coalesce(max(correction_no), 0) FROM correction WHERE seller_id = ?1), invoice_id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
              FROM invoice WHERE seller_id = ?1 AND number = ?2
            """);
        insert.Bind(1, sellerId).Bind(2, request.Document).Bind(3, (long)request.Kind)
            .Bind(4, string.Join(',', request.Lines.Order().Select(line => line.ToString(CultureInfo.InvariantCulture)))).Bind(5, request.Day).Bind(6, request.AsDiscount)
            .Bind(7, request.Reason).Bind(8, given.MinorUnits).Bind(9, billed?.MinorUnits).Bind(10, author).Bind(11, at).Run();
        using var last = store.Prepare("SELECT max(correction_no) FROM correction WHERE seller_id = ?1");
        return last.Bind(1, sellerId).Step() ? last.Int64(0) : 0;
    }

    internal void Decide(long number, CorrectionDecision decision, string author, DateTimeOffset at, string? declinedBecause, long? noteId, long? rebilledId)
    {
        using var update = store.Prepare(
            """
            UPDATE correction SET decision = ?3, decided_by = ?4, decided_at = ?5, declined_because = ?6, note_id = ?7, rebilled_id = ?8
             WHERE seller_id = ?1 AND correction_no = ?2
            """);
        update.Bind(1, sellerId).Bind(2, number).Bind(3, (long)decision).Bind(4, author).Bind(5, at).Bind(6, declinedBecause).Bind(7, noteId).Bind(8, rebilledId).Run();
    }

    internal Correction? Find(long number)
    {
        using var rows = store.Prepare(Columns + " AND c.correction_no = ?2");
        return rows.Bind(1, sellerId).Bind(2, number).Step() ? Read(rows) : null;
    }

    /// <summary>Everything about a document: what corrects it, and what it corrects.</summary>
    internal ImmutableArray<Correction> Of(string document)
    {
        using var rows = store.Prepare(
            $"""
            {Columns} AND c.correction_no IN (
                SELECT a.correction_no FROM invoice AS mine JOIN correction AS a ON a.seller_id = mine.seller_id AND a.invoice_id = mine.invoice_id WHERE mine.seller_id = ?1 AND mine.number = ?2
                UNION SELECT a.correction_no FROM invoice AS mine JOIN correction AS a ON a.seller_id = mine.seller_id AND a.note_id = mine.invoice_id WHERE mine.seller_id = ?1 AND mine.number = ?2
                UNION SELECT a.correction_no FROM invoice AS mine JOIN correction AS a ON a.seller_id = mine.seller_id AND a.rebilled_id = mine.invoice_id WHERE mine.seller_id = ?1 AND mine.number = ?2)
             ORDER BY c.correction_no
            """);
        return All(rows.Bind(1, sellerId).Bind(2, document));
    }

    /// <summary>Those that nobody decided yet, the oldest first.</summary>
    internal ImmutableArray<Correction> Waiting(int take)
    {
        using var rows = store.Prepare(Columns + " AND c.decision IS NULL ORDER BY c.correction_no LIMIT ?2");
        return All(rows.Bind(1, sellerId).Bind(2, (long)take));
    }

    /// <summary>All of them, the newest first.</summary>
    internal ImmutableArray<Correction> Latest(int take)
    {
        using var rows = store.Prepare(Columns + " ORDER BY c.correction_no DESC LIMIT ?2");
        return All(rows.Bind(1, sellerId).Bind(2, (long)take));
    }

    private static ImmutableArray<Correction> All(Statement rows)
    {
        var found = ImmutableArray.CreateBuilder<Correction>();
        while (rows.Step())
        {
            found.Add(Read(rows));
        }

        return found.ToImmutable();
    }

    private static Correction Read(Statement row)
    {
        var currency = Currency.FromCode(row.Text(7));
        return new Correction(
            row.Int64(0),
            new CorrectionRequest(row.UniqueText(1), (CorrectionKind)row.Int32(2), row.Day(4), row.UniqueText(6)) { Lines = LinesOf(row.Text(3)), AsDiscount = row.Boolean(5) },
            Money.FromMinorUnits(row.Int64(8), currency), row.IsNull(9) ? null : Money.FromMinorUnits(row.Int64(9), currency), row.Text(10), row.Instant(11))
        {
            Decision = row.IsNull(12) ? null : (CorrectionDecision)row.Int32(12),
            DecidedBy = row.TextOrNull(13),
            DecidedAt = row.IsNull(14) ? null : row.Instant(14),
            DeclinedBecause = row.TextOrNull(15),
            CreditNote = row.TextOrNull(16),
            Rebilled = row.TextOrNull(17),
        };
    }

    private static ImmutableArray<int> LinesOf(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
}
