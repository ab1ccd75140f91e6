using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Reads contracts with all that drafting them needs, one after another: memory does not grow with their number.</summary>
/// <remarks>
/// Contracts, lines, amendments and how far each is billed are read in one ordered pass each and put together as they come; what was counted and posted is looked up by key,
/// and only as far back as it can matter. Read one sequence at a time. Not thread-safe.
/// </remarks>
public sealed class ContractReader : IDisposable
{
    private const string Columns =
        $"""
        SELECT c.contract_id, c.number, c.customer_id, c.plan, c.predecessor, c.recorded_at, c.initial_status, c.currency, c.start_day, c.end_day,
               c.anchor_day, c.anchor_day_of_month, c.billed_elsewhere_until, c.term_months, c.renewal_months, c.notice_days, c.payment_days, c.rounding,
               c.prices_include_tax, c.terms_json, {CustomerColumns.Select}
          FROM contract AS c
          JOIN customer AS k ON k.seller_id = c.seller_id AND k.customer_id = c.customer_id
          {CustomerColumns.JoinParent}
        """;

    private const int FirstCustomerColumn = 20;
    private const int CustomerPlaces = 256;
    private const int MostInMemory = 1_000;
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly Statement _inOrder;
    private readonly Statement _byNumber;
    private readonly Statement _last;
    private readonly LineCursor _lines;
    private readonly AmendmentCursor _amendments;
    private readonly BilledThroughCursor _billedThrough;
    private readonly CountSeeker _counts;
    private readonly BilledSeeker _billed;
    private readonly PreviousSeeker _previous;
    private readonly List<FoundContract> _found = [];
    private bool _more;
    private readonly (long Id, Customer Customer)[] _customers = new (long, Customer)[CustomerPlaces];

    /// <summary>Prepares to read.</summary>
    /// <param name="store">Where from.</param>
    /// <param name="sellerId">Whose contracts.</param>
    public ContractReader(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _sellerId = sellerId;
        _inOrder = store.Prepare(Columns + " WHERE c.seller_id = ?1 AND c.contract_id BETWEEN ?2 AND ?3 AND c.start_day <= ?4 ORDER BY c.contract_id");
        _byNumber = store.Prepare("SELECT contract_id FROM contract WHERE seller_id = ?1 AND number = ?2");
        _last = store.Prepare("SELECT max(contract_id) FROM contract WHERE seller_id = ?1");
        _lines = new LineCursor(store, sellerId);
        _amendments = new AmendmentCursor(store, sellerId);
        _billedThrough = new BilledThroughCursor(store, sellerId);
        _counts = new CountSeeker(store, sellerId);
        _billed = new BilledSeeker(store, sellerId);
        _previous = new PreviousSeeker(store, sellerId);
    }

    /// <summary>Contracts in the order of their numbers in storage.</summary>
    /// <param name="through">Leaves out those that begin after this day; null reads all.</param>
    /// <param name="previousRunId">The run whose documents each contract is compared with; null for none.</param>
    /// <param name="firstId">The first number in storage, inclusive.</param>
    /// <param name="lastId">The last number in storage, inclusive.</param>
    public IEnumerable<StoredContract> Read(DateOnly? through = null, long? previousRunId = null, long firstId = 1, long lastId = long.MaxValue) =>
        InOrder(firstId, lastId, through, () => LookUp(previousRunId, all: false));

    /// <summary>Every contract with everything that was ever counted for it, and nothing of what was posted; in the order of their numbers in storage.</summary>
    public IEnumerable<StoredContract> ReadCounted() => InOrder(1, long.MaxValue, null, () =>
    {
        _counts.Clear();
        foreach (var found in _found)
        {
            found.BilledThrough = null;
            _counts.AskAll(found.Id);
        }
    });

    /// <summary>One contract with everything that was ever counted and posted for it; null where there is none.</summary>
    /// <param name="number">The contract's number.</param>
    public StoredContract? Find(string number) => IdOf(number) is { } id ? InOrder(id, id, null, () => LookUp(null, all: true)).FirstOrDefault() : null;

    /// <summary>The number in storage of a contract; null where there is none.</summary>
    public long? IdOf(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        _byNumber.Bind(1, _sellerId).Bind(2, number);
        long? id = _byNumber.Step() ? _byNumber.Int64(0) : null;
        _byNumber.Reset();
        return id;
    }

    /// <summary>Lets go of the statements.</summary>
    public void Dispose()
    {
        _inOrder.Dispose();
        _byNumber.Dispose();
        _last.Dispose();
        _lines.Dispose();
        _amendments.Dispose();
        _billedThrough.Dispose();
        _counts.Dispose();
        _billed.Dispose();
        _previous.Dispose();
    }

    private static DateOnly Earlier(DateOnly? left, DateOnly right) => left is { } day && day < right ? day : right;

    private IEnumerable<StoredContract> InOrder(long firstId, long lastId, DateOnly? through, Action lookUp)
    {
        // A customer may have changed since contracts were read before.
        Array.Clear(_customers);
        _store.Connection.BeginSnapshot();
        try
        {
            foreach (var (first, last) in Ranges(firstId, lastId))
            {
                Start(first, last);
                _inOrder.Bind(1, _sellerId).Bind(2, first).Bind(3, last).Bind(4, through ?? DateOnly.MaxValue);
                while (Fill())
                {
                    lookUp();
                    foreach (var found in _found)
                    {
                        yield return found.Stored(_counts.Take());
                    }
                }
            }
        }
        finally
        {
            Stop();
        }
    }

    private void Start(long firstId, long lastId)
    {
        _inOrder.Reset();
        _more = true;
        _lines.Start(firstId, lastId);
        _amendments.Start(firstId, lastId);
        _billedThrough.Start(firstId, lastId);
    }

    private void Stop()
    {
        _inOrder.Reset();
        _lines.Stop();
        _amendments.Stop();
        _billedThrough.Stop();
        _store.Connection.EndSnapshot();
    }

    // A database that gives the rows of one statement at a time gives them in ranges, so that few are in memory.
    private IEnumerable<(long First, long Last)> Ranges(long first, long last)
    {
        if (_store.Connection.KeepsRowsOpen || last - first < MostInMemory)
        {
            yield return (first, last);
            yield break;
        }

        _last.Bind(1, _sellerId);
        last = Math.Min(last, _last.Step() ? _last.Int64(0) : 0);
        _last.Reset();
        for (; first <= last; first += MostInMemory)
        {
            yield return (first, Math.Min(last, first + MostInMemory - 1));
        }
    }

    // As many contracts as it pays to look things up for at once.
    private bool Fill()
    {
        _found.Clear();
        while (_more && _found.Count < _store.Connection.MostAsked)
        {
            _more = _inOrder.Step();
            if (!_more)
            {
                break;
            }

            var (id, customerId) = (_inOrder.Int64(0), _inOrder.Int64(2));
            var customer = CustomerOf(customerId);
            var found = new FoundContract(id, customerId, ContractOf(id, customer), customer);
            if (_billedThrough.Of(id) is var (through, knownAt))
            {
                (found.BilledThrough, found.BilledKnownAt) = (through, knownAt);
            }

            _found.Add(found);
        }

        return _found.Count > 0;
    }

    private void LookUp(long? previousRunId, bool all)
    {
        _counts.Clear();
        _billed.Clear();
        _previous.Clear();
        foreach (var found in _found)
        {
            if (found.BilledThrough is not null)
            {
                _counts.AskEarliestRecordedAfter(found.Id, found.BilledKnownAt);
            }
        }

        foreach (var found in _found)
        {
            if (found.BilledThrough is { } through)
            {
                found.RecheckFrom = RecheckFrom(found.Contract, through, found.BilledKnownAt, _counts.TakeEarliest());
                _billed.AskEndingAfter(found.Id, all ? DateOnly.MinValue : found.RecheckFrom);
                if (previousRunId is { } run)
                {
                    _previous.Ask(found.Id, run);
                }
            }
        }

        foreach (var found in _found)
        {
            if (found.BilledThrough is not null)
            {
                found.Billed = _billed.Take();
                found.Previous = previousRunId is null ? PreviousBilling.Nothing : _previous.Take();
            }

            if (all || found.BilledThrough is null)
            {
                _counts.AskAll(found.Id);
            }
            else
            {
                AskCountsOf(found);
            }
        }
    }

    private static DateOnly RecheckFrom(Contract contract, DateOnly through, DateTimeOffset knownAt, DateOnly? earliestLateCount)
    {
        var start = contract.Terms.Start;
        var day = contract.RecordedAt > knownAt ? start : through;
        foreach (var amendment in contract.Amendments)
        {
            if (amendment.RecordedAt > knownAt)
            {
                // A late signature makes the agreed days binding from the start on; every other amendment holds from its own day.
                day = Earlier(amendment is Amendment.Moved { Action: ContractAction.Sign } ? start : amendment.Day, day);
            }
        }

        day = Earlier(earliestLateCount, day);
        return day > start ? day : Earlier(start, through);
    }

    private void AskCountsOf(FoundContract found)
    {
        // Back to the start of the earliest period that may be rated again, and to the earliest knowledge of it that may be compared with.
        var contract = found.Contract;
        var lines = contract.Amendments.Count == 0 ? contract.Terms.Lines.AsSpan() : contract.AllLines();
        var (day, known) = (found.RecheckFrom, found.BilledKnownAt);
        foreach (var line in lines)
        {
            if (line.Charge.Timing != ChargeTiming.Once)
            {
                var anchor = contract.Terms.Anchor;
                day = Earlier(anchor.Boundary(line.Charge.Cadence, anchor.IndexOf(line.Charge.Cadence, found.RecheckFrom)), day);
            }
        }

        foreach (ref readonly var period in found.Billed.Span)
        {
            known = period.KnownAt < known ? period.KnownAt : known;
        }

        foreach (var line in found.Previous.Lines)
        {
            day = Earlier(line.Natural.Start, day);
            known = found.Previous.KnownAt < known ? found.Previous.KnownAt : known;
        }

        _counts.AskSince(found.Id, lines, day, known);
    }

    private Contract ContractOf(long id, Customer customer)
    {
        var row = _inOrder;
        var currency = Currency.FromCode(row.Text(7));
        var start = row.Day(8);
        var (discounts, uplift, fee) = row.IsNull(19) ? ([], null, EarlyTermination.None) : TermsJson.Read(row.Text(19));
        var terms = new ContractTerms(currency, start, _lines.Of(id, currency))
        {
            End = row.DayOrNull(9),
            Anchor = BillingAnchor.OnDay(row.Int32(11), row.Day(10)),
            BilledElsewhereUntil = row.DayOrNull(12),
            Term = new Term(row.IsNull(13) ? null : row.Int32(13), row.IsNull(14) ? null : row.Int32(14), row.Int32(15)) { EarlyTermination = fee },
            PaymentDays = row.Int32(16),
            Rounding = (RoundingMode)row.Int32(17),
            PricesIncludeTax = row.Boolean(18),
            Discounts = discounts,
            Uplift = uplift,
        };
        return Contract.Restored(
            row.UniqueText(1), customer.Number, terms, row.Instant(5), (ContractStatus)row.Int32(6), _amendments.Of(id, currency), row.TextOrNull(3), row.TextOrNull(4));
    }

    private Customer CustomerOf(long id)
    {
        ref var place = ref _customers[id & (CustomerPlaces - 1)];
        if (place.Id != id)
        {
            place = (id, CustomerColumns.Read(_inOrder, FirstCustomerColumn));
        }

        return place.Customer;
    }
}
