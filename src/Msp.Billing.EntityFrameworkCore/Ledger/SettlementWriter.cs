using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Applies payments and credit notes to what is owed, and takes them off again: items, allocations, journal and the documents' events together.</summary>
/// <remarks>In a transaction of the same store. Not thread-safe.</remarks>
internal sealed class SettlementWriter : IDisposable
{
    private const string Columns =
        """
        SELECT o.kind, o.item_id, o.customer_id, k.number, o.number, o.issue_day, o.due_day, o.currency, o.amount, o."open"
          FROM open_item AS o JOIN customer AS k ON k.seller_id = o.seller_id AND k.customer_id = o.customer_id
         WHERE o.seller_id = ?1
        """;

    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly TimeProvider _clock;
    private readonly string _author;
    private readonly Postings _postings;
    private readonly JournalWriter _journal;

    internal SettlementWriter(BillingStore store, long sellerId, TimeProvider clock, string author)
    {
        (_store, _sellerId, _clock, _author) = (store, sellerId, clock, author);
        _postings = new Postings(new LedgerPolicies(store, sellerId).Get().Accounts);
        _journal = new JournalWriter(store, sellerId);
    }

    public void Dispose() => _journal.Dispose();

    /// <summary>An item by its number.</summary>
    /// <exception cref="AllocationException">There is none.</exception>
    internal SettlementItem Item(string number)
    {
        using var rows = _store.Prepare(Columns + " AND o.number = ?2");
        return rows.Bind(1, _sellerId).Bind(2, number).Step()
            ? Read(rows)
            : throw new AllocationException(AllocationRefusal.NoItem, $"There is no invoice, credit note or payment '{number}' in the books.");
    }

    /// <summary>Everything of a customer that is open.</summary>
    /// <param name="customerId">The customer's number in storage.</param>
    /// <param name="owed">Whether what is owed, or what the customer has to good.</param>
    internal List<SettlementItem> Open(long customerId, bool owed)
    {
        using var rows = _store.Prepare($"{Columns} AND o.customer_id = ?2 AND o.\"open\" {(owed ? ">" : "<")} 0 ORDER BY o.due_day, o.number");
        rows.Bind(1, _sellerId).Bind(2, customerId);
        var items = new List<SettlementItem>();
        while (rows.Step())
        {
            items.Add(Read(rows));
        }

        return items;
    }

    /// <summary>Adds an item for something that was just recorded.</summary>
    internal SettlementItem Add(OpenItemKind kind, long id, long customerId, string customer, string number, DateOnly day, Money amount)
    {
        using var insert = _store.Prepare(
            "INSERT INTO open_item (seller_id, kind, item_id, customer_id, number, currency, issue_day, due_day, amount, \"open\") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?8)");
        insert.Bind(1, _sellerId).Bind(2, (long)kind).Bind(3, id).Bind(4, customerId).Bind(5, number).Bind(6, amount.Currency.Code).Bind(7, day).Bind(8, amount.MinorUnits).Run();
        return new SettlementItem(kind, id, customerId, customer, number, day, day, amount, amount);
    }

    /// <summary>Applies what an item has left to the customer's open items, the oldest first.</summary>
    /// <param name="source">A payment or credit note.</param>
    /// <param name="day">The day in the books; the later of both documents' days when null.</param>
    /// <returns>What was applied to which.</returns>
    internal ImmutableArray<(string Invoice, Money Amount)> AllocateOldestFirst(SettlementItem source, DateOnly? day)
    {
        var open = Open(source.CustomerId, owed: true);
        if (source.Open.MinorUnits >= 0 || open.Count == 0)
        {
            return [];
        }

        var shares = Allocator.OldestFirst(-source.Open, open.Select(ItemOf));
        Apply(source, open, shares, day);
        return shares;
    }

    /// <summary>Applies what an item has left to chosen ones.</summary>
    internal ImmutableArray<(string Invoice, Money Amount)> AllocateChosen(SettlementItem source, IEnumerable<(string Invoice, Money? Amount)> chosen, DateOnly? day)
    {
        var open = Open(source.CustomerId, owed: true);
        var shares = Allocator.Chosen(-source.Open, open.Select(ItemOf), chosen);
        Apply(source, open, shares, day);
        return shares;
    }

    /// <summary>Applies an amount of one item to another, or takes it off again where it is below zero.</summary>
    /// <param name="source">A payment or credit note.</param>
    /// <param name="target">What is owed.</param>
    /// <param name="amount">Not zero.</param>
    /// <param name="day">The day in the books.</param>
    internal void Allocate(SettlementItem source, SettlementItem target, Money amount, DateOnly day)
    {
        Move(source, amount.MinorUnits);
        Move(target, -amount.MinorUnits);
        var (id, at) = (Next("allocation", "allocation_id"), _clock.GetUtcNow());
        using (var insert = _store.Prepare(
            """
            INSERT INTO allocation (seller_id, allocation_id, source_kind, source_id, target_kind, target_id, customer_id, day, currency, amount, recorded_at, author)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """))
        {
            insert.Bind(1, _sellerId).Bind(2, id).Bind(3, (long)source.Kind).Bind(4, source.Id).Bind(5, (long)target.Kind).Bind(6, target.Id).Bind(7, source.CustomerId)
                .Bind(8, day).Bind(9, amount.Currency.Code).Bind(10, amount.MinorUnits).Bind(11, at).Bind(12, _author).Run();
        }

        // Paying back moves credit to the bank, which the refund's own entry says already.
        if (target.Kind != OpenItemKind.Payment)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"ALLOC-{id:D7}");
            _journal.Write(_postings.Of(new PaymentAllocation(number, source.Number, target.Number, source.Customer, day, amount)), id, source.CustomerId, at);
        }

        Happened(target, amount.MinorUnits);
        Happened(source, -amount.MinorUnits);
    }

    /// <summary>Takes an item off everything that it pays; what was paid back stays paid back.</summary>
    internal void TakeOff(SettlementItem source, DateOnly day)
    {
        var applied = new List<(OpenItemKind Kind, long Id, long Amount)>();
        using (var rows = _store.Prepare(
            "SELECT target_kind, target_id, sum(amount) FROM allocation WHERE seller_id = ?1 AND source_kind = ?2 AND source_id = ?3 AND target_kind <> 2 GROUP BY target_kind, target_id HAVING sum(amount) <> 0"))
        {
            rows.Bind(1, _sellerId).Bind(2, (long)source.Kind).Bind(3, source.Id);
            while (rows.Step())
            {
                applied.Add(((OpenItemKind)rows.Int32(0), rows.Int64(1), rows.Int64(2)));
            }
        }

        foreach (var (kind, id, amount) in applied)
        {
            Allocate(source, ById(kind, id), Money.FromMinorUnits(-amount, source.Amount.Currency), day);
        }
    }

    /// <summary>Gives up what is open of an invoice.</summary>
    internal void WriteOff(SettlementItem item, string reason, bool asDiscount, DateOnly day)
    {
        Move(item, -item.Open.MinorUnits);
        var (id, at) = (Next("write_off", "write_off_id"), _clock.GetUtcNow());
        using (var insert = _store.Prepare(
            "INSERT INTO write_off (seller_id, write_off_id, invoice_id, day, currency, amount, as_discount, reason, recorded_at, author) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"))
        {
            insert.Bind(1, _sellerId).Bind(2, id).Bind(3, item.Id).Bind(4, day).Bind(5, item.Open.Currency.Code).Bind(6, item.Open.MinorUnits).Bind(7, asDiscount)
                .Bind(8, reason).Bind(9, at).Bind(10, _author).Run();
        }

        _journal.Write(_postings.OfWriteOff(item.Number, item.Customer, day, item.Open, asDiscount), id, item.CustomerId, at);
        var (status, _) = StatusOf(item.Id);
        Event(item.Id, InvoiceAction.WriteOff, InvoiceLifecycle.Next(status, InvoiceAction.WriteOff), 0);
    }

    /// <summary>The next number of a table's key.</summary>
    internal long Next(string table, string column)
    {
        using var next = _store.Prepare($"SELECT coalesce(max({column}), 0) + 1 FROM {table} WHERE seller_id = ?1");
        return next.Bind(1, _sellerId).Step() ? next.Int64(0) : 1;
    }

    /// <summary>Writes the entry of a payment or a late charge.</summary>
    internal void Post(JournalEntry entry, long id, long customerId) => _journal.Write(entry, id, customerId, _clock.GetUtcNow());

    /// <summary>The seller's postings.</summary>
    internal Postings Postings => _postings;

    internal static OpenItem ItemOf(SettlementItem item) => new(item.Number, item.Customer, item.IssueDay, item.DueDay, item.Open);

    internal static SettlementItem Read(Statement row)
    {
        var currency = Currency.FromCode(row.Text(7));
        return new SettlementItem(
            (OpenItemKind)row.Int32(0), row.Int64(1), row.Int64(2), row.Text(3), row.UniqueText(4), row.Day(5), row.Day(6), Money.FromMinorUnits(row.Int64(8), currency),
            Money.FromMinorUnits(row.Int64(9), currency));
    }

    private void Apply(SettlementItem source, List<SettlementItem> open, ImmutableArray<(string Invoice, Money Amount)> shares, DateOnly? day)
    {
        foreach (var (number, amount) in shares)
        {
            var target = open.First(item => item.Number == number);
            var later = source.IssueDay > target.IssueDay ? source.IssueDay : target.IssueDay;
            Allocate(source, target, amount, day ?? later);
        }
    }

    private SettlementItem ById(OpenItemKind kind, long id)
    {
        using var rows = _store.Prepare(Columns + " AND o.kind = ?2 AND o.item_id = ?3");
        return rows.Bind(1, _sellerId).Bind(2, (long)kind).Bind(3, id).Step() ? Read(rows) : throw new AllocationException(AllocationRefusal.NoItem, "What was allocated is not in the books.");
    }

    // The table's check refuses what would exceed the item, or pass zero.
    private void Move(SettlementItem item, long change)
    {
        using var update = _store.Prepare("UPDATE open_item SET \"open\" = \"open\" + ?4 WHERE seller_id = ?1 AND kind = ?2 AND item_id = ?3");
        update.Bind(1, _sellerId).Bind(2, (long)item.Kind).Bind(3, item.Id).Bind(4, change).Run();
    }

    private void Happened(SettlementItem item, long settled)
    {
        if (item.Kind != OpenItemKind.Document)
        {
            return;
        }

        var (status, before) = StatusOf(item.Id);
        var now = before + settled;
        if (Math.Abs(now) > Math.Abs(before))
        {
            var action = now == item.Amount.MinorUnits ? InvoiceAction.Settle : InvoiceAction.SettlePart;
            Event(item.Id, action, InvoiceLifecycle.Next(status, action), settled);
            return;
        }

        var back = InvoiceLifecycle.Next(status, InvoiceAction.Unsettle);
        Event(item.Id, InvoiceAction.Unsettle, back, settled);
        if (now != 0)
        {
            Event(item.Id, InvoiceAction.SettlePart, InvoiceLifecycle.Next(back, InvoiceAction.SettlePart), 0);
        }
    }

    private (InvoiceStatus Status, long Settled) StatusOf(long invoiceId)
    {
        using var events = _store.Prepare("SELECT status, settled FROM invoice_event WHERE seller_id = ?1 AND invoice_id = ?2 ORDER BY event_no");
        events.Bind(1, _sellerId).Bind(2, invoiceId);
        var (status, settled) = (InvoiceStatus.Posted, 0L);
        while (events.Step())
        {
            (status, settled) = ((InvoiceStatus)events.Int32(0), settled + events.Int64(1));
        }

        return (status, settled);
    }

    private void Event(long invoiceId, InvoiceAction action, InvoiceStatus status, long settled)
    {
        using var insert = _store.Prepare(
            """
            INSERT INTO invoice_event (seller_id, invoice_id, event_no, at, action, status, settled, author)
            SELECT ?1, ?2, 1 + coalesce(max(event_no), 0), ?3, ?4, ?5, ?6, ?7 FROM invoice_event WHERE seller_id = ?1 AND invoice_id = ?2
            """);
        insert.Bind(1, _sellerId).Bind(2, invoiceId).Bind(3, _clock.GetUtcNow()).Bind(4, (long)action).Bind(5, (long)status).Bind(6, settled).Bind(7, _author).Run();
    }
}
