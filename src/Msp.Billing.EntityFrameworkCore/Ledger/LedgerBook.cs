using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A seller's journal: books what is posted, recognises what is earned, closes periods, and says what stands on every account.</summary>
/// <remarks>
/// <para>Documents are booked after they are posted, in their order, chunk by chunk and set by set. A chunk is one transaction; killed at any instant, it has
/// happened whole or not at all, and booking again goes on. The key of an entry is what it comes from, so nothing is booked twice.</para>
/// <para>What is asked here books first what is not booked yet. Not thread-safe.</para>
/// </remarks>
/// <param name="store">The open database.</param>
/// <param name="sellerId">Whose books.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class LedgerBook(BillingStore store, long sellerId, TimeProvider clock)
{
    /// <summary>A line that is earned over days after the issue; the same condition as <see cref="Deferral"/> has.</summary>
    private const string IsDeferred = "(l.net <> 0 AND l.from_day < l.until_day AND l.until_day > date(i.issue_day, '+1 day') AND l.kind NOT IN (2, 3))";

    /// <summary>What a deferral has earned by the end of day ?2; the same arithmetic as <see cref="Deferral.EarnedThrough"/>, in whole numbers.</summary>
    private const string Earned =
        """
        SELECT currency, code, deferred_code, CASE
                WHEN passed <= 0 THEN 0 WHEN passed >= days THEN amount
                ELSE (amount / days) * passed + CASE WHEN amount % days < 0 THEN -1 ELSE 1 END * ((2 * abs(amount % days) * passed + days) / (2 * days)) END AS earned
          FROM (SELECT currency, code, deferred_code, amount, CAST(julianday(until_day) - julianday(from_day) AS INTEGER) AS days,
                       CAST(julianday(?2) - julianday(from_day) AS INTEGER) + 1 AS passed FROM deferral WHERE seller_id = ?1) AS held
        """;

    /// <summary>How many documents are booked in one transaction.</summary>
    public int ChunkSize { get; init; } = 5_000;

    /// <summary>The last day of the closed period; null when none is closed.</summary>
    public DateOnly? ClosedThrough => JournalWriter.ClosedThrough(store, sellerId);

    /// <summary>Books every document that is not booked yet, in the order of posting. Asked again it does nothing.</summary>
    /// <param name="cancellation">Stops between chunks; what is booked stays booked.</param>
    /// <returns>How many were booked now.</returns>
    public int Book(CancellationToken cancellation = default)
    {
        var booked = 0;
        while (Pending() is { } next)
        {
            cancellation.ThrowIfCancellationRequested();
            using var transaction = store.Begin();
            booked += BookChunk(next.After);
            transaction.Commit();
        }

        return booked;
    }

    /// <summary>Moves what was earned by the end of a day from deferred revenue to revenue: one entry a currency, none where nothing is new.</summary>
    /// <param name="through">The day, inclusive.</param>
    /// <param name="author">Who asks.</param>
    /// <returns>The new entries.</returns>
    /// <exception cref="ClosedPeriodException">The day is closed, or a later one was recognised before.</exception>
    public ImmutableArray<JournalEntry> Recognise(DateOnly through, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        Book();
        using var transaction = store.Begin();
        CheckOpen(through);
        if (LastRecognised() is { } last && last > through)
        {
            throw new ClosedPeriodException(ClosedPeriodRefusal.RecognisedLater, FormattableString.Invariant(
                $"Revenue was recognised through {last:yyyy-MM-dd} already; recognise that day again or a later one, not {through:yyyy-MM-dd}."));
        }

        var entries = Recognitions(through);
        using var writer = new JournalWriter(store, sellerId);
        var id = Scalar("SELECT coalesce(max(source_id), 0) FROM journal_entry WHERE seller_id = ?1 AND source = 7");
        foreach (var entry in entries)
        {
            writer.Write(entry, ++id, null, clock.GetUtcNow());
            Audit(author, AuditActions.RevenueRecognised, entry.Reference, json => json.WriteNumber("minorUnits", entry.On(AccountRole.DeferredRevenue)));
        }

        transaction.Commit();
        return entries;
    }

    /// <summary>What <see cref="Recognise"/> would post; nothing is written but what is posted and not booked yet.</summary>
    /// <param name="through">The day, inclusive.</param>
    public ImmutableArray<JournalEntry> ProposeRecognition(DateOnly through)
    {
        Book();
        return Recognitions(through);
    }

    /// <summary>Closes everything through a day: nothing can be posted on it or before any more.</summary>
    /// <param name="through">The day, inclusive.</param>
    /// <param name="author">Who closes.</param>
    /// <exception cref="ClosedPeriodException">The day is closed, revenue through it is not recognised, or the books do not agree with the documents.</exception>
    public void Close(DateOnly through, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        Book();
        using var transaction = store.Begin();
        CheckOpen(through);
        if (Recognitions(through) is { IsEmpty: false })
        {
            throw new ClosedPeriodException(ClosedPeriodRefusal.NotRecognised, FormattableString.Invariant(
                $"Revenue earned by {through:yyyy-MM-dd} is not recognised yet. Recognise it first: msp ledger recognise --through {through:yyyy-MM-dd}."));
        }

        if (Tie() is var ties && ties.Any(tie => !tie.Holds))
        {
            throw new ClosedPeriodException(ClosedPeriodRefusal.Differs, $"Documents and books differ: {string.Join("; ", ties.Where(tie => !tie.Holds))}. Find out why before closing: msp invoice verify.");
        }

        using (var balances = store.Prepare(
            $"""
            INSERT INTO closing_balance (seller_id, through, currency, role, code, amount)
            SELECT ?1, ?2, currency, role, code, sum(amount) FROM ({Balances}) AS part GROUP BY currency, role, code HAVING sum(amount) <> 0
            """))
        {
            balances.Bind(1, sellerId).Bind(2, through).Bind(3, ClosedThrough?.AddDays(1) ?? DateOnly.MinValue).Bind(4, ClosedThrough).Run();
        }

        using var closed = store.Prepare("INSERT INTO closed_period (seller_id, through, closed_at, closed_by) VALUES (?1, ?2, ?3, ?4)");
        closed.Bind(1, sellerId).Bind(2, through).Bind(3, clock.GetUtcNow()).Bind(4, author).Run();
        Audit(author, AuditActions.PeriodClosed, through.ToString("O", CultureInfo.InvariantCulture), null);
        transaction.Commit();
    }

    /// <summary>The balance of every account by the end of a day, one for each currency.</summary>
    /// <param name="through">Inclusive; null for all.</param>
    /// <remarks>Begins with the balances of the last closed period, so it does not grow with the years.</remarks>
    public ImmutableArray<TrialBalance> Balance(DateOnly? through = null)
    {
        Book();
        var last = through ?? DateOnly.MaxValue;
        using var closing = store.Prepare("SELECT max(through) FROM closed_period WHERE seller_id = ?1 AND through <= ?2");
        var closed = closing.Bind(1, sellerId).Bind(2, last).Step() ? closing.DayOrNull(0) : null;
        using var rows = store.Prepare($"SELECT currency, role, code, sum(amount) FROM ({Balances}) AS part GROUP BY currency, role, code HAVING sum(amount) <> 0");
        rows.Bind(1, sellerId).Bind(2, last).Bind(3, closed?.AddDays(1) ?? DateOnly.MinValue).Bind(4, closed);
        var lines = new SortedDictionary<string, List<JournalLine>>(StringComparer.Ordinal);
        while (rows.Step())
        {
            var currency = rows.Text(0);
            if (!lines.TryGetValue(currency, out var own))
            {
                lines.Add(currency, own = []);
            }

            own.Add(new JournalLine(new Account((AccountRole)rows.Int32(1), rows.Text(2)), rows.Int64(3)));
        }

        return [.. lines.Select(pair => new TrialBalance(Currency.FromCode(pair.Key), pair.Value))];
    }

    /// <summary>Lines, documents and journal compared, one row for each currency.</summary>
    /// <param name="run">Only the documents of the run of this number; null for all.</param>
    public ImmutableArray<LedgerTie> Tie(string? run = null)
    {
        using var rows = store.Prepare(
            """
            SELECT i.currency, count(*), sum((SELECT coalesce(sum(l.net), 0) FROM invoice_line AS l WHERE l.seller_id = i.seller_id AND l.invoice_id = i.invoice_id)
                       + (SELECT coalesce(sum(t.tax), 0) FROM invoice_tax AS t WHERE t.seller_id = i.seller_id AND t.invoice_id = i.invoice_id)),
                   sum(i.total),
                   sum((SELECT coalesce(sum(j.amount), 0) FROM journal_line AS j WHERE j.seller_id = i.seller_id AND j.source = 1 AND j.source_id = i.invoice_id AND j.role IN (1, 6))),
                   count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM journal_entry AS e WHERE e.seller_id = i.seller_id AND e.source = 1 AND e.source_id = i.invoice_id))
              FROM invoice AS i LEFT JOIN invoice_run AS r ON r.seller_id = i.seller_id AND r.run_id = i.run_id
             WHERE i.seller_id = ?1 AND (?2 IS NULL OR r.number = ?2) GROUP BY i.currency ORDER BY i.currency
            """);
        rows.Bind(1, sellerId).Bind(2, run);
        var ties = ImmutableArray.CreateBuilder<LedgerTie>();
        while (rows.Step())
        {
            ties.Add(new LedgerTie(Currency.FromCode(rows.Text(0)), rows.Int64(1), rows.Int64(2), rows.Int64(3), rows.Int64(4), rows.Int64(5)));
        }

        return ties.ToImmutable();
    }

    /// <summary>Entries by day, the oldest first.</summary>
    /// <param name="filter">Which.</param>
    public IEnumerable<LedgerEntry> Entries(LedgerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        Book();
        return Read(filter);
    }

    /// <summary>How many entries are wanted; pages do not matter.</summary>
    /// <param name="filter">Which.</param>
    public int Count(LedgerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var count = store.Prepare($"SELECT count(*) {Filtered}");
        Restrict(count, filter);
        return count.Step() ? count.Int32(0) : 0;
    }

    private const string Balances =
        """
        SELECT currency, role, code, amount FROM closing_balance WHERE seller_id = ?1 AND through = ?4
        UNION ALL
        SELECT e.currency, l.role, l.code, l.amount FROM journal_entry AS e
          CROSS JOIN journal_line AS l ON l.seller_id = e.seller_id AND l.source = e.source AND l.source_id = e.source_id
         WHERE e.seller_id = ?1 AND e.day BETWEEN ?3 AND ?2
        """;

    private const string Filtered =
        """
          FROM journal_entry AS e LEFT JOIN customer AS k ON k.seller_id = e.seller_id AND k.customer_id = e.customer_id
         WHERE e.seller_id = ?1 AND e.day BETWEEN ?2 AND ?3 AND (?4 IS NULL OR k.number = ?4) AND (?5 IS NULL OR e.source = ?5)
           AND (?6 IS NULL OR EXISTS (SELECT 1 FROM journal_line AS l WHERE l.seller_id = e.seller_id AND l.source = e.source AND l.source_id = e.source_id AND l.code = ?6))
           AND (?9 IS NULL OR (e.source = 1 AND e.source_id IN (SELECT i.invoice_id FROM invoice AS i JOIN invoice_run AS r ON r.seller_id = i.seller_id AND r.run_id = i.run_id WHERE i.seller_id = ?1 AND r.number = ?9)))
        """;

    private IEnumerable<LedgerEntry> Read(LedgerFilter filter)
    {
        using var entries = store.Prepare(
            $"SELECT e.source, e.source_id, e.reference, e.day, e.currency, k.number, k.name {Filtered} ORDER BY e.day, e.source, e.source_id LIMIT ?7 OFFSET ?8");
        using var lines = store.Prepare("SELECT role, code, amount FROM journal_line WHERE seller_id = ?1 AND source = ?2 AND source_id = ?3 ORDER BY line_no");
        Restrict(entries, filter);
        entries.Bind(7, (long)filter.Take).Bind(8, (long)filter.Skip);
        while (entries.Step())
        {
            var own = new List<JournalLine>();
            lines.Bind(1, sellerId).Bind(2, entries.Int64(0)).Bind(3, entries.Int64(1));
            while (lines.Step())
            {
                own.Add(new JournalLine(new Account((AccountRole)lines.Int32(0), lines.Text(1)), lines.Int64(2)));
            }

            yield return new LedgerEntry(
                entries.Int64(1),
                new JournalEntry((JournalSource)entries.Int32(0), entries.UniqueText(2), entries.Day(3), Currency.FromCode(entries.Text(4)), entries.TextOrNull(5), own),
                entries.TextOrNull(6));
        }
    }

    private void Restrict(Statement statement, LedgerFilter filter) => statement.Bind(1, sellerId)
        .Bind(2, filter.From ?? DateOnly.MinValue).Bind(3, filter.Through ?? DateOnly.MaxValue).Bind(4, filter.Customer).Bind(5, (long?)filter.Source).Bind(6, filter.Account).Bind(9, filter.Run);

    // Documents are booked in the order of their numbers in storage, and these only grow.
    private (long After, long Last)? Pending()
    {
        var last = Scalar("SELECT coalesce(max(invoice_id), 0) FROM invoice WHERE seller_id = ?1");
        var booked = Scalar("SELECT coalesce(max(source_id), 0) FROM journal_entry WHERE seller_id = ?1 AND source = 1");
        return last > booked ? (booked, last) : null;
    }

    private int BookChunk(long after)
    {
        var accounts = new LedgerPolicies(store, sellerId).Get();
        var last = Scalar("SELECT coalesce(max(invoice_id), 0) FROM (SELECT invoice_id FROM invoice WHERE seller_id = ?1 AND invoice_id > ?2 ORDER BY invoice_id LIMIT ?3) AS chunk", after, ChunkSize);
        if (last == 0 || Pending()?.After != after)
        {
            return 0; // somebody else has booked it in the meantime
        }

        NameTaxAccounts(accounts.Accounts, after, last);
        Run("INSERT INTO deferral (seller_id, invoice_id, line_no, code, deferred_code, currency, amount, from_day, until_day) " +
            "SELECT l.seller_id, l.invoice_id, l.line_no, CASE l.ledger_account WHEN '' THEN ?4 ELSE l.ledger_account END, ?5, i.currency, l.net, l.from_day, l.until_day " +
            "FROM invoice_line AS l JOIN invoice AS i ON i.seller_id = l.seller_id AND i.invoice_id = l.invoice_id " +
            $"WHERE l.seller_id = ?1 AND l.invoice_id > ?2 AND l.invoice_id <= ?3 AND {IsDeferred}",
            after, last, row => row.Bind(4, accounts.Accounts.Revenue).Bind(5, accounts.Accounts.DeferredRevenue));
        Run($"""
            INSERT INTO journal_line (seller_id, source, source_id, line_no, role, code, amount)
            SELECT ?1, 1, invoice_id, row_number() OVER (PARTITION BY invoice_id ORDER BY role, code), role, code, sum(amount) FROM (
                SELECT invoice_id, CASE kind WHEN 2 THEN 6 ELSE 1 END AS role, CASE kind WHEN 2 THEN ?6 ELSE ?5 END AS code, total AS amount
                  FROM invoice WHERE seller_id = ?1 AND invoice_id > ?2 AND invoice_id <= ?3
                UNION ALL
                SELECT l.invoice_id, CASE WHEN {IsDeferred} THEN 4 ELSE 2 END, CASE WHEN {IsDeferred} THEN ?7 WHEN l.ledger_account = '' THEN ?4 ELSE l.ledger_account END, -l.net
                  FROM invoice_line AS l JOIN invoice AS i ON i.seller_id = l.seller_id AND i.invoice_id = l.invoice_id
                 WHERE l.seller_id = ?1 AND l.invoice_id > ?2 AND l.invoice_id <= ?3
                UNION ALL
                SELECT t.invoice_id, 3, a.code, -t.tax FROM invoice_tax AS t JOIN booking_tax AS a ON a.category = t.category AND a.rate = t.rate
                 WHERE t.seller_id = ?1 AND t.invoice_id > ?2 AND t.invoice_id <= ?3) AS part
             GROUP BY invoice_id, role, code HAVING sum(amount) <> 0
            """, after, last,
            row => row.Bind(4, accounts.Accounts.Revenue).Bind(5, accounts.Accounts.Receivable).Bind(6, accounts.Accounts.CustomerCredit).Bind(7, accounts.Accounts.DeferredRevenue));
        var closed = ClosedThrough;
        Run("""
            INSERT INTO journal_entry (seller_id, source, source_id, reference, day, currency, customer_id, posted_at, line_count)
            SELECT i.seller_id, 1, i.invoice_id, i.number, CASE WHEN i.issue_day <= ?4 THEN ?5 ELSE i.issue_day END, i.currency, i.customer_id, ?6,
                   (SELECT count(*) FROM journal_line AS l WHERE l.seller_id = i.seller_id AND l.source = 1 AND l.source_id = i.invoice_id)
              FROM invoice AS i WHERE i.seller_id = ?1 AND i.invoice_id > ?2 AND i.invoice_id <= ?3
            """, after, last, row => row.Bind(4, closed ?? DateOnly.MinValue).Bind(5, closed?.AddDays(1) ?? DateOnly.MinValue).Bind(6, clock.GetUtcNow()));
        var count = store.Changes;
        Run("""
            INSERT INTO open_item (seller_id, kind, item_id, customer_id, number, currency, issue_day, due_day, amount, "open")
            SELECT seller_id, 1, invoice_id, customer_id, number, currency, issue_day, due_day, total, total FROM invoice
             WHERE seller_id = ?1 AND invoice_id > ?2 AND invoice_id <= ?3
            """, after, last, null);
        if (accounts.Credits == CreditPolicy.ApplyToOpen)
        {
            ApplyCredits(after, last);
        }

        return count;
    }

    private void ApplyCredits(long after, long last)
    {
        var credits = new List<string>();
        using (var rows = store.Prepare("SELECT number FROM invoice WHERE seller_id = ?1 AND invoice_id > ?2 AND invoice_id <= ?3 AND kind = 2 AND total < 0 ORDER BY invoice_id"))
        {
            rows.Bind(1, sellerId).Bind(2, after).Bind(3, last);
            while (rows.Step())
            {
                credits.Add(rows.UniqueText(0));
            }
        }

        using var settlements = new SettlementWriter(store, sellerId, clock, "ledger");
        foreach (var credit in credits)
        {
            settlements.AllocateOldestFirst(settlements.Item(credit), null);
        }
    }

    private void NameTaxAccounts(AccountMap accounts, long after, long last)
    {
        store.Execute("CREATE TEMP TABLE IF NOT EXISTS booking_tax (category INTEGER NOT NULL, rate INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (category, rate)); DELETE FROM booking_tax");
        using var rates = store.Prepare("SELECT DISTINCT category, rate FROM invoice_tax WHERE seller_id = ?1 AND invoice_id > ?2 AND invoice_id <= ?3");
        using var insert = store.Prepare("INSERT INTO booking_tax (category, rate, code) VALUES (?1, ?2, ?3)");
        rates.Bind(1, sellerId).Bind(2, after).Bind(3, last);
        while (rates.Step())
        {
            var account = accounts.TaxOf((TaxCategory)rates.Int32(0), Percentage.FromMillionths(rates.Int64(1)));
            insert.Bind(1, rates.Int64(0)).Bind(2, rates.Int64(1)).Bind(3, account.Code).Run();
        }
    }

    // Everything earned by the day, less everything recognised before: what was posted late is caught up with.
    private ImmutableArray<JournalEntry> Recognitions(DateOnly through)
    {
        var sums = new SortedDictionary<string, List<JournalLine>>(StringComparer.Ordinal);
        using var rows = store.Prepare(
            $"""
            WITH earned AS MATERIALIZED ({Earned})
            SELECT currency, role, code, sum(amount) FROM (
                SELECT currency, 2 AS role, code, -earned AS amount FROM earned
                UNION ALL
                SELECT currency, 4, deferred_code, earned FROM earned
                UNION ALL
                SELECT e.currency, l.role, l.code, -l.amount FROM journal_entry AS e
                  CROSS JOIN journal_line AS l ON l.seller_id = e.seller_id AND l.source = e.source AND l.source_id = e.source_id
                 WHERE e.seller_id = ?1 AND e.source = 7) AS part
             GROUP BY currency, role, code HAVING sum(amount) <> 0
            """);
        rows.Bind(1, sellerId).Bind(2, through);
        while (rows.Step())
        {
            var currency = rows.Text(0);
            if (!sums.TryGetValue(currency, out var lines))
            {
                sums.Add(currency, lines = []);
            }

            lines.Add(new JournalLine(new Account((AccountRole)rows.Int32(1), rows.Text(2)), rows.Int64(3)));
        }

        return [.. sums.Select(pair => new JournalEntry(JournalSource.Recognition, RecognitionNumber(through, pair.Key), through, Currency.FromCode(pair.Key), null, pair.Value))];
    }

    private string RecognitionNumber(DateOnly through, string currency)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"REC-{through:yyyy-MM-dd}-{currency}");
        using var count = store.Prepare("SELECT count(*) FROM journal_entry WHERE seller_id = ?1 AND source = 7 AND day = ?2 AND currency = ?3");
        var before = count.Bind(1, sellerId).Bind(2, through).Bind(3, currency).Step() ? count.Int64(0) : 0;
        return before == 0 ? number : string.Create(CultureInfo.InvariantCulture, $"{number}-{before + 1}");
    }

    private DateOnly? LastRecognised()
    {
        using var last = store.Prepare("SELECT max(day) FROM journal_entry WHERE seller_id = ?1 AND source = 7");
        return last.Bind(1, sellerId).Step() ? last.DayOrNull(0) : null;
    }

    private void CheckOpen(DateOnly day)
    {
        if (ClosedThrough is { } closed && day <= closed)
        {
            throw new ClosedPeriodException(ClosedPeriodRefusal.Closed, FormattableString.Invariant($"The books are closed through {closed:yyyy-MM-dd}; {day:yyyy-MM-dd} is not open any more."));
        }
    }

    private void Audit(string author, string action, string subject, Action<Utf8JsonWriter>? detail) => LedgerAudit.Append(store, sellerId, clock, author, action, subject, detail);

    private void Run(string sql, long after, long last, Action<Statement>? bind)
    {
        using var statement = store.Prepare(sql);
        statement.Bind(1, sellerId).Bind(2, after).Bind(3, last);
        bind?.Invoke(statement);
        statement.Run();
    }

    private long Scalar(string sql, params ReadOnlySpan<long> parameters)
    {
        using var statement = store.Prepare(sql);
        statement.Bind(1, sellerId);
        for (var i = 0; i < parameters.Length; i++)
        {
            statement.Bind(i + 2, parameters[i]);
        }

        return statement.Step() ? statement.Int64(0) : 0;
    }
}
