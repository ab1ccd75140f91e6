using System.Collections.Immutable;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>What a run posted for contracts. First asked for each, then taken in the same order.</summary>
internal sealed class PreviousSeeker(BillingStore store, long sellerId) : IDisposable
{
    private readonly Seek _seek = store.PrepareSeek(
        """
        SELECT i.known_at, i.total, i.line_count, l.line_no, l.line_id, l.kind, l.period_start, l.period_end, l.amount
          FROM invoice AS i
          CROSS JOIN invoice_line AS l ON l.seller_id = i.seller_id AND l.invoice_id = i.invoice_id
         WHERE i.seller_id = ?1 AND i.run_id = ?2 AND i.contract_id = ?3
        """,
        "line_no", ValueKind.Number, ValueKind.Number, ValueKind.Number);

    public void Dispose() => _seek.Dispose();

    /// <summary>Forgets what was asked.</summary>
    internal void Clear() => _seek.Clear();

    /// <summary>Asks for what a run posted for a contract.</summary>
    internal void Ask(long contractId, long runId) => _seek.Bind(1, sellerId).Bind(2, runId).Bind(3, contractId).Ask();

    /// <summary>What the run posted for the next contract.</summary>
    internal PreviousBilling Take()
    {
        if (!_seek.Step())
        {
            return PreviousBilling.Nothing;
        }

        var row = _seek.Row;
        var (knownAt, total) = (row.Instant(0), row.Int64(1));
        var lines = ImmutableArray.CreateBuilder<PreviousLine>(row.Int32(2));
        do
        {
            lines.Add(new PreviousLine(row.Int32(4), (InvoiceLineKind)row.Int32(5), new ServicePeriod(row.Day(6), row.Day(7)), row.Int64(8)));
        }
        while (_seek.Step());

        return new PreviousBilling(knownAt, total, lines.DrainToImmutable());
    }
}
