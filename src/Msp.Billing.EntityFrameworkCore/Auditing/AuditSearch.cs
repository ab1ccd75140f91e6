using System.Globalization;

namespace Msp.Billing.EntityFrameworkCore.Auditing;

/// <summary>Finds entries of the log, the newest first and page by page, however long the log is.</summary>
/// <param name="store">Where from.</param>
/// <param name="sellerId">Whose log.</param>
public sealed class AuditSearch(BillingStore store, long sellerId)
{
    /// <summary>How many entries there are.</summary>
    /// <param name="filter">Which.</param>
    public int Count(AuditFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);

        // Places have no gap, so the last one is how many there are; a missing one is found by the chain.
        using var rows = Prepare(filter == new AuditFilter() ? "SELECT coalesce(max(e.sequence), 0)" : "SELECT count(*)", "", filter, "");
        return rows.Step() ? rows.Int32(0) : 0;
    }

    /// <summary>A page of them, the newest first, each compared with its hash and with the entry before it.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="skip">Skip so many.</param>
    /// <param name="take">At most so many.</param>
    public IEnumerable<AuditRow> Find(AuditFilter filter, int skip, int take)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var rows = Prepare(
            "SELECT e.sequence, e.at, e.author, e.action, e.subject, e.detail_json, e.previous_hash, e.hash, b.hash",
            " LEFT JOIN audit_entry AS b ON b.seller_id = e.seller_id AND b.sequence = e.sequence - 1",
            filter, string.Create(CultureInfo.InvariantCulture, $" ORDER BY e.sequence DESC LIMIT {take} OFFSET {skip}"));
        while (rows.Step())
        {
            var (sequence, entry) = (rows.Int64(0), AuditLog.EntryAt(rows));
            var (previous, hash) = (rows.Bytes(6).ToArray(), rows.Bytes(7).ToArray());
            var before = sequence == 1 ? AuditLog.NoPredecessor : rows.IsNull(8) ? [] : rows.Bytes(8).ToArray();
            yield return new AuditRow(sequence, entry, previous.AsSpan().SequenceEqual(before) && hash.AsSpan().SequenceEqual(AuditLog.HashOf(sequence, entry, previous)));
        }
    }

    // Only what is asked for stands in the statement, so that the database can choose its index by it.
    private Statement Prepare(string columns, string more, AuditFilter filter, string end)
    {
        var text = string.IsNullOrWhiteSpace(filter.Text) ? null : filter.Text.Trim();
        var rows = store.Prepare(
            columns + " FROM audit_entry AS e" + more + " WHERE e.seller_id = ?1" + (filter.Subject is null ? "" : " AND e.subject = ?2") +
            (filter.Author is null ? "" : " AND lower(e.author) = lower(?3)") + (filter.Action is null ? "" : " AND (e.action = ?4 OR e.action LIKE ?5 ESCAPE '\\')") +
            (filter.From is null ? "" : " AND e.at >= ?6") + (filter.Before is null ? "" : " AND e.at < ?7") +
            (text is null ? "" : " AND (lower(e.author) LIKE ?8 ESCAPE '\\' OR lower(e.action) LIKE ?8 ESCAPE '\\' OR lower(e.subject) LIKE ?8 ESCAPE '\\')") + end);
        rows.Bind(1, sellerId);
        if (filter.Subject is { } subject)
        {
            rows.Bind(2, subject);
        }

        if (filter.Author is { } author)
        {
            rows.Bind(3, author);
        }

        if (filter.Action is { } action)
        {
            rows.Bind(4, action).Bind(5, SearchLetters.Plain(action) + "-%");
        }

        if (filter.From is { } from)
        {
            rows.Bind(6, from);
        }

        if (filter.Before is { } before)
        {
            rows.Bind(7, before);
        }

        if (text is not null)
        {
            rows.Bind(8, SearchLetters.Within(text));
        }

        return rows;
    }
}
