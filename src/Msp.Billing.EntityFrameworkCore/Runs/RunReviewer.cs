using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Decides about the contracts of a run that is in review: checks, leaves out, holds, credits, and takes each back.</summary>
/// <remarks>
/// <para>Every decision is kept with its author, instant and reason, and survives a preview that is built again. A check holds for what was looked at: when
/// the contract is billed something else, its flag comes back.</para>
/// <para>What a decision changes is computed at once for its contract, from the instant that the run knows; only a credit is an amendment of the contract
/// and needs the preview built again.</para>
/// <para>Not thread-safe; several processes on one file wait for each other.</para>
/// </remarks>
/// <param name="store">The open database.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class RunReviewer(BillingStore store, TimeProvider clock)
{
    /// <summary>What a preview asks about each draft beyond the engine's own findings; null for nothing. The same as the engine's.</summary>
    public IDraftChecks? Checks { get; init; }

    /// <summary>What was decided about a run, the latest first, with the holds that keep contracts out of it.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number.</param>
    /// <exception cref="RunMoveException">There is no such run.</exception>
    public ImmutableArray<RunDecision> Decisions(string seller, string number)
    {
        var owner = Owner(seller);
        return RunDecisions.Of(store, owner.Id, Run(owner, number));
    }

    /// <summary>Marks every flag of a contract as looked at.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number.</param>
    /// <param name="contract">The contract's number.</param>
    /// <param name="author">Who looked.</param>
    /// <returns>How many flags were marked; none when all were before.</returns>
    /// <exception cref="RunMoveException">The run is not in review, has no such contract, or the contract cannot be billed.</exception>
    public int Check(string seller, string number, string contract, string author) => Decide(seller, number, author, AuditActions.RunChecked, (owner, run) =>
    {
        var id = Item(owner, run, contract).Id;
        var marked = Check(owner, run, id, null, author);
        return marked == 0 && RunStore.Problems(store, owner.Id, run.Id).Any(problem => problem.Contract == contract && problem.Blocks && !IsCheckable(owner, run, id))
            ? throw Refused(run, RunRefusal.CannotBeChecked, $"{contract} cannot be billed: put it right and preview again, or leave it out with a reason.")
            : (marked, contract, null);
    });

    /// <summary>Marks a kind of flag as looked at for every contract of the run that has it.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number.</param>
    /// <param name="code">The flag's code, one of <see cref="RunProblemCodes"/>.</param>
    /// <param name="author">Who looked.</param>
    /// <returns>How many flags were marked.</returns>
    /// <exception cref="RunMoveException">The run is not in review.</exception>
    public int CheckAll(string seller, string number, string code, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return Decide(seller, number, author, AuditActions.RunChecked, (owner, run) => (Check(owner, run, null, code, author), null, code));
    }

    /// <summary>Leaves a contract out of this run. The next run bills what is due by then.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number.</param>
    /// <param name="contract">The contract's number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="author">Who decides.</param>
    /// <exception cref="RunMoveException">The run is not in review, or has no such contract.</exception>
    public void LeaveOut(string seller, string number, string contract, string reason, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Decide(seller, number, author, AuditActions.RunLeftOut, (owner, run) =>
        {
            var (id, outcome) = Item(owner, run, contract);
            return (outcome == RunOutcome.LeftOut ? 0 : LeaveOut(owner, run, [id], reason, author), contract, reason);
        });
    }

    /// <summary>Leaves every contract out that cannot be billed, so that the others can be approved.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="author">Who decides.</param>
    /// <returns>How many were left out.</returns>
    /// <exception cref="RunMoveException">The run is not in review.</exception>
    public int LeaveOutBlocked(string seller, string number, string reason, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Decide(seller, number, author, AuditActions.RunLeftOut, (owner, run) => (LeaveOut(owner, run, Blocked(owner, run), reason, author), null, reason));
    }

    /// <summary>Holds a contract: every run through a day before the given one leaves it out, also those that are not begun yet.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="contract">The contract's number.</param>
    /// <param name="until">The first day through which a run bills it again.</param>
    /// <param name="reason">Why.</param>
    /// <param name="author">Who decides.</param>
    /// <exception cref="RunMoveException">A run is open that would not be held back by it, or that is approved already; or there is no such contract.</exception>
    public void Hold(string seller, string contract, DateOnly until, string reason, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        using var transaction = store.Begin();
        var owner = Owner(seller);
        var id = ContractId(owner, contract);
        var run = RunStore.Open(store, owner.Id);
        if (run is { IsInReview: false, Status: not RunStatus.Previewing })
        {
            throw Refused(run, RunRefusal.TooLate, $"{run.Number} is {run.Status}: preview it again to hold {contract} back from it, or hold it once the run is posted.");
        }

        if (run is not null && until <= run.Through)
        {
            throw Refused(run, RunRefusal.HoldsNothing, FormattableString.Invariant($"{run.Number} bills through {run.Through:yyyy-MM-dd}: to hold {contract} back from it, give a later day than that, not {until:yyyy-MM-dd}."));
        }

        RunDecisions.Append(store, owner.Id, run?.Id, id, RunDecisionKind.Held, reason.Trim(), author, clock.GetUtcNow(), until: until);
        if (run is { IsInReview: true })
        {
            Redraft(owner, run, [id]);
        }

        Audit(owner, run?.Number ?? contract, author, AuditActions.RunHeld, json =>
        {
            json.WriteString("contract", contract);
            json.WriteString("until", until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("reason", reason.Trim());
        });
        transaction.Commit();
    }

    /// <summary>Gives a customer an amount on the contract's next document: an amendment of the contract, which the run sees once its preview is built again.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="number">The run's number.</param>
    /// <param name="contract">The contract's number.</param>
    /// <param name="lineId">The line that it makes up for, which decides its tax and account.</param>
    /// <param name="amount">What is given, above zero, in the contract's currency; before tax, or with it where prices include tax.</param>
    /// <param name="name">What the document prints.</param>
    /// <param name="reason">Why; not printed.</param>
    /// <param name="author">Who decides.</param>
    /// <exception cref="RunMoveException">The run is not in review, has no document for the contract, or bills less than the amount.</exception>
    /// <exception cref="AmendmentException">The contract has no such line, or is over.</exception>
    public void Credit(string seller, string number, string contract, int lineId, decimal amount, string name, string reason, string author)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Decide(seller, number, author, AuditActions.RunCredited, (owner, run) =>
        {
            var id = Item(owner, run, contract).Id;
            using var reader = new ContractReader(store, owner.Id);
            var stored = reader.Read(run.Through, run.PreviousId, id, id).Single();
            var given = new Money(amount, stored.Contract.Terms.Currency);
            var most = MostCredit(owner, run, stored, lineId);
            if (given.MinorUnits > most)
            {
                var limit = Money.FromMinorUnits(most, given.Currency);
                throw Refused(run, RunRefusal.CreditTooLarge, FormattableString.Invariant(
                    $"{run.Number} bills {contract} {limit.Amount:0.00##} {limit.Currency.Code} that is taxed like line {lineId}; a credit of {given.Amount:0.00##} is more. Credit the invoice that was posted, or give at most {limit.Amount:0.00##}."));
            }

            var day = run.IssueDay < run.Through ? run.IssueDay : run.Through;
            var at = new RunEngine(store, clock).InstantToRecord(seller);
            var amendment = stored.Contract.AddCredit(new AmendmentNote(day, at, author, reason.Trim()), lineId, given, name);
            if (IsBilled(owner, run, stored, at) is not { } billed || billed < -given.MinorUnits)
            {
                throw Refused(run, RunRefusal.CreditNotDue, FormattableString.Invariant($"{contract} does not bill on {day:yyyy-MM-dd}, so the credit would not be given. Credit the invoice that was posted."));
            }

            using (var writer = new AmendmentWriter(store, owner.Id))
            {
                writer.Append(id, amendment);
            }

            RunDecisions.Append(store, owner.Id, run.Id, id, RunDecisionKind.Credited, reason.Trim(), author, at, amount: given.MinorUnits, amendment: amendment.Number);
            return (1, contract, reason);
        });
    }

    /// <summary>Takes a decision back. What it changed is computed again; a credit is taken out of the contract by another amendment.</summary>
    /// <param name="seller">The seller's code.</param>
    /// <param name="decision">The decision's number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="author">Who decides.</param>
    /// <exception cref="RunMoveException">There is no such decision, it was taken back, or its run has gone on since.</exception>
    public void Undo(string seller, long decision, string reason, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        using var transaction = store.Begin();
        var owner = Owner(seller);
        if (RunDecisions.Find(store, owner.Id, decision) is not var (found, runId, contractId, amendment) || found.Kind == RunDecisionKind.Undone || IsUndone(owner, decision))
        {
            throw new RunMoveException(RunStatus.Previewed, RunAction.Review, RunRefusal.NoDecision, FormattableString.Invariant($"There is no decision {decision} that can be taken back."));
        }

        var open = RunStore.Open(store, owner.Id);
        var isOfOpen = open is not null && (runId == open.Id || found.Kind == RunDecisionKind.Held);
        if ((found.Kind != RunDecisionKind.Held && !isOfOpen) || (isOfOpen && open is { IsInReview: false, Status: not RunStatus.Previewing }))
        {
            throw new RunMoveException(
                open?.Status ?? RunStatus.Posted, RunAction.Review, RunRefusal.TooLate,
                FormattableString.Invariant($"Decision {decision} is of a run that has gone on since. Preview the run again first, or correct its documents."));
        }

        var at = new RunEngine(store, clock).InstantToRecord(seller);
        if (found.Kind == RunDecisionKind.Credited && amendment is { } number)
        {
            TakeCreditBack(owner, found.Contract, contractId, number, at, author, reason);
        }

        RunDecisions.Append(store, owner.Id, isOfOpen ? open?.Id : runId, contractId, RunDecisionKind.Undone, reason.Trim(), author, at, undoes: decision);
        if (open is { IsInReview: true } && found.Kind is RunDecisionKind.LeftOut or RunDecisionKind.Held)
        {
            Redraft(owner, open, [contractId]);
        }
        else if (open is not null)
        {
            RunStore.Touch(store, owner.Id, open.Id);
        }

        Audit(owner, open?.Number ?? found.Contract, author, AuditActions.RunDecisionUndone, json =>
        {
            json.WriteNumber("decision", decision);
            json.WriteString("contract", found.Contract);
            json.WriteString("reason", reason.Trim());
        });
        transaction.Commit();
    }

    private bool IsUndone(StoredSeller owner, long decision)
    {
        using var row = store.Prepare("SELECT 1 FROM run_decision WHERE seller_id = ?1 AND undoes = ?2");
        return row.Bind(1, owner.Id).Bind(2, decision).Step();
    }

    private void TakeCreditBack(StoredSeller owner, string contract, long contractId, int amendment, DateTimeOffset at, string author, string reason)
    {
        using var reader = new ContractReader(store, owner.Id);
        using var writer = new AmendmentWriter(store, owner.Id);
        var stored = reader.Find(contract) ?? throw new InvalidOperationException($"Contract {contract} is not there.");
        if (stored.Contract.Amendments.Single(one => one.Number == amendment) is Amendment.LineAdded added)
        {
            writer.Append(contractId, stored.Contract.RemoveLine(new AmendmentNote(added.Day, at, author, reason.Trim()), added.Line.Id));
        }
    }

    // What the draft bills that is taxed as the line is: a credit of more would give back tax that nobody paid.
    private long MostCredit(StoredSeller owner, RunHeader run, StoredContract stored, int lineId)
    {
        var draft = new ContractDrafter(store, owner.Id, run).Draft(stored).Draft;
        var like = stored.Contract.AllLines().FirstOrDefault(line => line.Id == lineId)?.Charge.TaxCategory;
        return draft is null ? 0 : draft.Lines.Where(line => like is null || line.Source.Charge.TaxCategory == like).Sum(line => line.MinorUnits);
    }

    private long? IsBilled(StoredSeller owner, RunHeader run, StoredContract stored, DateTimeOffset at)
    {
        var draft = new ContractDrafter(store, owner.Id, run with { KnownAt = at }).Draft(stored).Draft;
        return draft?.Lines.Where(line => line.Kind == InvoiceLineKind.OneOff && line.MinorUnits < 0).OrderBy(line => line.Source.Id).Select(line => (long?)line.MinorUnits).LastOrDefault();
    }

    private int Check(StoredSeller owner, RunHeader run, long? contract, string? code, string author)
    {
        var open = new List<(long Contract, string Code, long Fingerprint)>();
        using (var rows = store.Prepare(
            $"""
            SELECT DISTINCT p.contract_id, p.code, item.draft_fingerprint FROM run_problem AS p
            JOIN run_item AS item ON item.seller_id = p.seller_id AND item.run_id = p.run_id AND item.contract_id = p.contract_id
            WHERE p.seller_id = ?1 AND p.run_id = ?2 AND (?3 IS NULL OR p.contract_id = ?3) AND (?4 IS NULL OR p.code = ?4)
                AND item.draft_fingerprint IS NOT NULL AND {RunDecisions.IsUnchecked}
            """))
        {
            rows.Bind(1, owner.Id).Bind(2, run.Id).Bind(3, contract).Bind(4, code);
            while (rows.Step())
            {
                open.Add((rows.Int64(0), rows.Text(1), rows.Int64(2)));
            }
        }

        var at = clock.GetUtcNow();
        foreach (var one in open)
        {
            RunDecisions.Append(store, owner.Id, run.Id, one.Contract, RunDecisionKind.Checked, "", author, at, one.Code, one.Fingerprint);
        }

        return open.Count;
    }

    private bool IsCheckable(StoredSeller owner, RunHeader run, long contract)
    {
        using var row = store.Prepare("SELECT draft_fingerprint FROM run_item WHERE seller_id = ?1 AND run_id = ?2 AND contract_id = ?3");
        return row.Bind(1, owner.Id).Bind(2, run.Id).Bind(3, contract).Step() && !row.IsNull(0);
    }

    private List<long> Blocked(StoredSeller owner, RunHeader run)
    {
        using var rows = store.Prepare("SELECT contract_id FROM run_item WHERE seller_id = ?1 AND run_id = ?2 AND outcome = ?3 ORDER BY contract_id");
        rows.Bind(1, owner.Id).Bind(2, run.Id).Bind(3, (long)RunOutcome.Problem);
        var ids = new List<long>();
        while (rows.Step())
        {
            ids.Add(rows.Int64(0));
        }

        return ids;
    }

    private int LeaveOut(StoredSeller owner, RunHeader run, List<long> contracts, string reason, string author)
    {
        var at = clock.GetUtcNow();
        foreach (var contract in contracts)
        {
            RunDecisions.Append(store, owner.Id, run.Id, contract, RunDecisionKind.LeftOut, reason.Trim(), author, at);
        }

        Redraft(owner, run, contracts);
        return contracts.Count;
    }

    // As a preview would: from the instant that the run knows, with what was decided since.
    private void Redraft(StoredSeller owner, RunHeader run, List<long> contracts)
    {
        if (contracts.Count == 0)
        {
            return;
        }

        using var items = new RunItemWriter(store, owner.Id, run.Id);
        using var look = new ContractLook(store, owner, run, RunBrief.Of(store, owner.Id, run, Checks), 1);
        foreach (var contract in contracts)
        {
            RunStore.Remove(store, owner.Id, run.Id, contract);
            if (look.One(contract) is { } looked)
            {
                items.Keep(looked);
            }
        }

        RunDuplicates.Flag(store, owner.Id, run, items);
        RunStore.Total(store, owner.Id, run);
    }

    private int Decide(string seller, string number, string author, string action, Func<StoredSeller, RunHeader, (int Count, string? Contract, string? Detail)> decide)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        using var transaction = store.Begin();
        var owner = Owner(seller);
        var run = Run(owner, number);
        if (!run.IsInReview)
        {
            throw Refused(run, RunRefusal.TooLate, $"{run.Number} is {run.Status}. Decisions are made while a run is in review: preview it again first, if nothing is posted.");
        }

        var (count, contract, detail) = decide(owner, run);
        if (count > 0)
        {
            RunStore.Touch(store, owner.Id, run.Id);
            Audit(owner, run.Number, author, action, json =>
            {
                if (contract is not null)
                {
                    json.WriteString("contract", contract);
                }

                json.WriteNumber("count", count);
                if (detail is not null)
                {
                    json.WriteString(action == AuditActions.RunChecked ? "code" : "reason", detail.Trim());
                }
            });
        }

        transaction.Commit();
        return count;
    }

    private (long Id, RunOutcome Outcome) Item(StoredSeller owner, RunHeader run, string contract)
    {
        var id = ContractId(owner, contract);
        using var row = store.Prepare("SELECT outcome FROM run_item WHERE seller_id = ?1 AND run_id = ?2 AND contract_id = ?3");
        return row.Bind(1, owner.Id).Bind(2, run.Id).Bind(3, id).Step()
            ? (id, (RunOutcome)row.Int32(0))
            : throw Refused(run, RunRefusal.NotInRun, $"{run.Number} says nothing of {contract}: it bills nothing now, and billed nothing before.");
    }

    private long ContractId(StoredSeller owner, string contract)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contract);
        using var reader = new ContractReader(store, owner.Id);
        return reader.IdOf(contract)
            ?? throw new RunMoveException(RunStatus.Previewed, RunAction.Review, RunRefusal.NotInRun, $"There is no contract '{contract}' for '{owner.Seller.Code}'.");
    }

    private RunHeader Run(StoredSeller owner, string number) => RunStore.ByNumber(store, owner.Id, number)
        ?? throw new RunMoveException(RunStatus.Cancelled, RunAction.Review, RunRefusal.NoRun, $"There is no run '{number}' for '{owner.Seller.Code}'.");

    private StoredSeller Owner(string code) => new SellerBook(store).Find(code) is var (id, seller, _)
        ? new StoredSeller(id, seller)
        : throw new StorageException(StorageFault.Refused, $"There is no seller '{code}' in '{store.Path}'.");

    private static RunMoveException Refused(RunHeader run, RunRefusal refusal, string reason) => new(run.Status, RunAction.Review, refusal, reason);

    private void Audit(StoredSeller owner, string subject, string author, string action, Action<Utf8JsonWriter> detail)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            detail(json);
            json.WriteEndObject();
        }

        new AuditLog(store, owner.Id).Append(new AuditEntry(clock.GetUtcNow(), author, action, subject, Encoding.UTF8.GetString(buffer.WrittenSpan)));
    }
}
