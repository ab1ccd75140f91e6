using System.Collections.Immutable;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Bills a month in controlled steps: preview, review, approve, post.</summary>
/// <remarks>
/// <para>A preview issues nothing. It freezes what is known at its instant; posting computes the same drafts again from that instant and
/// issues a document only where it is what was approved.</para>
/// <para>Posting goes in chunks. A chunk is one transaction that gives numbers, writes documents and moves the series; killed at any
/// instant, it has happened whole or not at all, and posting again goes on with what is left.</para>
/// <para>Every move is in the seller's log, written in the transaction that makes it.</para>
/// <para>Not thread-safe; several processes on one file wait for each other.</para>
/// </remarks>
/// <param name="store">The open database; the engine does not close it.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class RunEngine(BillingStore store, TimeProvider clock)
{
    private readonly RunMoves _moves = new(store, clock);

    /// <summary>How many contracts are previewed, or documents posted, in one transaction.</summary>
    public int ChunkSize { get; init; } = 2_000;

    /// <summary>What a preview asks about each draft beyond the engine's own findings, such as the rules of electronic invoices; null for nothing.</summary>
    public IDraftChecks? Checks { get; init; }

    /// <summary>Computes what every contract is billed through a day. Issues nothing; an open run for the same day is computed anew.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="through">The last due day, inclusive.</param>
    /// <param name="issueDay">The day on the documents; the last due day when null.</param>
    /// <param name="author">Who asks.</param>
    /// <param name="progress">Told after each chunk; null for nobody.</param>
    /// <param name="cancellation">Stops between chunks; what was computed is thrown away with the next preview.</param>
    /// <exception cref="RunMoveException">Another run is open for a different day, or this one is being posted.</exception>
    /// <exception cref="StorageException">There is no such seller, or the database failed; nothing is half done.</exception>
    public RunSummary Preview(
        string seller, DateOnly through, DateOnly? issueDay, string author, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default) =>
        Preview(seller, new RunRequest(through) { IssueDay = issueDay }, author, progress, cancellation);

    /// <summary>Computes what a request asks for. Issues nothing; an open run for the same day is computed anew, and keeps what people decided.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="request">What is to be billed. With a key that made a run before, that run is returned as it stands; only a preview that was cut off is built again.</param>
    /// <param name="author">Who asks.</param>
    /// <param name="progress">Told after each chunk; null for nobody.</param>
    /// <param name="cancellation">Stops between chunks; what was computed is thrown away with the next preview.</param>
    /// <exception cref="RunMoveException">Another run is open for a different day, this one is being posted, or a customer is unknown.</exception>
    /// <exception cref="StorageException">There is no such seller, or the database failed; nothing is half done.</exception>
    public RunSummary Preview(
        string seller, RunRequest request, string author, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var owner = _moves.Owner(seller);
        RunHeader run;
        using (var transaction = store.Begin())
        {
            if (_moves.MadeBefore(owner, request) is { } made)
            {
                return RunStore.Summary(store, owner.Id, made.Id);
            }

            run = _moves.Begin(owner, request, author);
            transaction.Commit();
        }

        using (var previewer = new RunPreviewer(store, owner, run, ChunkSize, Checks))
        {
            previewer.Preview(progress, cancellation);
        }

        return Moved(owner, run, RunAction.FinishPreview, author);
    }

    /// <summary>The open run, or else the one that was made last; null when there is none.</summary>
    public RunSummary? Status(string seller)
    {
        var owner = _moves.Owner(seller);
        var run = _moves.OpenOrLast(owner);
        return run is null ? null : RunStore.Summary(store, owner.Id, run.Id);
    }

    /// <summary>What a run lists as wrong or worth a look, those that block first.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number.</param>
    /// <exception cref="RunMoveException">There is no such run.</exception>
    public ImmutableArray<RunProblem> Problems(string seller, string number)
    {
        var owner = _moves.Owner(seller);
        return RunStore.Problems(store, owner.Id, ByNumber(owner, number).Id);
    }

    /// <summary>What a run says of its contracts, the largest change first.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number.</param>
    /// <param name="limit">At most so many.</param>
    /// <exception cref="RunMoveException">There is no such run.</exception>
    public ImmutableArray<RunItem> Items(string seller, string number, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var owner = _moves.Owner(seller);
        return RunStore.Items(store, owner.Id, ByNumber(owner, number).Id, limit);
    }

    /// <summary>Says that the open run was looked at.</summary>
    /// <exception cref="RunMoveException">There is no open run, or it is not previewed.</exception>
    public RunSummary Review(string seller, string author) => MoveOpen(seller, author, RunAction.Review);

    /// <summary>Releases the open run for posting: a second person must, unless the seller is one person.</summary>
    /// <exception cref="RunMoveException">There is no open run, it is not reviewed, or the same person made it.</exception>
    public RunSummary Approve(string seller, string author) => MoveOpen(seller, author, RunAction.Approve);

    /// <summary>Gives up the open run. Nothing was issued and no number was used.</summary>
    /// <exception cref="RunMoveException">There is no open run, or it is being posted.</exception>
    public RunSummary Cancel(string seller, string author) => MoveOpen(seller, author, RunAction.Cancel);

    /// <summary>Issues the documents of the approved run, or goes on where it was interrupted.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="author">Who posts.</param>
    /// <param name="progress">Told after each chunk; null for nobody.</param>
    /// <param name="cancellation">Stops between chunks; what is posted stays posted.</param>
    /// <exception cref="RunMoveException">There is no approved run.</exception>
    /// <exception cref="StorageException">The database failed, or a server was away for more than a minute; every chunk has happened whole or not at all, and posting again goes on.</exception>
    public RunSummary Post(string seller, string author, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var owner = _moves.Owner(seller);
        var run = _moves.OpenRun(owner, RunAction.Post);
        if (run.Status == RunStatus.Posting)
        {
            _moves.Record(() => _moves.AuditOf(owner).PostingResumed(run, author));
        }
        else
        {
            run = _moves.Move(owner, run, RunAction.Post, author, byCreator: false);
        }

        try
        {
            return PostAll(owner, run, author, progress, cancellation);
        }
        catch (OperationCanceledException)
        {
            _moves.Record(() => _moves.AuditOf(owner).PostingStopped(run, author));
            throw;
        }
    }

    // A server that is away for a while ends nothing. What was being committed when it went may have been kept or not, so each attempt begins with what is stored.
    private RunSummary PostAll(StoredSeller owner, RunHeader run, string author, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var (patience, posted) = (new StorePatience(store), RunStore.PostedCount(store, owner.Id, run.Id));
        while (true)
        {
            try
            {
                if (RunStore.ByNumber(store, owner.Id, run.Number) is { Status: RunStatus.Posted })
                {
                    return RunStore.Summary(store, owner.Id, run.Id);
                }

                if (RunStore.PostedCount(store, owner.Id, run.Id) is var now && now > posted)
                {
                    patience.Renew();
                    posted = now;
                }

                using (var poster = new RunPoster(store, owner, run, ChunkSize, clock))
                {
                    poster.Post(progress, cancellation);
                }

                return Moved(owner, run, RunAction.FinishPosting, author);
            }
            catch (StorageException exception) when (patience.Allows(exception))
            {
                patience.Wait(cancellation);
            }
        }
    }

    /// <summary>What posting the open run would issue: does all of it, numbers included, and takes it back.</summary>
    /// <exception cref="RunMoveException">There is no open run, or nothing is previewed yet.</exception>
    public RunSummary RehearsePost(string seller, CancellationToken cancellation = default)
    {
        var owner = _moves.Owner(seller);
        var run = _moves.OpenRun(owner, RunAction.Post);
        if (run.Status == RunStatus.Previewing)
        {
            throw new RunMoveException(run.Status, RunAction.Post, RunLifecycle.Allowed(run.Status));
        }

        using var poster = new RunPoster(store, owner, run, ChunkSize, clock);
        return poster.Rehearse(cancellation);
    }

    /// <summary>The instant to record an amendment or a count at: now by the clock, but after everything that a run of the seller knew.</summary>
    /// <remarks>A clock that was set back would otherwise hide a new record among what earlier runs had seen, and no run would bill it.</remarks>
    /// <param name="seller">The seller's code.</param>
    /// <exception cref="StorageException">There is no such seller.</exception>
    public DateTimeOffset InstantToRecord(string seller)
    {
        var now = clock.GetUtcNow();
        var last = RunStore.LastInstant(store, _moves.Owner(seller).Id);
        return last < now ? now : last.AddTicks(1);
    }

    private RunHeader ByNumber(StoredSeller owner, string number) => RunStore.ByNumber(store, owner.Id, number)
        ?? throw new RunMoveException(RunStatus.Cancelled, RunAction.Review, RunRefusal.NoRun, $"There is no run '{number}' for '{owner.Seller.Code}'.");

    private RunSummary MoveOpen(string seller, string author, RunAction action)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var owner = _moves.Owner(seller);
        var run = _moves.OpenRun(owner, action);
        var byCreator = string.Equals(author, run.CreatedBy, StringComparison.OrdinalIgnoreCase);
        if (action == RunAction.Approve)
        {
            RunLifecycle.Next(run.Status, action);
            RunLifecycle.CheckApprover(run.Status, author, run.CreatedBy, owner.Seller.OnePerson);
            byCreator |= CheckDecisions(owner, run, author);
        }

        _moves.Move(owner, run, action, author, byCreator);
        return RunStore.Summary(store, owner.Id, run.Id);
    }

    // Who changed what is billed has made the run as much as who began it.
    private bool CheckDecisions(StoredSeller owner, RunHeader run, string author)
    {
        var decided = RunStore.HasDecided(store, owner.Id, run.Id, author);
        if (decided && !owner.Seller.OnePerson)
        {
            throw new RunMoveException(
                run.Status, RunAction.Approve, RunRefusal.SameDecider,
                $"'{author}' left contracts out of this run, held them or gave a credit, and cannot approve it: a second person must. If the seller is one person, record that in its settings.");
        }

        if (RunStore.HasUnseenCredit(store, owner.Id, run))
        {
            throw new RunMoveException(
                run.Status, RunAction.Approve, RunRefusal.CreditNotPreviewed,
                $"A credit was given or taken back after the preview of {run.Number} was built. Preview it again, so that it is in what is approved.");
        }

        return RunStore.Unresolved(store, owner.Id, run.Id) is var unresolved and > 0
            ? throw new RunMoveException(
                run.Status, RunAction.Approve, RunRefusal.Unresolved,
                FormattableString.Invariant($"{unresolved} contracts of {run.Number} are blocked. Put each right and preview again, check it where it can be billed as it is, or leave it out with a reason: msp run problems."))
            : decided;
    }

    private RunSummary Moved(StoredSeller owner, RunHeader run, RunAction action, string author)
    {
        _moves.Move(owner, run, action, author, byCreator: false);
        return RunStore.Summary(store, owner.Id, run.Id);
    }
}
