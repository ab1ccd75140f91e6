using System.Collections.Immutable;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>The rows of plans and chunks. A chunk's row decides whether it is done: whoever keeps a chunk, plans anew or gives up changes it first.</summary>
internal static class ChunkStore
{
    private const string ThisRun = "seller_id = ?1 AND run_id = ?2";

    /// <summary>Cuts a run that was just begun into chunks; in the transaction that begins it.</summary>
    internal static void Plan(BillingStore store, long seller, RunHeader run, int size, string version, DateTimeOffset at)
    {
        using (var plan = store.Prepare(
            """
            INSERT INTO run_plan(seller_id, run_id, plan, ledger_version, planned_at, planned_by, poster_starts)
            SELECT ?1, ?2, version, ?3, ?4, ?5, 0 FROM invoice_run WHERE seller_id = ?1 AND run_id = ?2
            """))
        {
            plan.Bind(1, seller).Bind(2, run.Id).Bind(3, version).Bind(4, at).Bind(5, run.CreatedBy).Run();
        }

        var number = Find(store, seller, run.Id)?.Number ?? throw new InvalidOperationException($"Run {run.Number} has no plan.");
        using var chunk = store.PrepareInsert(
            """
            INSERT INTO run_chunk(seller_id, run_id, chunk_no, plan, first_contract_id, last_contract_id, status, starts, contract_count)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """);
        chunk.Bind(1, seller).Bind(2, run.Id).Bind(4, number).Bind(7, (long)RunChunkStatus.Pending).Bind(8, 0L).Bind(9, 0L);
        var last = RunStore.LastContract(store, seller);
        var chunkNo = 0L;
        for (var first = 1L; first <= last; first += size)
        {
            chunk.Bind(3, ++chunkNo).Bind(5, first).Bind(6, Math.Min(last, first + size - 1)).Run();
        }
    }

    internal static RunPlan? Find(BillingStore store, long seller, long run)
    {
        using var row = store.Prepare($"SELECT plan, ledger_version, paused_at, posting_by, poster_starts FROM run_plan WHERE {ThisRun}");
        return row.Bind(1, seller).Bind(2, run).Step() ? new RunPlan(row.Int64(0), row.Text(1), !row.IsNull(2), row.TextOrNull(3), row.Int32(4)) : null;
    }

    /// <summary>Notes that a worker begins a chunk.</summary>
    /// <returns>The places of its contracts; null when it is done, given up, of another plan, or the run is paused.</returns>
    internal static (long First, long Last)? Take(BillingStore store, RunTask task, string worker, DateTimeOffset at)
    {
        using var take = store.Prepare(
            $"""
            UPDATE run_chunk SET status = 2, starts = starts + 1, worker = ?5, taken_at = ?6
            WHERE {ThisRun} AND chunk_no = ?3 AND plan = ?4 AND status < 3
              AND EXISTS (SELECT 1 FROM run_plan AS p WHERE p.seller_id = ?1 AND p.run_id = ?2 AND p.paused_at IS NULL)
            """);
        Bind(take, task).Bind(5, worker).Bind(6, at).Run();
        if (store.Changes != 1)
        {
            return null;
        }

        using var range = store.Prepare($"SELECT first_contract_id, last_contract_id FROM run_chunk WHERE {ThisRun} AND chunk_no = ?3 AND plan = ?4");
        return Bind(range, task).Step() ? (range.Int64(0), range.Int64(1)) : null;
    }

    /// <summary>Notes that a chunk is done, and keeps everybody else from it until the transaction ends.</summary>
    /// <returns>False when it was done before, or is not of the run as it is planned now: nothing is to be kept.</returns>
    internal static bool TryFinish(BillingStore store, RunTask task, string worker, DateTimeOffset at, int contracts)
    {
        using var done = store.Prepare(
            $"UPDATE run_chunk SET status = 3, worker = ?5, done_at = ?6, contract_count = ?7 WHERE {ThisRun} AND chunk_no = ?3 AND plan = ?4 AND status < 3");
        Bind(done, task).Bind(5, worker).Bind(6, at).Bind(7, contracts).Run();
        return store.Changes == 1;
    }

    /// <summary>Lets others begin a chunk that a worker has not finished.</summary>
    internal static void HandBack(BillingStore store, RunTask task, string worker)
    {
        using var back = store.Prepare($"UPDATE run_chunk SET status = 1, worker = NULL WHERE {ThisRun} AND chunk_no = ?3 AND plan = ?4 AND status = 2 AND worker = ?5");
        Bind(back, task).Bind(5, worker).Run();
    }

    /// <summary>Takes away what was kept for the contracts of a range, by whatever computed the run before.</summary>
    internal static void Clear(BillingStore store, long seller, long run, long first, long last)
    {
        foreach (var table in (ReadOnlySpan<string>)["run_problem", "run_item"])
        {
            using var delete = store.Prepare($"DELETE FROM {table} WHERE {ThisRun} AND contract_id BETWEEN ?3 AND ?4");
            delete.Bind(1, seller).Bind(2, run).Bind(3, first).Bind(4, last).Run();
        }
    }

    /// <summary>Whether every chunk of a run is done.</summary>
    internal static bool IsWhole(BillingStore store, long seller, long run)
    {
        using var row = store.Prepare($"SELECT 1 FROM run_chunk WHERE {ThisRun} AND status <> 3 LIMIT 1");
        return !row.Bind(1, seller).Bind(2, run).Step();
    }

    /// <summary>Notes who asked to post a run; a run that was previewed without workers is posted by them just as well.</summary>
    internal static void AskToPost(BillingStore store, long seller, RunHeader run, string version, string author, DateTimeOffset at)
    {
        using var ask = store.Prepare(
            """
            INSERT INTO run_plan(seller_id, run_id, plan, ledger_version, planned_at, planned_by, posting_at, posting_by, poster_starts)
            SELECT ?1, ?2, version, ?3, ?4, ?5, ?4, ?5, 0 FROM invoice_run WHERE seller_id = ?1 AND run_id = ?2
            ON CONFLICT (seller_id, run_id) DO UPDATE SET posting_at = ?4, posting_by = ?5
            """);
        ask.Bind(1, seller).Bind(2, run.Id).Bind(3, version).Bind(4, at).Bind(5, author).Run();
    }

    /// <summary>Notes that a worker begins to post a run.</summary>
    internal static void TakePosting(BillingStore store, RunTask task, string worker)
    {
        using var take = store.Prepare($"UPDATE run_plan SET poster = ?3, poster_starts = poster_starts + 1 WHERE {ThisRun}");
        take.Bind(1, task.SellerId).Bind(2, task.RunId).Bind(3, worker).Run();
    }

    /// <summary>Pauses a run, or lets it go on. Doing so twice is doing it once.</summary>
    internal static void Pause(BillingStore store, long seller, long run, DateTimeOffset? at, string? author)
    {
        using var pause = store.Prepare($"UPDATE run_plan SET paused_at = ?3, paused_by = ?4 WHERE {ThisRun}");
        pause.Bind(1, seller).Bind(2, run).Bind(3, at?.UtcTicks).Bind(4, author).Run();
    }

    /// <summary>What can be done now, for all sellers: chunks in the order of their numbers, what finishes a preview, what posts a run.</summary>
    internal static ImmutableArray<RunTask> Waiting(BillingStore store, string version, int limit)
    {
        var tasks = ImmutableArray.CreateBuilder<RunTask>();
        using var rows = store.Prepare(
            $"""
            SELECT * FROM (
                SELECT 1 AS kind, c.seller_id, c.run_id, c.plan, c.chunk_no
                FROM invoice_run AS r
                JOIN run_plan AS p ON p.seller_id = r.seller_id AND p.run_id = r.run_id
                JOIN run_chunk AS c ON c.seller_id = r.seller_id AND c.run_id = r.run_id
                WHERE r.status = {(int)RunStatus.Previewing} AND p.paused_at IS NULL AND p.ledger_version = ?1 AND c.status < 3
                UNION ALL
                SELECT CASE WHEN r.status = {(int)RunStatus.Posting} THEN 3 ELSE 2 END, p.seller_id, p.run_id, p.plan, 0
                FROM invoice_run AS r JOIN run_plan AS p ON p.seller_id = r.seller_id AND p.run_id = r.run_id
                WHERE p.paused_at IS NULL AND (r.status = {(int)RunStatus.Posting} AND p.posting_by IS NOT NULL
                    OR r.status = {(int)RunStatus.Previewing} AND NOT EXISTS (
                        SELECT 1 FROM run_chunk AS c WHERE c.seller_id = r.seller_id AND c.run_id = r.run_id AND c.status <> 3))) AS task
            ORDER BY kind DESC, chunk_no, seller_id, run_id LIMIT ?2
            """);
        rows.Bind(1, version).Bind(2, limit);
        while (rows.Step())
        {
            tasks.Add(new RunTask((RunTaskKind)rows.Int32(0), rows.Int64(1), rows.Int64(2), rows.Int64(3), rows.Int32(4)));
        }

        return tasks.ToImmutable();
    }

    /// <summary>How many chunks wait, and when the oldest plan among them was made.</summary>
    internal static (int Pending, DateTimeOffset? Oldest) Load(BillingStore store)
    {
        using var row = store.Prepare(
            $"""
            SELECT count(*), min(p.planned_at)
            FROM invoice_run AS r
            JOIN run_plan AS p ON p.seller_id = r.seller_id AND p.run_id = r.run_id
            JOIN run_chunk AS c ON c.seller_id = r.seller_id AND c.run_id = r.run_id
            WHERE r.status = {(int)RunStatus.Previewing} AND c.status < 3
            """);
        return row.Step() ? (row.Int32(0), row.IsNull(1) ? null : row.Instant(1)) : (0, null);
    }

    /// <summary>How far workers are with a run; null where they do not share it.</summary>
    internal static SharedRunProgress? Progress(BillingStore store, long seller, RunHeader run)
    {
        if (Find(store, seller, run.Id) is not { } plan)
        {
            return null;
        }

        using var row = store.Prepare(
            $"""
            SELECT count(*), count(*) FILTER (WHERE status = 3), count(*) FILTER (WHERE status = 2), coalesce(sum(contract_count), 0),
                coalesce(sum(CASE WHEN starts > 1 THEN starts - 1 ELSE 0 END), 0), count(DISTINCT worker), min(taken_at), max(done_at),
                (SELECT poster FROM run_plan WHERE {ThisRun}), count(*) FILTER (WHERE status < 3)
            FROM run_chunk WHERE {ThisRun}
            """);
        row.Bind(1, seller).Bind(2, run.Id).Step();
        var (chunks, done, contracts) = (row.Int32(0), row.Int32(1), row.Int32(3));
        decimal? rate = null;
        TimeSpan? remaining = null;
        if (done > 0 && !row.IsNull(6) && row.Instant(7) - row.Instant(6) is var took && took > TimeSpan.Zero)
        {
            rate = Math.Round(contracts * (decimal)TimeSpan.TicksPerSecond / took.Ticks, 1);
            remaining = took / done * row.Int32(9);
        }

        return new SharedRunProgress
        {
            Run = run.Number,
            IsPaused = plan.IsPaused,
            LedgerVersion = plan.LedgerVersion,
            Chunks = chunks,
            ChunksDone = done,
            ChunksTaken = row.Int32(2),
            Contracts = contracts,
            Repeats = row.Int32(4),
            Workers = row.Int32(5),
            PostingBy = plan.PostingBy,
            Poster = row.TextOrNull(8),
            Rate = rate,
            Remaining = remaining,
            Documents = (int)RunStore.DocumentCount(store, seller, run.Id),
            Posted = (int)RunStore.PostedCount(store, seller, run.Id),
        };
    }

    private static Statement Bind(Statement statement, RunTask task) =>
        statement.Bind(1, task.SellerId).Bind(2, task.RunId).Bind(3, task.Chunk).Bind(4, task.Plan);
}
