using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Begins runs and moves them, each move with its entry in the log, in one transaction. Whoever computes and posts goes through it.</summary>
/// <param name="store">The open database.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
internal sealed class RunMoves(BillingStore store, TimeProvider clock)
{
    /// <summary>The seller of a code.</summary>
    /// <exception cref="StorageException">There is none.</exception>
    internal StoredSeller Owner(string code) => new SellerBook(store).Find(code) is var (id, seller, _)
        ? new StoredSeller(id, seller)
        : throw new StorageException(StorageFault.Refused, $"There is no seller '{code}' in '{store.Path}'. Create it with 'msp init', or name another.");

    /// <summary>The seller of a number in storage.</summary>
    internal static StoredSeller OwnerOf(BillingStore store, long id) =>
        new StoredSeller(id, new SellerBook(store).All().Single(found => found.Id == id).Seller);

    /// <summary>Begins a run, or empties the open one for the same days so that it is computed anew; within a transaction.</summary>
    /// <exception cref="RunMoveException">Another run is open for different days, this one is being posted, or a customer is unknown.</exception>
    internal RunHeader Begin(StoredSeller owner, RunRequest request, string author)
    {
        var (through, issueDay) = (request.Through, request.IssueDay ?? request.Through);
        var open = RunStore.Open(store, owner.Id);
        CheckOpen(open, through, issueDay);
        var customers = open is null ? CustomersOf(owner, request) : [];
        var run = RunStore.Begin(store, owner.Id, open, through, issueDay, InstantAfterEverything(owner.Id), author, request.Key, customers);
        AuditOf(owner).PreviewStarted(run);
        return run;
    }

    /// <summary>The run that a request with a key made before, beyond its preview; null where there is none.</summary>
    internal RunHeader? MadeBefore(StoredSeller owner, RunRequest request) =>
        request.Key is { } key && RunStore.ByKey(store, owner.Id, key) is { Status: not RunStatus.Previewing } made ? made : null;

    /// <summary>The open run.</summary>
    /// <exception cref="RunMoveException">There is none.</exception>
    internal RunHeader OpenRun(StoredSeller owner, RunAction action) => RunStore.Open(store, owner.Id)
        ?? throw new RunMoveException(RunStatus.Posted, action, RunRefusal.NoRun, $"There is no open run for '{owner.Seller.Code}'. Preview one first: msp run preview --through DATE.");

    /// <summary>The open run, or else the one that was made last; null when there is none.</summary>
    internal RunHeader? OpenOrLast(StoredSeller owner) => RunStore.Open(store, owner.Id) ?? RunStore.Latest(store, owner.Id);

    /// <summary>Moves a run in a transaction of its own.</summary>
    internal RunHeader Move(StoredSeller owner, RunHeader run, RunAction action, string author, bool byCreator)
    {
        using var transaction = store.Begin();
        var moved = MoveWithin(owner, run, action, author, byCreator);
        transaction.Commit();
        return moved;
    }

    /// <summary>Moves a run in the transaction that is open.</summary>
    internal RunHeader MoveWithin(StoredSeller owner, RunHeader run, RunAction action, string author, bool byCreator)
    {
        var moved = RunStore.Move(store, owner.Id, run, action, author, clock.GetUtcNow(), byCreator);
        AuditOf(owner).Moved(run, action, moved.Status, author, byCreator);
        return moved;
    }

    internal RunAudit AuditOf(StoredSeller owner) => new(store, owner, clock);

    /// <summary>Writes into the log in a transaction of its own.</summary>
    internal void Record(Action append)
    {
        using var transaction = store.Begin();
        append();
        transaction.Commit();
    }

    private static void CheckOpen(RunHeader? open, DateOnly through, DateOnly issueDay)
    {
        if (open is null)
        {
            return;
        }

        if (open.Status == RunStatus.Posting)
        {
            throw new RunMoveException(
                open.Status, RunAction.Preview, RunRefusal.OtherRun, $"Run {open.Number} is being posted. Post again to finish it, then preview the next one.");
        }

        if (open.Through != through || open.IssueDay != issueDay)
        {
            throw new RunMoveException(
                open.Status, RunAction.Preview, RunRefusal.OtherRun,
                FormattableString.Invariant(
                    $"Run {open.Number} through {open.Through:yyyy-MM-dd}, issued on {open.IssueDay:yyyy-MM-dd}, is open ({open.Status}). Post or cancel it first: one run is made at a time."));
        }
    }

    private List<long> CustomersOf(StoredSeller owner, RunRequest request)
    {
        using var row = store.Prepare("SELECT customer_id FROM customer WHERE seller_id = ?1 AND number = ?2");
        var ids = new List<long>();
        foreach (var number in request.Customers.Distinct(StringComparer.Ordinal))
        {
            if (!row.Bind(1, owner.Id).Bind(2, number).Step())
            {
                throw new RunMoveException(RunStatus.Previewing, RunAction.Preview, RunRefusal.NoCustomer, $"There is no customer '{number}' for '{owner.Seller.Code}'.");
            }

            ids.Add(row.Int64(0));
            row.Reset();
        }

        return ids;
    }

    // A clock that was set back must not hide what was recorded while it was ahead.
    private DateTimeOffset InstantAfterEverything(long seller)
    {
        var now = clock.GetUtcNow();
        var last = RunStore.LastInstant(store, seller);
        return last > now ? last : now;
    }
}
