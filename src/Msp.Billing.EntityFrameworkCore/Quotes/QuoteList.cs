using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>Lists quotes without what they say.</summary>
/// <param name="store">Where from.</param>
/// <param name="sellerId">Whose quotes.</param>
public sealed class QuoteList(BillingStore store, long sellerId)
{
    private const int MostRows = 500;

    // Sent and opened ones expire with the calendar; nothing is written for it.
    private const string Status = "(CASE WHEN q.status IN (4, 5) AND q.valid_until < ?2 THEN 8 ELSE q.status END)";

    private const string From =
        $"""
        FROM quote AS q JOIN customer AS k ON k.seller_id = q.seller_id AND k.customer_id = q.customer_id
        WHERE q.seller_id = ?1 AND (?3 IS NULL OR {Status} = ?3) AND (?4 IS NULL OR q.owner = ?4) AND (?5 IS NULL OR k.number = ?5)
          AND (?6 IS NULL OR q.number LIKE ?6 ESCAPE '\' OR q.title LIKE ?6 ESCAPE '\' OR instr(k.name_key, ?12) > 0)
          AND (?7 IS NULL OR ({Status} IN (4, 5) AND q.valid_until <= ?7))
          AND (?8 IS NULL OR (?9 = 1 AND q.status = 2) OR (q.owner = ?8 AND q.status IN (3, 7)))
        """;

    /// <summary>A page of quotes, the last changed first.</summary>
    public QuotePage Find(QuoteFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Page, 1);
        var size = Math.Clamp(filter.PageSize, 1, MostRows);
        using var count = store.Prepare("SELECT count(*) " + From);
        Bind(count, filter).Step();
        var total = count.Int32(0);
        using var rows = store.Prepare(
            $"""
            SELECT q.number, q.latest_revision, k.number, k.name, q.title, q.owner, {Status}, q.currency, q.monthly, q.valid_until, q.updated_at, q.seen_at
            {From}
            ORDER BY {OrderOf(filter)} LIMIT ?10 OFFSET ?11
            """);
        Bind(rows, filter).Bind(10, (long)size).Bind(11, (filter.Page - 1L) * size);
        var page = ImmutableArray.CreateBuilder<QuoteListRow>();
        while (rows.Step())
        {
            Money? monthly = rows.IsNull(7) || rows.IsNull(8) ? null : Money.FromMinorUnits(rows.Int64(8), Currency.FromCode(rows.Text(7)));
            page.Add(new QuoteListRow(
                rows.UniqueText(0), rows.Int32(1), rows.UniqueText(2), rows.UniqueText(3), rows.UniqueText(4), rows.Text(5), (QuoteStatus)rows.Int32(6), monthly,
                rows.DayOrNull(9), rows.Instant(10), rows.IsNull(11) ? null : rows.Instant(11)));
        }

        return new QuotePage(page.ToImmutable(), total);
    }

    /// <summary>How many quotes there are in each status, under the filter without its status; statuses without any are left out.</summary>
    public ImmutableDictionary<QuoteStatus, int> Counts(QuoteFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var rows = store.Prepare($"SELECT {Status}, count(*) {From} GROUP BY 1");
        Bind(rows, filter with { Status = null });
        var counts = ImmutableDictionary.CreateBuilder<QuoteStatus, int>();
        while (rows.Step())
        {
            counts.Add((QuoteStatus)rows.Int32(0), rows.Int32(1));
        }

        return counts.ToImmutable();
    }

    /// <summary>The newest draft of every quote that is not decided on a day, in the order in which they were made; one reading for all.</summary>
    /// <param name="day">The seller's day: what was valid until yesterday is decided.</param>
    public IEnumerable<(string Number, QuoteDraft Draft)> Undecided(DateOnly day)
    {
        using var rows = store.Prepare(
            $"""
            SELECT q.number, d.json FROM quote AS q
            JOIN quote_draft AS d ON d.seller_id = q.seller_id AND d.quote_id = q.quote_id AND d.revision = q.latest_revision
            WHERE q.seller_id = ?1 AND {Status} IN (1, 2, 3, 4, 5)
              AND d.draft_version = (SELECT max(n.draft_version) FROM quote_draft AS n WHERE n.seller_id = d.seller_id AND n.quote_id = d.quote_id AND n.revision = d.revision)
            ORDER BY q.quote_id
            """);
        rows.Bind(1, sellerId).Bind(2, day);
        while (rows.Step())
        {
            yield return (rows.UniqueText(0), QuoteDraft.FromJson(rows.UniqueText(1)));
        }
    }

    /// <summary>Everybody who owns a quote, letter by letter.</summary>
    public ImmutableArray<string> Owners()
    {
        using var rows = store.Prepare("SELECT DISTINCT owner FROM quote WHERE seller_id = ?1 ORDER BY owner");
        rows.Bind(1, sellerId);
        var owners = ImmutableArray.CreateBuilder<string>();
        while (rows.Step())
        {
            owners.Add(rows.Text(0));
        }

        return owners.ToImmutable();
    }

    // Only names of columns that stand here: nothing that somebody typed comes into the text.
    private static string OrderOf(QuoteFilter filter)
    {
        var way = filter.IsDescending ? "DESC" : "ASC";
        var columns = filter.Order switch
        {
            QuoteOrder.Number => $"q.number {way}",
            QuoteOrder.Customer => $"k.name_key {way}, k.number {way}",
            QuoteOrder.Status => $"{Status} {way}, q.updated_at DESC",
            QuoteOrder.Monthly => $"q.currency {way}, q.monthly {way}",
            QuoteOrder.ValidUntil => $"q.valid_until IS NULL, q.valid_until {way}",
            _ => $"q.updated_at {way}",
        };
        return $"{columns}, q.quote_id {way}";
    }

    private Statement Bind(Statement statement, QuoteFilter filter) => statement
        .Bind(1, sellerId).Bind(2, filter.Day).Bind(3, (long?)filter.Status).Bind(4, filter.Owner).Bind(5, filter.Customer).Bind(6, Pattern(filter.Search)).Bind(7, filter.ExpiringBy)
        .Bind(8, filter.WaitsFor).Bind(9, filter.Approves ? 1L : 0L).Bind(12, NameKey.OfSearch(filter.Search));

    private static string? Pattern(string? search) => string.IsNullOrWhiteSpace(search)
        ? null
        : SearchLetters.Within(search);
}
