using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>What was counted for contracts: all of it, or only the days that can still matter. First asked for each, then taken in the same order.</summary>
internal sealed class CountSeeker(BillingStore store, long sellerId) : IDisposable
{
    private readonly Seek _all = store.PrepareSeek(
        "SELECT line_id, day, quantity, recorded_at FROM usage_count WHERE seller_id = ?1 AND contract_id = ?2", "line_id, day, recorded_at", ValueKind.Number, ValueKind.Number);

    private readonly Seek _earliestLate = store.PrepareSeek(
        """
        SELECT min(day) AS day FROM usage_count INDEXED BY "IX_usage_count_seller_id_contract_id_recorded_at"
         WHERE seller_id = ?1 AND contract_id = ?2 AND recorded_at > ?3
        """,
        "day", ValueKind.Number, ValueKind.Number, ValueKind.Number);

    private readonly Seek _from = store.PrepareSeek(
        "SELECT line_id, day, quantity, recorded_at FROM usage_count WHERE seller_id = ?1 AND contract_id = ?2 AND line_id = ?3 AND day >= ?4",
        "day, recorded_at", ValueKind.Number, ValueKind.Number, ValueKind.Number, ValueKind.Day);

    // A count holds until the next one, so the last one before the first day that matters is needed as well: the last one that was known at the
    // earliest instant that is looked at. What became known later and is for a later day follows it; what is for an earlier day is superseded by it.
    private readonly Seek _heldFrom = store.PrepareSeek(
        """
        SELECT line_id, day, quantity, recorded_at FROM usage_count
         WHERE seller_id = ?1 AND contract_id = ?2 AND line_id = ?3 AND day >= coalesce((
               SELECT max(day) FROM usage_count
                WHERE seller_id = ?1 AND contract_id = ?2 AND line_id = ?3 AND day <= ?4 AND recorded_at <= ?5), '0001-01-01')
        """,
        "day, recorded_at", ValueKind.Number, ValueKind.Number, ValueKind.Number, ValueKind.Day, ValueKind.Number);

    private readonly List<Seek> _asked = [];
    private readonly Queue<int> _ends = new();
    private readonly List<UsageCount> _counts = [];
    private int _taken;

    public void Dispose()
    {
        _all.Dispose();
        _earliestLate.Dispose();
        _from.Dispose();
        _heldFrom.Dispose();
    }

    /// <summary>Forgets what was asked.</summary>
    internal void Clear()
    {
        _all.Clear();
        _earliestLate.Clear();
        _from.Clear();
        _heldFrom.Clear();
        _asked.Clear();
        _ends.Clear();
        _taken = 0;
    }

    /// <summary>Asks for the earliest day for which something was counted after an instant.</summary>
    internal void AskEarliestRecordedAfter(long contractId, DateTimeOffset instant) => _earliestLate.Bind(1, sellerId).Bind(2, contractId).Bind(3, instant).Ask();

    /// <summary>The next contract's earliest day; null where nothing was counted.</summary>
    internal DateOnly? TakeEarliest()
    {
        DateOnly? day = null;
        while (_earliestLate.Step())
        {
            day = _earliestLate.Row.DayOrNull(0);
        }

        return day;
    }

    /// <summary>Asks for everything that was counted.</summary>
    internal void AskAll(long contractId)
    {
        Ask(_all.Bind(1, sellerId).Bind(2, contractId));
        _ends.Enqueue(_asked.Count);
    }

    /// <summary>Asks for what was counted for the days from one on, and what still held on it, as known at an instant or any later one.</summary>
    internal void AskSince(long contractId, ReadOnlySpan<ContractLine> lines, DateOnly day, DateTimeOffset knownAt)
    {
        foreach (var line in lines)
        {
            if (line.Charge.Basis == QuantityBasis.Reported)
            {
                Ask(_from.Bind(1, sellerId).Bind(2, contractId).Bind(3, line.Id).Bind(4, day));
            }
            else
            {
                // With a delayed change a count from long ago can take effect now, and which ones do depends on all before.
                var delayed = line.Charge is not { Increase: ChangePolicy.Immediately, Decrease: ChangePolicy.Immediately };
                Ask(_heldFrom.Bind(1, sellerId).Bind(2, contractId).Bind(3, line.Id).Bind(4, delayed ? DateOnly.MinValue : day).Bind(5, knownAt));
            }
        }

        _ends.Enqueue(_asked.Count);
    }

    /// <summary>The next contract's counts, by line and day.</summary>
    internal ReadOnlyMemory<UsageCount> Take()
    {
        _counts.Clear();
        for (var end = _ends.Dequeue(); _taken < end; _taken++)
        {
            var seek = _asked[_taken];
            while (seek.Step())
            {
                var row = seek.Row;
                _counts.Add(new UsageCount(row.Int32(0), row.Day(1), row.Decimal(2), row.Instant(3)));
            }
        }

        return _counts.Count == 0 ? default : _counts.ToArray();
    }

    private void Ask(Seek seek)
    {
        seek.Ask();
        _asked.Add(seek);
    }
}
