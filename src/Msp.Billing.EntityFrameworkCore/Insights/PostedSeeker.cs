using Msp.Billing.Insights;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>Every line that was posted for a contract, in the order of posting.</summary>
internal sealed class PostedSeeker(BillingStore store, long sellerId) : IDisposable
{
    private readonly Statement _rows = store.Prepare(
        """
        SELECT l.invoice_id, i.issue_day, i.known_at, l.line_id, l.kind, l.period_start, l.period_end, l.from_day, l.until_day, l.net
          FROM invoice_line AS l
          CROSS JOIN invoice AS i ON i.seller_id = l.seller_id AND i.invoice_id = l.invoice_id
         WHERE l.seller_id = ?1 AND l.contract_id = ?2
         ORDER BY l.invoice_id, l.line_no
        """);

    public void Dispose() => _rows.Dispose();

    /// <summary>The lines of a contract.</summary>
    /// <param name="contractId">The contract's number in storage.</param>
    /// <param name="posted">Emptied, then filled.</param>
    internal void Of(long contractId, List<Row> posted)
    {
        posted.Clear();
        _rows.Bind(1, sellerId).Bind(2, contractId);
        while (_rows.Step())
        {
            posted.Add(new Row(
                _rows.Int64(0), _rows.Day(1), _rows.Instant(2),
                new BilledPart(
                    _rows.Int32(3), (InvoiceLineKind)_rows.Int32(4), new ServicePeriod(_rows.Day(5), _rows.Day(6)),
                    new ServicePeriod(_rows.Day(7), _rows.Day(8)), _rows.Int64(9))));
        }
    }

    /// <summary>One posted line.</summary>
    internal readonly record struct Row(long InvoiceId, DateOnly IssueDay, DateTimeOffset KnownAt, BilledPart Part);
}
