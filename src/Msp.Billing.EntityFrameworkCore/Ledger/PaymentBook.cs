using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Money that comes in and goes out, and what it pays.</summary>
/// <remarks>Each call is one transaction: items, allocations, journal, the documents' events and the log are written together or not at all. Not thread-safe.</remarks>
/// <param name="store">The open database.</param>
/// <param name="sellerId">Whose payments.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class PaymentBook(BillingStore store, long sellerId, TimeProvider clock)
{
    private const string Columns =
        """
        SELECT p.number, p.kind, k.number, p.day, p.currency, p.amount, p.reference, p.payment_id, o."open", k.name, p.author,
               coalesce((SELECT r.number FROM payment AS r WHERE r.seller_id = p.seller_id AND r.reverses_id = p.payment_id),
                        (SELECT r.number FROM payment AS r WHERE r.seller_id = p.seller_id AND r.payment_id = p.reverses_id))
        """ + Rows;

    private const string Rows =
        """

          FROM payment AS p JOIN customer AS k ON k.seller_id = p.seller_id AND k.customer_id = p.customer_id
          JOIN open_item AS o ON o.seller_id = p.seller_id AND o.kind = 2 AND o.item_id = p.payment_id
         WHERE p.seller_id = ?1
        """;

    private const string Filtered =
        """
         AND (?2 IS NULL OR k.number = ?2) AND (?3 = 0 OR o."open" < 0) AND (?4 IS NULL OR p.kind = ?4) AND p.day BETWEEN ?5 AND ?6
         AND (?7 IS NULL OR p.number LIKE ?7 ESCAPE '\' OR p.reference LIKE ?7 ESCAPE '\' OR k.number LIKE ?7 ESCAPE '\' OR instr(k.name_key, ?10) > 0)
        """;

    /// <summary>Records a payment once and allocates it.</summary>
    /// <param name="request">The payment.</param>
    /// <param name="author">Who records it.</param>
    /// <exception cref="AllocationException">There is no such customer, or a chosen invoice cannot take it.</exception>
    public RecordedPayment Record(PaymentRequest request, string author)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        new LedgerBook(store, sellerId, clock).Book();
        using var transaction = store.Begin();
        var recorded = RecordIn(request, author);
        transaction.Commit();
        return recorded;
    }

    /// <summary>Applies what a payment or credit note has left.</summary>
    /// <param name="source">Its number.</param>
    /// <param name="invoices">The invoices; null for the oldest first.</param>
    /// <param name="day">The day in the books.</param>
    /// <param name="author">Who does it.</param>
    /// <returns>What was applied to which.</returns>
    /// <exception cref="AllocationException">Nothing is left of it, or an invoice cannot take it.</exception>
    public ImmutableArray<(string Invoice, Money Amount)> Allocate(
        string source, IReadOnlyList<(string Invoice, Money? Amount)>? invoices, DateOnly day, string author)
    {
        new LedgerBook(store, sellerId, clock).Book();
        using var transaction = store.Begin();
        using var settlements = new SettlementWriter(store, sellerId, clock, author);
        var item = settlements.Item(source);
        if (item.Open.MinorUnits >= 0)
        {
            throw Refused(AllocationRefusal.NothingLeft, $"Nothing is left of {source} to allocate.");
        }

        var shares = invoices is null ? settlements.AllocateOldestFirst(item, day) : settlements.AllocateChosen(item, invoices, day);
        Audit(author, AuditActions.PaymentAllocated, source, shares);
        transaction.Commit();
        return shares;
    }

    /// <summary>Takes a payment off everything it was applied to; it becomes the customer's credit again.</summary>
    /// <param name="source">The payment's or credit note's number.</param>
    /// <param name="day">The day in the books.</param>
    /// <param name="author">Who does it.</param>
    public void Unallocate(string source, DateOnly day, string author)
    {
        using var transaction = store.Begin();
        using var settlements = new SettlementWriter(store, sellerId, clock, author);
        settlements.TakeOff(settlements.Item(source), day);
        Audit(author, AuditActions.PaymentUnallocated, source, []);
        transaction.Commit();
    }

    /// <summary>Pays a customer's credit back, from what is oldest.</summary>
    /// <param name="request">To whom and how much; above zero.</param>
    /// <param name="author">Who does it.</param>
    /// <exception cref="AllocationException">The customer has less credit than that.</exception>
    public RecordedPayment Refund(PaymentRequest request, string author)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        new LedgerBook(store, sellerId, clock).Book();
        using var transaction = store.Begin();
        if (Known(request.RequestKey, null) is { } known)
        {
            return known;
        }

        var customerId = CustomerId(request.Customer);
        using var settlements = new SettlementWriter(store, sellerId, clock, author);
        var credits = settlements.Open(customerId, owed: false).Where(item => item.Open.Currency == request.Amount.Currency).ToList();
        var credit = Money.FromMinorUnits(-credits.Sum(item => item.Open.MinorUnits), request.Amount.Currency);
        if (request.Amount.MinorUnits <= 0 || request.Amount > credit)
        {
            throw Refused(AllocationRefusal.MoreThanCredit, $"Customer {request.Customer} has a credit of {credit}; pay back more than zero and at most that, not {request.Amount}.");
        }

        var (payment, item) = Add(settlements, PaymentKind.Refund, request, -request.Amount, customerId, null, author);
        var left = request.Amount;
        foreach (var source in credits)
        {
            var share = -source.Open < left ? -source.Open : left;
            if (!share.IsZero)
            {
                settlements.Allocate(source, item, share, request.Day);
                left -= share;
            }
        }

        Audit(author, AuditActions.PaymentRefunded, payment.Number, []);
        transaction.Commit();
        return new RecordedPayment(payment, [], Money.Zero(payment.Amount.Currency));
    }

    /// <summary>Takes back a payment that did not happen: it is taken off its invoices, and its money off the bank.</summary>
    /// <param name="number">The payment's number.</param>
    /// <param name="day">When, by the bank.</param>
    /// <param name="reason">Why.</param>
    /// <param name="author">Who does it.</param>
    /// <exception cref="AllocationException">There is no such payment, it was taken back already, or it was paid back to the customer.</exception>
    public RecordedPayment Reverse(string number, DateOnly day, string reason, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        using var transaction = store.Begin();
        if (Find(number) is not { } original || original.Payment.Kind != PaymentKind.Received)
        {
            throw Refused(AllocationRefusal.NoPayment, $"There is no payment '{number}' that could be taken back. List them: msp payments list.");
        }

        using var settlements = new SettlementWriter(store, sellerId, clock, author);
        using (var before = store.Prepare("SELECT count(*) FROM payment WHERE seller_id = ?1 AND reverses_id = (SELECT payment_id FROM payment WHERE seller_id = ?1 AND number = ?2)"))
        {
            if (before.Bind(1, sellerId).Bind(2, number).Step() && before.Int64(0) > 0)
            {
                throw Refused(AllocationRefusal.TakenBack, $"Payment {number} was taken back already.");
            }
        }

        settlements.TakeOff(settlements.Item(number), day);
        var source = settlements.Item(number);
        if (-source.Open != original.Payment.Amount)
        {
            throw Refused(AllocationRefusal.PartPaidBack, $"A part of {number} was paid back to the customer: {-source.Open} of {original.Payment.Amount} is left, so it cannot be taken back as a whole.");
        }

        var request = new PaymentRequest(original.Payment.Customer, day, original.Payment.Amount, reason);
        var (payment, item) = Add(settlements, PaymentKind.Reversal, request, -original.Payment.Amount, source.CustomerId, source.Id, author);
        settlements.Allocate(source, item, original.Payment.Amount, day);
        Audit(author, AuditActions.PaymentReversed, number, []);
        transaction.Commit();
        return new RecordedPayment(payment, [], Money.Zero(payment.Amount.Currency));
    }

    /// <summary>Gives up what is open of an invoice, within a transaction that another step has begun, after everything was booked.</summary>
    internal Money WriteOffWithin(string invoice, DateOnly day, string reason, bool asDiscount, string author)
    {
        using var settlements = new SettlementWriter(store, sellerId, clock, author);
        var item = settlements.Item(invoice);
        if (item.Kind != OpenItemKind.Document || item.Open.MinorUnits <= 0)
        {
            throw Refused(AllocationRefusal.NotOpen, $"Nothing is open of {invoice}; only an open invoice can be given up.");
        }

        settlements.WriteOff(item, reason, asDiscount, day);
        LedgerAudit.Append(store, sellerId, clock, author, AuditActions.InvoiceWrittenOff, invoice, json =>
        {
            json.WriteNumber("minorUnits", item.Open.MinorUnits);
            json.WriteString("reason", reason);
            json.WriteBoolean("asDiscount", asDiscount);
        });
        return item.Open;
    }

    /// <summary>Payments, the newest first.</summary>
    /// <param name="filter">Which.</param>
    public ImmutableArray<RecordedPayment> List(PaymentFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var rows = store.Prepare($"{Columns}{Filtered} ORDER BY p.payment_id DESC LIMIT ?8 OFFSET ?9");
        Restrict(rows, filter).Bind(8, (long)filter.Take).Bind(9, (long)filter.Skip);
        var found = ImmutableArray.CreateBuilder<RecordedPayment>();
        while (rows.Step())
        {
            found.Add(Read(rows));
        }

        return found.ToImmutable();
    }

    /// <summary>How many payments there are; pages do not matter.</summary>
    /// <param name="filter">Which.</param>
    public int Count(PaymentFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var count = store.Prepare($"SELECT count(*){Rows}{Filtered}");
        return Restrict(count, filter).Step() ? count.Int32(0) : 0;
    }

    /// <summary>A payment; null where there is none.</summary>
    /// <param name="number">Its number.</param>
    public RecordedPayment? Find(string number)
    {
        using var row = store.Prepare(Columns + " AND p.number = ?2");
        return row.Bind(1, sellerId).Bind(2, number).Step() ? Read(row) : null;
    }

    /// <summary>What is open, the oldest first: above zero owed to the seller, below zero the customer's credit.</summary>
    /// <param name="customer">Only of this customer; null for all.</param>
    /// <param name="skip">Skip so many.</param>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<SettlementItem> Open(string? customer, int skip = 0, int take = 50)
    {
        new LedgerBook(store, sellerId, clock).Book();
        using var rows = store.Prepare(
            """
            SELECT o.kind, o.item_id, o.customer_id, k.number, o.number, o.issue_day, o.due_day, o.currency, o.amount, o."open"
              FROM open_item AS o JOIN customer AS k ON k.seller_id = o.seller_id AND k.customer_id = o.customer_id
             WHERE o.seller_id = ?1 AND o."open" <> 0 AND (?2 IS NULL OR k.number = ?2) ORDER BY o.due_day, o.number LIMIT ?3 OFFSET ?4
            """);
        rows.Bind(1, sellerId).Bind(2, customer).Bind(3, (long)take).Bind(4, (long)skip);
        var items = ImmutableArray.CreateBuilder<SettlementItem>();
        while (rows.Step())
        {
            items.Add(SettlementWriter.Read(rows));
        }

        return items.ToImmutable();
    }

    /// <summary>A customer's payments and credit notes that have something left, the oldest first.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<SettlementItem> Credit(string customer, int take = 50)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customer);
        new LedgerBook(store, sellerId, clock).Book();

        // SQLite finds the index of what is open by its very words, which are that it is not zero.
        using var rows = store.Prepare(
            """
            SELECT o.kind, o.item_id, o.customer_id, k.number, o.number, o.issue_day, o.due_day, o.currency, o.amount, o."open"
              FROM customer AS k JOIN open_item AS o ON o.seller_id = k.seller_id AND o.customer_id = k.customer_id AND o."open" < 0 AND o."open" <> 0
             WHERE k.seller_id = ?1 AND k.number = ?2 ORDER BY o.due_day, o.number LIMIT ?3
            """);
        rows.Bind(1, sellerId).Bind(2, customer).Bind(3, (long)take);
        var items = ImmutableArray.CreateBuilder<SettlementItem>();
        while (rows.Step())
        {
            items.Add(SettlementWriter.Read(rows));
        }

        return items.ToImmutable();
    }

    /// <summary>Records within a transaction that another step has begun.</summary>
    internal RecordedPayment RecordIn(PaymentRequest request, string author)
    {
        if (Known(request.RequestKey, request.BankEntryId) is { } known)
        {
            return known;
        }

        var customerId = CustomerId(request.Customer);
        using var settlements = new SettlementWriter(store, sellerId, clock, author);
        var (payment, item) = Add(settlements, PaymentKind.Received, request, request.Amount, customerId, null, author);
        var shares = request.Invoices switch
        {
            null => settlements.AllocateOldestFirst(item, request.Day),
            [] => [],
            var chosen => settlements.AllocateChosen(item, chosen, request.Day),
        };
        Audit(author, AuditActions.PaymentRecorded, payment.Number, shares);
        return new RecordedPayment(payment, shares, shares.Aggregate(payment.Amount, (left, share) => left - share.Amount));
    }

    private (Payment Payment, SettlementItem Item) Add(
        SettlementWriter settlements, PaymentKind kind, PaymentRequest request, Money amount, long customerId, long? reverses, string author)
    {
        var id = settlements.Next("payment", "payment_id");
        var payment = new Payment(string.Create(CultureInfo.InvariantCulture, $"PAY-{id:D7}"), kind, request.Customer, request.Day, amount, request.Reference);
        using (var insert = store.Prepare(
            """
            INSERT INTO payment (seller_id, payment_id, number, kind, customer_id, day, currency, amount, reference, request_key, bank_entry_id, reverses_id, recorded_at, author)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """))
        {
            insert.Bind(1, sellerId).Bind(2, id).Bind(3, payment.Number).Bind(4, (long)kind).Bind(5, customerId).Bind(6, payment.Day).Bind(7, amount.Currency.Code)
                .Bind(8, amount.MinorUnits).Bind(9, payment.Reference).Bind(10, request.RequestKey).Bind(11, request.BankEntryId).Bind(12, reverses).Bind(13, clock.GetUtcNow()).Bind(14, author).Run();
        }

        settlements.Post(settlements.Postings.Of(payment), id, customerId);
        return (payment, settlements.Add(OpenItemKind.Payment, id, customerId, request.Customer, payment.Number, payment.Day, -amount));
    }

    private Statement Restrict(Statement statement, PaymentFilter filter)
    {
        var letters = string.IsNullOrWhiteSpace(filter.Search) ? null : SearchLetters.Within(filter.Search);
        return statement.Bind(1, sellerId).Bind(2, filter.Customer).Bind(3, filter.OnlyUnallocated).Bind(4, (long?)filter.Kind).Bind(5, filter.From ?? DateOnly.MinValue)
            .Bind(6, filter.Through ?? DateOnly.MaxValue).Bind(7, letters).Bind(10, NameKey.OfSearch(filter.Search));
    }

    private RecordedPayment? Known(string? key, long? bankEntryId)
    {
        using var row = store.Prepare(Columns + " AND ((?2 IS NOT NULL AND p.request_key = ?2) OR (?3 IS NOT NULL AND p.bank_entry_id = ?3))");
        return row.Bind(1, sellerId).Bind(2, key).Bind(3, bankEntryId).Step() ? Read(row) with { WasRecorded = true } : null;
    }

    private RecordedPayment Read(Statement row)
    {
        var currency = Currency.FromCode(row.Text(4));
        var payment = new Payment(
            row.UniqueText(0), (PaymentKind)row.Int32(1), row.Text(2), row.Day(3), Money.FromMinorUnits(row.Int64(5), currency), row.UniqueText(6));
        var shares = ImmutableArray.CreateBuilder<(string, Money)>();
        using var rows = store.Prepare(
            """
            SELECT o.number, sum(a.amount) FROM allocation AS a JOIN open_item AS o ON o.seller_id = a.seller_id AND o.kind = a.target_kind AND o.item_id = a.target_id
             WHERE a.seller_id = ?1 AND a.source_kind = 2 AND a.source_id = ?2 GROUP BY o.number HAVING sum(a.amount) <> 0 ORDER BY min(a.allocation_id)
            """);
        rows.Bind(1, sellerId).Bind(2, row.Int64(7));
        while (rows.Step())
        {
            shares.Add((rows.UniqueText(0), Money.FromMinorUnits(rows.Int64(1), currency)));
        }

        return new RecordedPayment(payment, shares.ToImmutable(), Money.FromMinorUnits(Math.Max(0, -row.Int64(8)), currency))
        {
            CustomerName = row.Text(9),
            Author = row.Text(10),
            Counterpart = row.TextOrNull(11),
        };
    }

    private long CustomerId(string number)
    {
        using var row = store.Prepare("SELECT customer_id FROM customer WHERE seller_id = ?1 AND number = ?2");
        return row.Bind(1, sellerId).Bind(2, number).Step() ? row.Int64(0) : throw Refused(AllocationRefusal.NoCustomer, $"There is no customer '{number}'.");
    }

    private void Audit(string author, string action, string subject, ImmutableArray<(string Invoice, Money Amount)> shares) =>
        LedgerAudit.Append(store, sellerId, clock, author, action, subject, json =>
        {
            json.WriteStartArray("invoices");
            foreach (var (invoice, amount) in shares)
            {
                json.WriteStringValue($"{invoice} {amount}");
            }

            json.WriteEndArray();
        });

    private static AllocationException Refused(AllocationRefusal reason, string message) => new(reason, message);
}
