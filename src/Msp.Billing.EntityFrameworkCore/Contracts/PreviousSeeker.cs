using System.Collections.Immutable;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>What a run posted for a contract.</summary>
internal sealed class PreviousSeeker(BillingStore store, long sellerId) : IDisposable
{
    private readonly Statement _document = store.Prepare(
        "SELECT invoice_id, known_at, total, line_count FROM invoice WHERE seller_id = ?1 AND run_id = ?2 AND contract_id = ?3");

    private readonly Statement _lines = store.Prepare(
        "SELECT line_id, kind, period_start, period_end, amount FROM invoice_line WHERE seller_id = ?1 AND invoice_id = ?2 ORDER BY line_no");

    public void Dispose()
    {
        _document.Dispose();
        _lines.Dispose();
    }

    internal PreviousBilling Of(long contractId, long runId)
    {
        _document.Bind(1, sellerId).Bind(2, runId).Bind(3, contractId);
        if (!_document.Step())
        {
            return PreviousBilling.Nothing;
        }

        var (invoiceId, knownAt, total) = (_document.Int64(0), _document.Instant(1), _document.Int64(2));
        var lines = ImmutableArray.CreateBuilder<PreviousLine>(_document.Int32(3));
        _document.Reset();
        _lines.Bind(1, sellerId).Bind(2, invoiceId);
        while (_lines.Step())
        {
            lines.Add(new PreviousLine(
                _lines.Int32(0), (InvoiceLineKind)_lines.Int32(1), new ServicePeriod(_lines.Day(2), _lines.Day(3)), _lines.Int64(4)));
        }

        return new PreviousBilling(knownAt, total, lines.DrainToImmutable());
    }
}
