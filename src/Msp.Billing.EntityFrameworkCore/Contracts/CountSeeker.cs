using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>What was counted for a contract: all of it, or only the days that can still matter.</summary>
internal sealed class CountSeeker(BillingStore store, long sellerId) : IDisposable
{
    private readonly Statement _all = store.Prepare(
        "SELECT line_id, day, quantity, recorded_at FROM usage_count WHERE seller_id = ?1 AND contract_id = ?2 ORDER BY line_id, day, recorded_at");

    private readonly Statement _earliestLate = store.Prepare(
        """
        SELECT min(day) FROM usage_count INDEXED BY "IX_usage_count_seller_id_contract_id_recorded_at"
         WHERE seller_id = ?1 AND contract_id = ?2 AND recorded_at > ?3
        """);

    private readonly Statement _from = store.Prepare(
        """
        SELECT line_id, day, quantity, recorded_at FROM usage_count
         WHERE seller_id = ?1 AND contract_id = ?2 AND line_id = ?3 AND day >= ?4
         ORDER BY day, recorded_at
        """);

    // A count holds until the next one, so the last one before the first day that matters is needed as well: the last one that was known at the
    // earliest instant that is looked at. What became known later and is for a later day follows it; what is for an earlier day is superseded by it.
    private readonly Statement _heldFrom = store.Prepare(
        """
        SELECT line_id, day, quantity, recorded_at FROM usage_count
         WHERE seller_id = ?1 AND contract_id = ?2 AND line_id = ?3 AND day >= coalesce((
               SELECT max(day) FROM usage_count
                WHERE seller_id = ?1 AND contract_id = ?2 AND line_id = ?3 AND day <= ?4 AND recorded_at <= ?5), '0001-01-01')
         ORDER BY day, recorded_at
        """);

    private readonly List<UsageCount> _counts = [];

    public void Dispose()
    {
        _all.Dispose();
        _earliestLate.Dispose();
        _from.Dispose();
        _heldFrom.Dispose();
    }

    /// <summary>Everything that was counted.</summary>
    internal ReadOnlyMemory<UsageCount> All(long contractId)
    {
        _counts.Clear();
        Add(_all.Bind(1, sellerId).Bind(2, contractId));
        return _counts.Count == 0 ? default : _counts.ToArray();
    }

    /// <summary>The earliest day for which something was counted after an instant; null where nothing was.</summary>
    internal DateOnly? EarliestRecordedAfter(long contractId, DateTimeOffset instant)
    {
        _earliestLate.Bind(1, sellerId).Bind(2, contractId).Bind(3, instant);
        var day = _earliestLate.Step() ? _earliestLate.DayOrNull(0) : null;
        _earliestLate.Reset();
        return day;
    }

    /// <summary>What was counted for the days from one on, and what still held on it, as known at an instant or any later one.</summary>
    internal ReadOnlyMemory<UsageCount> Since(long contractId, ReadOnlySpan<ContractLine> lines, DateOnly day, DateTimeOffset knownAt)
    {
        _counts.Clear();
        foreach (var line in lines)
        {
            if (line.Charge.Basis == QuantityBasis.Reported)
            {
                Add(_from.Bind(1, sellerId).Bind(2, contractId).Bind(3, line.Id).Bind(4, day));
            }
            else
            {
                // With a delayed change a count from long ago can take effect now, and which ones do depends on all before.
                var delayed = line.Charge is not { Increase: ChangePolicy.Immediately, Decrease: ChangePolicy.Immediately };
                Add(_heldFrom.Bind(1, sellerId).Bind(2, contractId).Bind(3, line.Id).Bind(4, delayed ? DateOnly.MinValue : day).Bind(5, knownAt));
            }
        }

        return _counts.Count == 0 ? default : _counts.ToArray();
    }

    private void Add(Statement rows)
    {
        while (rows.Step())
        {
            _counts.Add(new UsageCount(rows.Int32(0), rows.Day(1), rows.Decimal(2), rows.Instant(3)));
        }
    }
}
