using System.Collections.Immutable;
using System.Diagnostics;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>Does what <see cref="SharedRuns"/> planned, beside any number of others on the same database.</summary>
/// <remarks>
/// <para>A task may be handed to several workers, and a worker may die or sleep in it at any instant: a chunk is computed outside of any transaction and
/// kept in one, which changes the chunk's row first and keeps nothing when that is done. Who posts holds the seller, transaction by transaction.</para>
/// <para>Safe to use from several threads: each task opens connections of its own.</para>
/// </remarks>
/// <param name="database">The database's file or connection string.</param>
/// <param name="name">What the worker is called in what is recorded; no two have the same.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class SharedRunWorker(string database, string name, TimeProvider clock)
{
    /// <summary>How many documents are posted in one transaction.</summary>
    public int PostingChunk { get; init; } = 2_000;

    /// <summary>What a preview asks about each draft beyond the engine's own findings; null for nothing. All workers must ask the same.</summary>
    public IDraftChecks? Checks { get; init; }

    /// <summary>The version of the program; tasks of another one are left to others.</summary>
    internal string Version { get; init; } = LedgerVersion.Current;

    /// <summary>What can be done now.</summary>
    /// <param name="limit">At most so many.</param>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    public ImmutableArray<RunTask> Waiting(int limit)
    {
        using var store = BillingStorage.Open(database);
        return ChunkStore.Waiting(store, Version, limit);
    }

    /// <summary>What waits, for those who watch; told to the meter as well.</summary>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    public WorkState Measure()
    {
        using var store = BillingStorage.Open(database);
        var (pending, oldest) = ChunkStore.Load(store);
        var now = clock.GetUtcNow();
        var state = new WorkState(pending, oldest is { } since && since < now ? now - since : TimeSpan.Zero, store.Now() is { } server ? now - server : TimeSpan.Zero);
        RunSignals.Note(state);
        return state;
    }

    /// <summary>Ends the sessions of programs that sleep in the middle of a copy and hold what the others wait for. The server ends those that sleep elsewhere by itself.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    internal int EndSilent()
    {
        using var store = BillingStorage.Open(database);
        return store.EndSilent();
    }

    /// <summary>Does a task, unless it is done or not due.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cancellation">Asks to stop: what is not kept is handed back, and others go on with it.</param>
    /// <exception cref="StorageException">The database failed, or another program writes for the seller and does not finish; the task can be done again.</exception>
    public TaskOutcome Do(RunTask task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        using var store = BillingStorage.Open(database);
        if (RunStore.ById(store, task.SellerId, task.RunId) is not { } run || ChunkStore.Find(store, task.SellerId, task.RunId) is not { } plan || plan.IsPaused)
        {
            return TaskOutcome.NotDue;
        }

        using var span = RunSignals.Begin(task, run);
        var owner = RunMoves.OwnerOf(store, task.SellerId);
        var outcome = task.Kind switch
        {
            RunTaskKind.Posting => Post(store, owner, run, plan, task, cancellation),
            _ when plan.LedgerVersion != Version => TaskOutcome.OtherVersion,
            _ when run.Status != RunStatus.Previewing || plan.Number != task.Plan => TaskOutcome.NotDue,
            RunTaskKind.Chunk => Preview(store, owner, run, task, cancellation),
            _ => Finish(store, owner, task),
        };
        if (outcome == TaskOutcome.Repeated)
        {
            RunSignals.Repeated(task.Kind);
        }

        span?.SetTag("outcome", outcome.ToString());
        return outcome;
    }

    private TaskOutcome Preview(BillingStore store, StoredSeller owner, RunHeader run, RunTask task, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        if (ChunkStore.Take(store, task, name, clock.GetUtcNow()) is not var (first, last))
        {
            return ChunkStore.Find(store, owner.Id, run.Id) is { IsPaused: false } ? TaskOutcome.Repeated : TaskOutcome.NotDue;
        }

        var looked = new List<PreviewedContract>();
        using (var look = new ContractLook(store, owner, run, RunBrief.Of(store, owner.Id, run, Checks), int.MaxValue))
        {
            foreach (var batch in look.Between(first, last))
            {
                looked.AddRange(batch);
                if (cancellation.IsCancellationRequested)
                {
                    ChunkStore.HandBack(store, task, name);
                    return TaskOutcome.HandedBack;
                }
            }
        }

        if (!Keep(store, task, first, last, looked))
        {
            return TaskOutcome.Repeated;
        }

        RunSignals.Kept(looked.Sum(contract => contract.Problems.Count), Stopwatch.GetElapsedTime(start));
        if (ChunkStore.IsWhole(store, task.SellerId, task.RunId))
        {
            Finish(store, owner, task);
        }

        return TaskOutcome.Kept;
    }

    private bool Keep(BillingStore store, RunTask task, long first, long last, List<PreviewedContract> looked)
    {
        using var transaction = store.BeginBeside();
        if (!ChunkStore.TryFinish(store, task, name, clock.GetUtcNow(), looked.Count))
        {
            return false;
        }

        ChunkStore.Clear(store, task.SellerId, task.RunId, first, last);
        using (var items = new RunItemWriter(store, task.SellerId, task.RunId))
        {
            foreach (var contract in looked)
            {
                items.Keep(contract);
            }
        }

        transaction.Commit();
        return true;
    }

    // Who is first moves the run on; the others find that it has moved.
    private TaskOutcome Finish(BillingStore store, StoredSeller owner, RunTask task)
    {
        using var transaction = store.Begin(owner.Id);
        if (RunStore.ById(store, owner.Id, task.RunId) is not { Status: RunStatus.Previewing } run
            || ChunkStore.Find(store, owner.Id, run.Id)?.Number != task.Plan || !ChunkStore.IsWhole(store, owner.Id, run.Id))
        {
            return TaskOutcome.Repeated;
        }

        using (var items = new RunItemWriter(store, owner.Id, run.Id))
        {
            RunDuplicates.Flag(store, owner.Id, run, items);
        }

        RunStore.Total(store, owner.Id, run);
        new RunMoves(store, clock).MoveWithin(owner, run, RunAction.FinishPreview, run.CreatedBy, byCreator: false);
        transaction.Commit();
        return TaskOutcome.Kept;
    }

    private TaskOutcome Post(BillingStore store, StoredSeller owner, RunHeader run, RunPlan plan, RunTask task, CancellationToken cancellation)
    {
        if (run.Status == RunStatus.Posted)
        {
            return TaskOutcome.Repeated;
        }

        if (run.Status != RunStatus.Posting || plan.PostingBy is not { } author)
        {
            return TaskOutcome.NotDue;
        }

        var moves = new RunMoves(store, clock);
        using (var transaction = store.Begin(owner.Id))
        {
            if (RunStore.ById(store, owner.Id, run.Id) is not { Status: RunStatus.Posting })
            {
                return TaskOutcome.Repeated;
            }

            ChunkStore.TakePosting(store, task, name);
            if (plan.PosterStarts > 0)
            {
                moves.AuditOf(owner).PostingResumed(run, author);
            }

            transaction.Commit();
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            using var poster = new RunPoster(store, owner, run, PostingChunk, clock);
            poster.Post(new Watch(store, run, owner.Id, stop), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            moves.Record(() => moves.AuditOf(owner).PostingStopped(run, author));
            return cancellation.IsCancellationRequested ? TaskOutcome.HandedBack : TaskOutcome.NotDue;
        }

        using var end = store.Begin(owner.Id);
        if (RunStore.ById(store, owner.Id, run.Id) is not { Status: RunStatus.Posting } posted)
        {
            return TaskOutcome.Repeated;
        }

        moves.MoveWithin(owner, posted, RunAction.FinishPosting, author, byCreator: false);
        end.Commit();
        return TaskOutcome.Kept;
    }

    /// <summary>Counts what is posted, and stops between transactions when somebody paused the run.</summary>
    private sealed class Watch(BillingStore store, RunHeader run, long seller, CancellationTokenSource stop) : IProgress<RunProgress>
    {
        private int _done = (int)RunStore.PostedCount(store, seller, run.Id);

        public void Report(RunProgress value)
        {
            RunSignals.Posted(value.Done - _done);
            _done = value.Done;
            if (ChunkStore.Find(store, seller, run.Id)?.IsPaused == true)
            {
                stop.Cancel();
            }
        }
    }
}
