using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>Asks workers to make a run: <see cref="SharedRunWorker"/> on any number of machines does what is planned here. Reviewing, approving and cancelling are <see cref="RunEngine"/>'s.</summary>
/// <remarks>Whoever plans may die at once: what is to be done is in the database, with the run, in one transaction.</remarks>
/// <param name="store">The open database; it is not closed.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class SharedRuns(BillingStore store, TimeProvider clock)
{
    private readonly RunMoves _moves = new(store, clock);

    /// <summary>How many contracts a chunk has at most.</summary>
    public int ChunkSize { get; init; } = 500;

    /// <summary>The version of the program whose workers are to compute it.</summary>
    internal string Version { get; init; } = LedgerVersion.Current;

    /// <summary>Plans the preview that a request asks for. Two that ask at the same time get one run; one that is under way for the same days is left to it.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="request">What is to be billed. With a key that made a run before, that run is returned as it stands.</param>
    /// <param name="author">Who asks.</param>
    /// <exception cref="RunMoveException">Another run is open for a different day, this one is being posted, or a customer is unknown.</exception>
    /// <exception cref="StorageException">There is no such seller, or the database failed; nothing is half done.</exception>
    public RunSummary Preview(string seller, RunRequest request, string author)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentOutOfRangeException.ThrowIfLessThan(ChunkSize, 1);
        var owner = _moves.Owner(seller);
        using var transaction = store.Begin();
        var run = _moves.MadeBefore(owner, request) ?? UnderWay(owner, request);
        if (run is null)
        {
            run = _moves.Begin(owner, request, author);
            ChunkStore.Plan(store, owner.Id, run, ChunkSize, Version, clock.GetUtcNow());
        }

        transaction.Commit();
        return RunStore.Summary(store, owner.Id, run.Id);
    }

    /// <summary>Asks workers to post the approved run, or to go on with it.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="author">Who posts.</param>
    /// <exception cref="RunMoveException">There is no approved run.</exception>
    public RunSummary Post(string seller, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var owner = _moves.Owner(seller);
        using var transaction = store.Begin();
        var run = _moves.OpenRun(owner, RunAction.Post);
        if (run.Status != RunStatus.Posting)
        {
            run = _moves.MoveWithin(owner, run, RunAction.Post, author, byCreator: false);
        }

        ChunkStore.AskToPost(store, owner.Id, run, Version, author, clock.GetUtcNow());
        transaction.Commit();
        return RunStore.Summary(store, owner.Id, run.Id);
    }

    /// <summary>Lets no worker begin a chunk of the open run, or go on posting it beyond the documents that it is at.</summary>
    /// <exception cref="RunMoveException">There is no open run that workers share.</exception>
    public SharedRunProgress Pause(string seller, string author) => Pause(seller, author, clock.GetUtcNow());

    /// <summary>Lets workers go on with the open run.</summary>
    /// <exception cref="RunMoveException">There is no open run that workers share.</exception>
    public SharedRunProgress Resume(string seller, string author) => Pause(seller, author, null);

    /// <summary>How far workers are with the open run, or the one that was made last; null when they share none.</summary>
    public SharedRunProgress? Progress(string seller)
    {
        var owner = _moves.Owner(seller);
        var run = _moves.OpenOrLast(owner);
        return run is null ? null : ChunkStore.Progress(store, owner.Id, run);
    }

    private SharedRunProgress Pause(string seller, string author, DateTimeOffset? at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var owner = _moves.Owner(seller);
        using var transaction = store.Begin();
        var run = _moves.OpenRun(owner, RunAction.Post);
        if (ChunkStore.Find(store, owner.Id, run.Id) is not { } plan)
        {
            throw new RunMoveException(
                run.Status, RunAction.Post, RunRefusal.Status,
                $"Run {run.Number} is not shared by workers, so there is nothing to pause. Stop the program that computes it; what is done stays done.");
        }

        if (plan.IsPaused != at is not null)
        {
            ChunkStore.Pause(store, owner.Id, run.Id, at, at is null ? null : author);
            _moves.AuditOf(owner).Paused(run, author, isPaused: at is not null);
        }

        transaction.Commit();
        return ChunkStore.Progress(store, owner.Id, run) ?? throw new InvalidOperationException($"Run {run.Number} has no plan.");
    }

    // Pressing twice does one thing. What another version planned is planned anew: its workers may be gone.
    private RunHeader? UnderWay(StoredSeller owner, RunRequest request) =>
        RunStore.Open(store, owner.Id) is { Status: RunStatus.Previewing } open && open.Through == request.Through && open.IssueDay == (request.IssueDay ?? request.Through)
        && ChunkStore.Find(store, owner.Id, open.Id) is { } plan && plan.LedgerVersion == Version
            ? open
            : null;
}
