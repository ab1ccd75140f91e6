using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>What the bank says: imported once, matched with invoices, and listed until it is.</summary>
/// <param name="store">The open database.</param>
/// <param name="sellerId">Whose bank.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class BankBook(BillingStore store, long sellerId, TimeProvider clock)
{
    private const string Columns = "SELECT bank_entry_id, account, reference, day, currency, amount, counterparty, remittance FROM bank_entry AS b WHERE seller_id = ?1";

    private const string IsRecorded = "EXISTS (SELECT 1 FROM payment AS p WHERE p.seller_id = b.seller_id AND p.bank_entry_id = b.bank_entry_id)";

    private const string IsOpen = "b.dismissed_at IS NULL AND NOT EXISTS (SELECT 1 FROM payment AS p WHERE p.seller_id = b.seller_id AND p.bank_entry_id = b.bank_entry_id)";

    /// <summary>Imports movements, all or none. One that is there already, by account and the bank's reference, is left as it is.</summary>
    /// <param name="entries">Money that came in; what went out is left out.</param>
    /// <param name="file">The file's name, for the log.</param>
    /// <param name="author">Who imports.</param>
    /// <returns>How many are new, how many were there already, and how many were left out because money went out.</returns>
    public (int New, int Known, int Out) Import(IReadOnlyCollection<BankEntry> entries, string file, string author)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var (added, known, left) = (0, 0, 0);
        using var transaction = store.Begin();
        var id = store.Scalar("SELECT coalesce(max(bank_entry_id), 0) FROM bank_entry");
        using var insert = store.Prepare(
            """
            INSERT INTO bank_entry (seller_id, bank_entry_id, account, reference, day, currency, amount, counterparty, remittance, imported_at, imported_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (seller_id, account, reference) DO NOTHING
            """);
        foreach (var entry in entries)
        {
            if (entry.Amount.MinorUnits <= 0)
            {
                left++;
                continue;
            }

            insert.Bind(1, sellerId).Bind(2, id + 1).Bind(3, entry.Account).Bind(4, entry.Reference).Bind(5, entry.Day).Bind(6, entry.Amount.Currency.Code)
                .Bind(7, entry.Amount.MinorUnits).Bind(8, entry.Counterparty).Bind(9, entry.Remittance).Bind(10, clock.GetUtcNow()).Bind(11, author).Run();
            if (store.Changes == 1)
            {
                (id, added) = (id + 1, added + 1);
            }
            else
            {
                known++;
            }
        }

        LedgerAudit.Append(store, sellerId, clock, author, AuditActions.BankImported, file, json =>
        {
            json.WriteNumber("new", added);
            json.WriteNumber("known", known);
        });
        transaction.Commit();
        return (added, known, left);
    }

    /// <summary>Movements that are not matched, the oldest first, with what is proposed for each.</summary>
    /// <param name="skip">Skip so many.</param>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<UnmatchedEntry> Unmatched(int skip = 0, int take = 50)
    {
        new LedgerBook(store, sellerId, clock).Book();
        var candidates = Candidates();
        using var rows = store.Prepare($"{Columns} AND {IsOpen} ORDER BY day, bank_entry_id LIMIT ?2 OFFSET ?3");
        rows.Bind(1, sellerId).Bind(2, (long)take).Bind(3, (long)skip);
        var found = ImmutableArray.CreateBuilder<UnmatchedEntry>();
        while (rows.Step())
        {
            var entry = Read(rows);
            found.Add(new UnmatchedEntry(rows.Int64(0), entry, PaymentMatcher.Propose(entry, candidates)));
        }

        return found.ToImmutable();
    }

    /// <summary>How many movements are not matched.</summary>
    public int CountUnmatched() => Count(BankMovementState.Open);

    /// <summary>How many movements there are of which this became.</summary>
    /// <param name="state">What became of them.</param>
    public int Count(BankMovementState state)
    {
        using var count = store.Prepare($"SELECT count(*) FROM bank_entry AS b WHERE seller_id = ?1 AND {Is(state)}");
        return count.Bind(1, sellerId).Step() ? count.Int32(0) : 0;
    }

    /// <summary>A movement that is not matched, with what is proposed for it; null where there is none.</summary>
    /// <param name="id">Its number in storage.</param>
    public UnmatchedEntry? Find(long id)
    {
        new LedgerBook(store, sellerId, clock).Book();
        using var row = store.Prepare($"{Columns} AND bank_entry_id = ?2 AND {IsOpen}");
        return row.Bind(1, sellerId).Bind(2, id).Step() && Read(row) is var entry ? new UnmatchedEntry(id, entry, PaymentMatcher.Propose(entry, Candidates())) : null;
    }

    /// <summary>Movements that are dealt with, the newest first.</summary>
    /// <param name="state">Recorded, or set aside.</param>
    /// <param name="skip">Skip so many.</param>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<BankMovement> Movements(BankMovementState state, int skip = 0, int take = 50)
    {
        using var rows = store.Prepare(
            $"""
            SELECT bank_entry_id, account, reference, day, currency, amount, counterparty, remittance, dismissed_by, dismissed_reason,
                   (SELECT p.number FROM payment AS p WHERE p.seller_id = b.seller_id AND p.bank_entry_id = b.bank_entry_id)
              FROM bank_entry AS b WHERE seller_id = ?1 AND {Is(state)} ORDER BY day DESC, bank_entry_id DESC LIMIT ?2 OFFSET ?3
            """);
        rows.Bind(1, sellerId).Bind(2, (long)take).Bind(3, (long)skip);
        var (found, payments) = (ImmutableArray.CreateBuilder<BankMovement>(), new PaymentBook(store, sellerId, clock));
        while (rows.Step())
        {
            var entry = Read(rows);
            var payment = rows.TextOrNull(10) is { } number ? payments.Find(number) : null;
            found.Add(new BankMovement(
                rows.Int64(0), entry, payment, payment is null ? [] : PaymentMatcher.Explain(entry, payment.CustomerName, payment.Allocations.Select(share => share.Invoice)), payment?.Author ?? rows.TextOrNull(8) ?? "", rows.TextOrNull(9)));
        }

        return found.ToImmutable();
    }

    /// <summary>Records every movement whose proposal is certain as a payment; each in a transaction of its own, each once.</summary>
    /// <param name="author">Who does it.</param>
    /// <returns>The payments.</returns>
    public ImmutableArray<RecordedPayment> MatchCertain(string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var payments = ImmutableArray.CreateBuilder<RecordedPayment>();
        foreach (var unmatched in Unmatched(0, int.MaxValue))
        {
            // An earlier one of this list may have paid what this one was proposed for.
            if (unmatched.Proposal is { IsCertain: true } && PaymentMatcher.Propose(unmatched.Entry, Candidates()) is { IsCertain: true } still)
            {
                payments.Add(Match(unmatched.Id, still.Customer, [.. still.Shares.Select(share => (share.Invoice, (Money?)share.Amount))], author));
            }
        }

        return payments.ToImmutable();
    }

    /// <summary>Records a movement as a payment, once.</summary>
    /// <param name="id">Its number in storage.</param>
    /// <param name="customer">The customer's number.</param>
    /// <param name="invoices">The invoices; null for the oldest first, empty to keep it as the customer's credit.</param>
    /// <param name="author">Who does it.</param>
    /// <exception cref="AllocationException">There is no such movement, it was set aside, or an invoice cannot take it.</exception>
    public RecordedPayment Match(long id, string customer, IReadOnlyList<(string Invoice, Money? Amount)>? invoices, string author)
    {
        var payments = new PaymentBook(store, sellerId, clock);
        new LedgerBook(store, sellerId, clock).Book();
        using var transaction = store.Begin();
        using var row = store.Prepare($"{Columns} AND bank_entry_id = ?2 AND dismissed_at IS NULL");
        if (!row.Bind(1, sellerId).Bind(2, id).Step())
        {
            throw new AllocationException(AllocationRefusal.NoMovement, FormattableString.Invariant($"There is no movement {id} to match. List them: msp payments match."));
        }

        var entry = Read(row);
        row.Reset();
        var recorded = payments.RecordIn(
            new PaymentRequest(customer, entry.Day, entry.Amount, entry.Remittance) { BankEntryId = id, Invoices = invoices }, author);
        transaction.Commit();
        return recorded;
    }

    /// <summary>Sets a movement aside that is no customer's payment.</summary>
    /// <param name="id">Its number in storage.</param>
    /// <param name="reason">Why.</param>
    /// <param name="author">Who does it.</param>
    /// <exception cref="AllocationException">There is no such movement, or it is matched or set aside already.</exception>
    public void Dismiss(long id, string reason, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        using var transaction = store.Begin();
        using var update = store.Prepare($"UPDATE bank_entry AS b SET dismissed_at = ?3, dismissed_by = ?4, dismissed_reason = ?5 WHERE seller_id = ?1 AND bank_entry_id = ?2 AND {IsOpen}");
        update.Bind(1, sellerId).Bind(2, id).Bind(3, clock.GetUtcNow()).Bind(4, author).Bind(5, reason).Run();
        if (store.Changes != 1)
        {
            throw new AllocationException(AllocationRefusal.MovementDone, FormattableString.Invariant($"Movement {id} is not there, is a payment already, or was set aside. List them: msp payments match."));
        }

        LedgerAudit.Append(store, sellerId, clock, author, AuditActions.BankEntryDismissed, FormattableString.Invariant($"{id}"), json => json.WriteString("reason", reason));
        transaction.Commit();
    }

    private static string Is(BankMovementState state) => state switch
    {
        BankMovementState.Open => IsOpen,
        BankMovementState.Recorded => IsRecorded,
        BankMovementState.SetAside => "b.dismissed_at IS NOT NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    private List<MatchCandidate> Candidates()
    {
        using var rows = store.Prepare(
            """
            SELECT o.number, k.number, o.issue_day, o.due_day, o.currency, o."open", k.name
              FROM open_item AS o JOIN customer AS k ON k.seller_id = o.seller_id AND k.customer_id = o.customer_id
             WHERE o.seller_id = ?1 AND o.kind = 1 AND o."open" > 0 ORDER BY o.due_day
            """);
        rows.Bind(1, sellerId);
        var candidates = new List<MatchCandidate>();
        while (rows.Step())
        {
            candidates.Add(new MatchCandidate(
                new OpenItem(rows.UniqueText(0), rows.Text(1), rows.Day(2), rows.Day(3), Money.FromMinorUnits(rows.Int64(5), Currency.FromCode(rows.Text(4)))), rows.Text(6)));
        }

        return candidates;
    }

    private static BankEntry Read(Statement row) => new(
        row.Text(1), row.UniqueText(2), row.Day(3), Money.FromMinorUnits(row.Int64(5), Currency.FromCode(row.Text(4))), row.UniqueText(6), row.UniqueText(7));
}
