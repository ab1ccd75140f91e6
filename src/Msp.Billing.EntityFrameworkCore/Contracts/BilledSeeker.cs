using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>What was posted for a contract, added up by line and natural period.</summary>
internal sealed class BilledSeeker(BillingStore store, long sellerId) : IDisposable
{
    private readonly Statement _rows = store.Prepare(
        """
        SELECT l.line_id, l.period_start, l.period_end, l.round, l.amount, l.tax_point, i.known_at, l.tax_category, l.tax_rate, l.cause
          FROM invoice_line AS l
          CROSS JOIN invoice AS i ON i.seller_id = l.seller_id AND i.invoice_id = l.invoice_id
         WHERE l.seller_id = ?1 AND l.contract_id = ?2 AND l.period_end > ?3
         ORDER BY l.period_end, l.line_id
        """);

    private readonly List<BilledPeriod> _billed = [];

    public void Dispose() => _rows.Dispose();

    /// <summary>The periods that end after a day.</summary>
    internal ReadOnlyMemory<BilledPeriod> EndingAfter(long contractId, DateOnly day)
    {
        _billed.Clear();
        _rows.Bind(1, sellerId).Bind(2, contractId).Bind(3, day);
        while (_rows.Step())
        {
            var row = new BilledPeriod(
                _rows.Int32(0), new ServicePeriod(_rows.Day(1), _rows.Day(2)), _rows.Int32(3) + 1, _rows.Int64(4), _rows.Instant(6), _rows.Day(5),
                (TaxCategory)_rows.Int32(7), Percentage.FromMillionths(_rows.Int64(8)))
            {
                CreditedMinorUnits = _rows.Int64(9) == (long)AdjustmentCause.Credited ? -_rows.Int64(4) : 0,
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
