using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>What was posted for contracts, added up by line and natural period. First asked for each, then taken in the same order.</summary>
internal sealed class BilledSeeker(BillingStore store, long sellerId) : IDisposable
{
    private readonly Seek _seek = store.PrepareSeek(
        """
        SELECT l.line_id, l.period_start, l.period_end, l.round, l.amount, l.tax_point, i.known_at, l.tax_category, l.tax_rate, l.cause
          FROM invoice_line AS l
          CROSS JOIN invoice AS i ON i.seller_id = l.seller_id AND i.invoice_id = l.invoice_id
         WHERE l.seller_id = ?1 AND l.contract_id = ?2 AND l.period_end > ?3
        """,
        "period_end, line_id", ValueKind.Number, ValueKind.Number, ValueKind.Day);

    private readonly List<BilledPeriod> _billed = [];

    public void Dispose() => _seek.Dispose();

    /// <summary>Forgets what was asked.</summary>
    internal void Clear() => _seek.Clear();

    /// <summary>Asks for the periods that end after a day.</summary>
    internal void AskEndingAfter(long contractId, DateOnly day) => _seek.Bind(1, sellerId).Bind(2, contractId).Bind(3, day).Ask();

    /// <summary>The next contract's periods.</summary>
    internal ReadOnlyMemory<BilledPeriod> Take()
    {
        _billed.Clear();
        while (_seek.Step())
        {
            var read = _seek.Row;
            var row = new BilledPeriod(
                read.Int32(0), new ServicePeriod(read.Day(1), read.Day(2)), read.Int32(3) + 1, read.Int64(4), read.Instant(6), read.Day(5),
                (TaxCategory)read.Int32(7), Percentage.FromMillionths(read.Int64(8)))
            {
                CreditedMinorUnits = read.Int64(9) == (long)AdjustmentCause.Credited ? -read.Int64(4) : 0,
            };
            if (_billed.Count > 0 && _billed[^1] is var sum && sum.LineId == row.LineId && sum.Natural == row.Natural)
            {
                _billed[^1] = sum with
                {
                    Rounds = Math.Max(sum.Rounds, row.Rounds),
                    MinorUnits = sum.MinorUnits + row.MinorUnits,
                    CreditedMinorUnits = sum.CreditedMinorUnits + row.CreditedMinorUnits,
                    KnownAt = sum.KnownAt > row.KnownAt ? sum.KnownAt : row.KnownAt,
                    TaxPoint = sum.TaxPoint < row.TaxPoint ? sum.TaxPoint : row.TaxPoint,
                    TaxCategory = row.Rounds == 1 ? row.TaxCategory : sum.TaxCategory,
                    TaxRate = row.Rounds == 1 ? row.TaxRate : sum.TaxRate,
                };
            }
            else
            {
                _billed.Add(row);
            }
        }

        return _billed.Count == 0 ? default : _billed.ToArray();
    }
}
