using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Json;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>The rows of a run: its header, its items by contract, its totals and problems.</summary>
internal static class RunStore
{
    private const string HeaderColumns = "run_id, number, through, issue_day, known_at, status, created_by, previous_run_id";

    /// <summary>The columns of the causes, in the order of their numbers.</summary>
    internal const string CauseColumns = "cause_1, cause_2, cause_3, cause_4, cause_5, cause_6, cause_7, cause_8, cause_9, cause_10, cause_11, cause_12";

    /// <summary>The numbers of the causes.</summary>
    internal static IEnumerable<int> CauseNumbers => Enumerable.Range(1, Variance.Causes.Length);

    /// <summary>The one run of a seller that is neither posted nor cancelled.</summary>
    internal static RunHeader? Open(BillingStore store, long seller) =>
        Header(store, $"SELECT {HeaderColumns} FROM invoice_run WHERE seller_id = ?1 AND posted_at IS NULL AND cancelled_at IS NULL", seller);

    /// <summary>The run that was made last.</summary>
    internal static RunHeader? Latest(BillingStore store, long seller) =>
        Header(store, $"SELECT {HeaderColumns} FROM invoice_run WHERE seller_id = ?1 ORDER BY run_id DESC LIMIT 1", seller);

    /// <summary>The run that was posted last.</summary>
    internal static RunHeader? LatestPosted(BillingStore store, long seller) =>
        Header(store, $"SELECT {HeaderColumns} FROM invoice_run WHERE seller_id = ?1 AND posted_at IS NOT NULL ORDER BY run_id DESC LIMIT 1", seller);

    /// <summary>The number of a run that bills through a day or beyond, or that a schedule began for that month and somebody gave up; null where there is none.</summary>
    internal static string? Reaching(BillingStore store, long seller, DateOnly through)
    {
        using var row = store.Prepare(
            "SELECT number FROM invoice_run WHERE seller_id = ?1 AND through >= ?2 AND (cancelled_at IS NULL OR request_key = ?3) ORDER BY run_id DESC LIMIT 1");
        return row.Bind(1, seller).Bind(2, through).Bind(3, string.Create(CultureInfo.InvariantCulture, $"month-{through:yyyy-MM}")).Step() ? row.Text(0) : null;
    }

    /// <summary>A run by its number in storage.</summary>
    internal static RunHeader? ById(BillingStore store, long seller, long run)
    {
        using var row = store.Prepare($"SELECT {HeaderColumns} FROM invoice_run WHERE seller_id = ?1 AND run_id = ?2");
        return HeaderAt(row.Bind(1, seller).Bind(2, run));
    }

    /// <summary>A run by its number.</summary>
    internal static RunHeader? ByNumber(BillingStore store, long seller, string number) =>
        Header(store, $"SELECT {HeaderColumns} FROM invoice_run WHERE seller_id = ?1 AND number = ?2", seller, number);

    /// <summary>Begins a run, or empties an open one so that it can be computed anew.</summary>
    internal static RunHeader Begin(BillingStore store, long seller, RunHeader? open, DateOnly through, DateOnly issueDay, DateTimeOffset knownAt, string author,
        string? key = null, IReadOnlyCollection<long>? customers = null)
    {
        if (open is not null)
        {
            using var reopen = store.Prepare(
                """
                UPDATE invoice_run SET known_at = ?3, status = ?4, created_at = ?3, created_by = ?5, reviewed_at = NULL, reviewed_by = NULL,
                    approved_at = NULL, approved_by = NULL, one_person = 0, contract_count = 0, document_count = 0, line_count = 0, problem_count = 0,
                    version = version + 1
                WHERE seller_id = ?1 AND run_id = ?2
                """);
            reopen.Bind(1, seller).Bind(2, open.Id).Bind(3, knownAt).Bind(4, (long)RunStatus.Previewing).Bind(5, author).Run();

            // The chunks go first: that waits for workers that are keeping one, so that what they kept is seen and goes, too; later ones find theirs gone.
            foreach (var table in (ReadOnlySpan<string>)["run_chunk", "run_plan", "run_problem", "run_item", "run_total"])
            {
                using var delete = store.Prepare($"DELETE FROM {table} WHERE seller_id = ?1 AND run_id = ?2");
                delete.Bind(1, seller).Bind(2, open.Id).Run();
            }

            return open with { KnownAt = knownAt, Status = RunStatus.Previewing, CreatedBy = author };
        }

        var id = 1 + (Scalar(store, "SELECT max(run_id) FROM invoice_run WHERE seller_id = ?1", seller) ?? 0);
        var previous = Scalar(
            store,
            """
            SELECT run_id FROM invoice_run AS run WHERE seller_id = ?1 AND posted_at IS NOT NULL
            ORDER BY EXISTS (SELECT 1 FROM run_scope AS scope WHERE scope.seller_id = run.seller_id AND scope.run_id = run.run_id), through DESC, run_id DESC LIMIT 1
            """,
            seller);
        var number = string.Create(CultureInfo.InvariantCulture, $"RUN-{id:D4}");
        using var insert = store.Prepare(
            """
            INSERT INTO invoice_run(seller_id, run_id, number, through, issue_day, known_at, status, created_at, created_by, one_person, previous_run_id,
                contract_count, document_count, line_count, problem_count, version, request_key)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?8, 0, ?9, 0, 0, 0, 0, 1, ?10)
            """);
        insert.Bind(1, seller).Bind(2, id).Bind(3, number).Bind(4, through).Bind(5, issueDay).Bind(6, knownAt).Bind(7, (long)RunStatus.Previewing)
            .Bind(8, author).Bind(9, previous).Bind(10, key).Run();
        using var scope = store.Prepare("INSERT INTO run_scope(seller_id, run_id, customer_id) VALUES (?1, ?2, ?3)");
        foreach (var customer in customers ?? [])
        {
            scope.Bind(1, seller).Bind(2, id).Bind(3, customer).Run();
        }

        return new RunHeader(id, number, through, issueDay, knownAt, RunStatus.Previewing, author, previous);
    }

    /// <summary>The run that a request made; null where it made none.</summary>
    internal static RunHeader? ByKey(BillingStore store, long seller, string key) =>
        Header(store, $"SELECT {HeaderColumns} FROM invoice_run WHERE seller_id = ?1 AND request_key = ?2", seller, key);

    /// <summary>Takes what a run found for a contract out of it, to put in something else.</summary>
    internal static void Remove(BillingStore store, long seller, long run, long contract)
    {
        foreach (var table in (ReadOnlySpan<string>)["run_problem", "run_item"])
        {
            using var delete = store.Prepare($"DELETE FROM {table} WHERE seller_id = ?1 AND run_id = ?2 AND contract_id = ?3");
            delete.Bind(1, seller).Bind(2, run).Bind(3, contract).Run();
        }
    }

    /// <summary>Notes that what a run bills, or what was said of it, changed: who was shown it before is shown it again.</summary>
    internal static void Touch(BillingStore store, long seller, long run)
    {
        using var update = store.Prepare("UPDATE invoice_run SET version = version + 1 WHERE seller_id = ?1 AND run_id = ?2");
        update.Bind(1, seller).Bind(2, run).Run();
    }

    /// <summary>How many contracts of a run have something that blocks and is not checked.</summary>
    internal static int Unresolved(BillingStore store, long seller, long run) => (int)(Scalar(
        store,
        $"""
        SELECT count(DISTINCT p.contract_id) FROM run_problem AS p
        JOIN run_item AS item ON item.seller_id = p.seller_id AND item.run_id = p.run_id AND item.contract_id = p.contract_id
        WHERE p.seller_id = ?1 AND p.run_id = ?2 AND p.blocks = 1 AND {RunDecisions.IsUnchecked}
        """,
        seller, run) ?? 0);

    /// <summary>Whether somebody gave a credit that the preview of a run does not know, because it was built before.</summary>
    internal static bool HasUnseenCredit(BillingStore store, long seller, RunHeader run) => Scalar(
        store,
        $"""
        SELECT 1 FROM run_decision AS d
        JOIN amendment AS a ON a.seller_id = d.seller_id AND a.contract_id = d.contract_id AND a.number = d.amendment_no
        WHERE d.seller_id = ?1 AND d.run_id = ?2 AND d.kind = 4 AND a.recorded_at > ?3
        UNION ALL
        SELECT 1 FROM run_decision AS d JOIN run_decision AS given ON given.seller_id = d.seller_id AND given.decision_no = d.undoes
        WHERE d.seller_id = ?1 AND d.run_id = ?2 AND d.kind = 5 AND given.kind = 4 AND d.at > ?3
        LIMIT 1
        """,
        seller, run.Id, run.KnownAt.UtcTicks) is not null;

    /// <summary>Whether somebody decided what a run bills: left a contract out, held one or gave a credit.</summary>
    internal static bool HasDecided(BillingStore store, long seller, long run, string author)
    {
        using var row = store.Prepare(
            $"SELECT 1 FROM run_decision AS d WHERE d.seller_id = ?1 AND d.run_id = ?2 AND d.kind IN (2, 3, 4) AND lower(d.author) = lower(?3) AND {RunDecisions.Stands} LIMIT 1");
        return row.Bind(1, seller).Bind(2, run).Bind(3, author).Step();
    }

    /// <summary>Moves a run, and notes who did it and when.</summary>
    /// <exception cref="RunMoveException">The run is not where it was, or cannot make the move.</exception>
    internal static RunHeader Move(BillingStore store, long seller, RunHeader run, RunAction action, string author, DateTimeOffset at, bool byCreator)
    {
        var next = RunLifecycle.Next(run.Status, action);
        var mark = action switch
        {
            RunAction.Review => ", reviewed_at = ?5, reviewed_by = ?6",
            RunAction.Approve => ", approved_at = ?5, approved_by = ?6, one_person = ?7",
            RunAction.FinishPosting => ", posted_at = ?5, posted_by = ?6",
            RunAction.Cancel => ", cancelled_at = ?5, cancelled_by = ?6",
            _ => "",
        };

        // A preview that workers share is over when every chunk is; one that is given up is given up by all of them.
        var shared = action == RunAction.FinishPreview
            ? " AND NOT EXISTS (SELECT 1 FROM run_chunk AS chunk WHERE chunk.seller_id = ?1 AND chunk.run_id = ?2 AND chunk.status <> 3)"
            : "";
        if (action == RunAction.Cancel)
        {
            using var chunks = store.Prepare("UPDATE run_chunk SET status = 4 WHERE seller_id = ?1 AND run_id = ?2 AND status < 3");
            chunks.Bind(1, seller).Bind(2, run.Id).Run();
        }

        using var update = store.Prepare(
            $"UPDATE invoice_run SET status = ?4, version = version + 1{mark} WHERE seller_id = ?1 AND run_id = ?2 AND status = ?3{shared}");
        update.Bind(1, seller).Bind(2, run.Id).Bind(3, (long)run.Status).Bind(4, (long)next);
        if (mark.Length > 0)
        {
            update.Bind(5, at).Bind(6, author);
        }

        if (action == RunAction.Approve)
        {
            update.Bind(7, byCreator);
        }

        update.Run();
        return store.Changes == 1 ? run with { Status = next } : throw new RunMoveException(run.Status, action, RunLifecycle.Allowed(run.Status));
    }

    /// <summary>Sums the items of a run by currency, and keeps the sums with the run.</summary>
    internal static void Total(BillingStore store, long seller, RunHeader run)
    {
        using var delete = store.Prepare("DELETE FROM run_total WHERE seller_id = ?1 AND run_id = ?2");
        delete.Bind(1, seller).Bind(2, run.Id).Run();
        using var totals = store.Prepare(
            $"""
            INSERT INTO run_total(seller_id, run_id, currency, invoice_count, credit_note_count, subtotal, tax, total, previous_total, {CauseColumns})
            SELECT ?1, ?2, contract.currency, count(*) FILTER (WHERE item.kind = 1), count(*) FILTER (WHERE item.kind = 2), sum(item.subtotal), sum(item.tax), sum(item.total),
                sum(item.previous_total), {string.Join(", ", CauseNumbers.Select(cause => $"sum(item.cause_{cause})"))}
            FROM run_item AS item JOIN contract ON contract.seller_id = item.seller_id AND contract.contract_id = item.contract_id
            WHERE item.seller_id = ?1 AND item.run_id = ?2
            GROUP BY contract.currency
            """);
        totals.Bind(1, seller).Bind(2, run.Id).Run();
        using var header = store.Prepare(
            """
            UPDATE invoice_run SET
                contract_count = (SELECT count(*) FROM run_item WHERE seller_id = ?1 AND run_id = ?2),
                document_count = (SELECT count(*) FROM run_item WHERE seller_id = ?1 AND run_id = ?2 AND kind IS NOT NULL),
                line_count = (SELECT coalesce(sum(line_count), 0) FROM run_item WHERE seller_id = ?1 AND run_id = ?2),
                problem_count = (SELECT count(*) FROM run_problem WHERE seller_id = ?1 AND run_id = ?2)
            WHERE seller_id = ?1 AND run_id = ?2
            """);
        header.Bind(1, seller).Bind(2, run.Id).Run();
    }

    /// <summary>A run as it stands.</summary>
    internal static RunSummary Summary(BillingStore store, long seller, long run)
    {
        var contracts = ImmutableSortedDictionary.CreateBuilder<RunOutcome, int>();
        Read(
            store, "SELECT outcome, count(*) FROM run_item WHERE seller_id = ?1 AND run_id = ?2 GROUP BY outcome",
            row => contracts.Add((RunOutcome)row.Int32(0), row.Int32(1)), seller, run);
        var totals = ImmutableArray.CreateBuilder<RunTotals>();
        Read(
            store,
            $"SELECT currency, invoice_count, credit_note_count, subtotal, tax, previous_total, {CauseColumns} FROM run_total WHERE seller_id = ?1 AND run_id = ?2 ORDER BY currency",
            row => totals.Add(new RunTotals(
                Currency.FromCode(row.Text(0)), row.Int32(1), row.Int32(2), row.Int64(3), row.Int64(4), row.Int64(5), VarianceAt(row, 6))),
            seller, run);
        RunSummary? summary = null;
        Read(
            store,
            """
            SELECT run.number, run.through, run.issue_day, run.known_at, run.status, run.created_by, run.reviewed_by, run.approved_by, run.posted_by, run.one_person,
                previous.number, run.line_count, run.problem_count,
                (SELECT count(*) FROM invoice WHERE invoice.seller_id = run.seller_id AND invoice.run_id = run.run_id), run.version,
                (SELECT count(*) FROM run_scope AS scope WHERE scope.seller_id = run.seller_id AND scope.run_id = run.run_id),
                (SELECT count(*) FROM invoice JOIN invoice_event AS sent ON sent.seller_id = invoice.seller_id AND sent.invoice_id = invoice.invoice_id AND sent.action = 9
                    WHERE invoice.seller_id = run.seller_id AND invoice.run_id = run.run_id)
            FROM invoice_run AS run LEFT JOIN invoice_run AS previous ON previous.seller_id = run.seller_id AND previous.run_id = run.previous_run_id
            WHERE run.seller_id = ?1 AND run.run_id = ?2
            """,
            row => summary = new RunSummary
            {
                Number = row.Text(0),
                Through = row.Day(1),
                IssueDay = row.Day(2),
                KnownAt = row.Instant(3),
                Status = (RunStatus)row.Int32(4),
                CreatedBy = row.Text(5),
                ReviewedBy = row.TextOrNull(6),
                ApprovedBy = row.TextOrNull(7),
                PostedBy = row.TextOrNull(8),
                ApprovedByCreator = row.Boolean(9),
                PreviousNumber = row.TextOrNull(10),
                Lines = row.Int32(11),
                Problems = row.Int32(12),
                Posted = row.Int32(13),
                Version = row.Int64(14),
                Customers = row.Int32(15),
                Sent = row.Int32(16),
                Contracts = contracts.ToImmutable(),
                Totals = totals.ToImmutable(),
            },
            seller, run);
        return summary ?? throw new InvalidOperationException($"There is no run {run}.");
    }

    /// <summary>The problems of a run, those that block first.</summary>
    internal static ImmutableArray<RunProblem> Problems(BillingStore store, long seller, long run)
    {
        var problems = ImmutableArray.CreateBuilder<RunProblem>();
        Read(
            store,
            """
            SELECT contract.number, problem.code, problem.message, problem.fix, problem.blocks, problem.is_notice, problem.facts_json
            FROM run_problem AS problem
            JOIN contract ON contract.seller_id = problem.seller_id AND contract.contract_id = problem.contract_id
            WHERE problem.seller_id = ?1 AND problem.run_id = ?2 ORDER BY problem.blocks DESC, problem.is_notice, problem.contract_id, problem.problem_no
            """,
            row => problems.Add(ProblemAt(row)),
            seller, run);
        return problems.ToImmutable();
    }

    /// <summary>The items of a run, the largest change first.</summary>
    internal static ImmutableArray<RunItem> Items(BillingStore store, long seller, long run, int limit)
    {
        var items = ImmutableArray.CreateBuilder<RunItem>();
        Read(
            store,
            $"""
            SELECT contract.number, customer.name, item.outcome, item.line_count, item.subtotal, item.tax, item.previous_total, contract.currency, invoice.number, {CauseColumns}
            FROM run_item AS item
            JOIN contract ON contract.seller_id = item.seller_id AND contract.contract_id = item.contract_id
            LEFT JOIN customer ON customer.seller_id = contract.seller_id AND customer.customer_id = contract.customer_id
            LEFT JOIN invoice ON invoice.seller_id = item.seller_id AND invoice.run_id = item.run_id AND invoice.contract_id = item.contract_id
            WHERE item.seller_id = ?1 AND item.run_id = ?2
            ORDER BY abs(item.total - item.previous_total) DESC, item.contract_id LIMIT ?3
            """,
            row =>
            {
                var currency = Currency.FromCode(row.Text(7));
                items.Add(new RunItem(
                    row.Text(0), row.TextOrNull(1) ?? "", (RunOutcome)row.Int32(2), row.Int32(3), Money.FromMinorUnits(row.Int64(4), currency),
                    Money.FromMinorUnits(row.Int64(5), currency), Money.FromMinorUnits(row.Int64(6), currency), VarianceAt(row, 9), row.TextOrNull(8)));
            },
            seller, run, limit);
        return items.ToImmutable();
    }

    /// <summary>How many contracts begin by a day.</summary>
    internal static long ContractCount(BillingStore store, long seller, DateOnly through)
    {
        using var count = store.Prepare("SELECT count(*) FROM contract WHERE seller_id = ?1 AND start_day <= ?2");
        count.Bind(1, seller).Bind(2, through);
        return count.Step() ? count.Int64(0) : 0;
    }

    /// <summary>The last place that a contract has in storage; 0 where there is none.</summary>
    internal static long LastContract(BillingStore store, long seller) =>
        Scalar(store, "SELECT max(contract_id) FROM contract WHERE seller_id = ?1", seller) ?? 0;

    /// <summary>How many documents a run has.</summary>
    internal static long DocumentCount(BillingStore store, long seller, long run) =>
        Scalar(store, "SELECT count(*) FROM run_item WHERE seller_id = ?1 AND run_id = ?2 AND kind IS NOT NULL", seller, run) ?? 0;

    /// <summary>How many of them are issued.</summary>
    internal static long PostedCount(BillingStore store, long seller, long run) =>
        Scalar(store, "SELECT count(*) FROM invoice WHERE seller_id = ?1 AND run_id = ?2", seller, run) ?? 0;

    /// <summary>The latest instant at which anything was recorded or known.</summary>
    internal static DateTimeOffset LastInstant(BillingStore store, long seller)
    {
        var ticks = Scalar(
            store,
            """
            SELECT max(known.at) FROM (
                SELECT max(known_at) AS at FROM contract_billing WHERE seller_id = ?1 UNION ALL SELECT max(known_at) FROM invoice_run WHERE seller_id = ?1) AS known
            """,
            seller) ?? 0;
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>Takes a contract out of what is posted: it owes something else than what was approved.</summary>
    internal static void LeaveOut(BillingStore store, long seller, RunHeader run, long contractId, RunProblem problem)
    {
        using var item = store.Prepare(
            $"""
            UPDATE run_item SET outcome = ?4, kind = NULL, line_count = 0, subtotal = 0, tax = 0, total = 0, draft_fingerprint = NULL,
                {string.Join(", ", CauseNumbers.Select(cause => $"cause_{cause} = {(cause == (int)VarianceCause.NotBilled ? "-previous_total" : "0")}"))}
            WHERE seller_id = ?1 AND run_id = ?2 AND contract_id = ?3
            """);
        item.Bind(1, seller).Bind(2, run.Id).Bind(3, contractId).Bind(4, (long)RunOutcome.Problem).Run();
        using var row = store.Prepare(
            """
            INSERT INTO run_problem(seller_id, run_id, contract_id, problem_no, code, message, fix, blocks, is_notice)
            SELECT ?1, ?2, ?3, 1 + coalesce(max(problem_no), 0), ?4, ?5, ?6, 1, 0 FROM run_problem WHERE seller_id = ?1 AND run_id = ?2 AND contract_id = ?3
            """);
        row.Bind(1, seller).Bind(2, run.Id).Bind(3, contractId).Bind(4, problem.Code).Bind(5, problem.Message).Bind(6, problem.Fix).Run();
    }

    /// <summary>A problem: the contract's number, code, message, fix, whether it blocks, whether it is a notice, and its facts.</summary>
    internal static RunProblem ProblemAt(Statement row) => new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Boolean(4))
    {
        IsNotice = row.Boolean(5),
        Facts = [.. RunFactJson.Read(row.TextOrNull(6))],
    };

    private static RunHeader? Header(BillingStore store, string sql, long seller, string? number = null)
    {
        using var row = store.Prepare(sql);
        row.Bind(1, seller);
        if (number is not null)
        {
            row.Bind(2, number);
        }

        return HeaderAt(row);
    }

    private static RunHeader? HeaderAt(Statement row) => row.Step()
        ? new RunHeader(row.Int64(0), row.Text(1), row.Day(2), row.Day(3), row.Instant(4), (RunStatus)row.Int32(5), row.Text(6), row.IsNull(7) ? null : row.Int64(7))
        : null;

    private static long? Scalar(BillingStore store, string sql, params ReadOnlySpan<long> parameters)
    {
        using var statement = store.Prepare(sql);
        for (var i = 0; i < parameters.Length; i++)
        {
            statement.Bind(i + 1, parameters[i]);
        }

        return statement.Step() && !statement.IsNull(0) ? statement.Int64(0) : null;
    }

    /// <summary>The causes from a column on.</summary>
    internal static Variance VarianceAt(Statement row, int first)
    {
        var variance = default(Variance);
        foreach (var cause in Variance.Causes)
        {
            variance = variance.Plus(cause, row.Int64(first + (int)cause - 1));
        }

        return variance;
    }

    private static void Read(BillingStore store, string sql, Action<Statement> each, params ReadOnlySpan<long> parameters)
    {
        using var row = store.Prepare(sql);
        for (var i = 0; i < parameters.Length; i++)
        {
            row.Bind(i + 1, parameters[i]);
        }

        while (row.Step())
        {
            each(row);
        }
    }
}
