using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Reads posted documents as they were posted: the same bytes, the same hash.</summary>
/// <remarks>Read one sequence at a time. Not thread-safe.</remarks>
public sealed class DocumentReader : IDisposable
{
    private const string Columns =
        """
        SELECT i.invoice_id, s.code, i.series, i.sequence, i.kind, c.number, k.number, i.issue_day, i.due_day, i.from_day, i.until_day, i.currency,
               i.subtotal, i.tax, i.known_at, i.previous_hash, i.hash, i.posted_at, i.run_id, i.line_count
          FROM invoice AS i
          JOIN seller AS s ON s.seller_id = i.seller_id
          JOIN contract AS c ON c.seller_id = i.seller_id AND c.contract_id = i.contract_id
          JOIN customer AS k ON k.seller_id = i.seller_id AND k.customer_id = i.customer_id
         WHERE i.seller_id = ?1
        """;

    private readonly long _sellerId;
    private readonly Statement _byNumber;
    private readonly Statement _bySeries;
    private readonly Statement _byRun;
    private readonly Statement _byContract;
    private readonly Statement _lines;
    private readonly Statement _taxes;

    /// <summary>Prepares to read.</summary>
    /// <param name="store">Where from.</param>
    /// <param name="sellerId">Whose documents.</param>
    public DocumentReader(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _sellerId = sellerId;
        _byNumber = store.Prepare(Columns + " AND i.number = ?2");
        _bySeries = store.Prepare(Columns + " AND i.series = ?2 ORDER BY i.sequence");
        _byRun = store.Prepare(Columns + " AND i.run_id = ?2 ORDER BY i.contract_id");
        _byContract = store.Prepare(
            Columns + " AND i.invoice_id IN (SELECT invoice_id FROM invoice_line WHERE seller_id = ?1 AND contract_id = ?2) ORDER BY i.invoice_id");
        _lines = store.Prepare(
            """
            SELECT line_no, line_id, charge, description, kind, cause, period_start, period_end, from_day, until_day, unit, quantity, unit_price,
                   share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece, ledger_account
              FROM invoice_line WHERE seller_id = ?1 AND invoice_id = ?2 ORDER BY line_no
            """);
        _taxes = store.Prepare("SELECT category, rate, base, tax FROM invoice_tax WHERE seller_id = ?1 AND invoice_id = ?2 ORDER BY tax_no");
    }

    /// <summary>One document; null where there is none.</summary>
    /// <param name="number">The whole number, such as <c>INV-2026-0000001</c>.</param>
    public StoredDocument? Find(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        _byNumber.Reset();
        _byNumber.Bind(1, _sellerId).Bind(2, number);
        var found = _byNumber.Step() ? Current(_byNumber) : null;
        _byNumber.Reset();
        return found;
    }

    /// <summary>The documents of a series, in order.</summary>
    public IEnumerable<StoredDocument> OfSeries(DocumentSeries series)
    {
        _bySeries.Reset();
        return Rows(_bySeries.Bind(1, _sellerId).Bind(2, series.Code));
    }

    /// <summary>The documents of a run, by contract.</summary>
    /// <param name="runId">The run's number in storage.</param>
    public IEnumerable<StoredDocument> OfRun(long runId)
    {
        _byRun.Reset();
        return Rows(_byRun.Bind(1, _sellerId).Bind(2, runId));
    }

    /// <summary>The documents of a contract, in the order of posting.</summary>
    /// <param name="contractId">The contract's number in storage.</param>
    public IEnumerable<StoredDocument> OfContract(long contractId)
    {
        _byContract.Reset();
        return Rows(_byContract.Bind(1, _sellerId).Bind(2, contractId));
    }

    /// <summary>Lets go of the statements.</summary>
    public void Dispose()
    {
        _byContract.Dispose();
        _byNumber.Dispose();
        _bySeries.Dispose();
        _byRun.Dispose();
        _lines.Dispose();
        _taxes.Dispose();
    }

    private IEnumerable<StoredDocument> Rows(Statement rows)
    {
        try
        {
            while (rows.Step())
            {
                yield return Current(rows);
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    private StoredDocument Current(Statement row)
    {
        var id = row.Int64(0);
        var document = new PostedDocument
        {
            Seller = row.Text(1),
            Series = new DocumentSeries(row.Text(2)),
            Sequence = row.Int64(3),
            Kind = (DocumentKind)row.Int32(4),
            Contract = row.Text(5),
            Customer = row.Text(6),
            IssueDay = row.Day(7),
            DueDay = row.Day(8),
            Period = new ServicePeriod(row.Day(9), row.Day(10)),
            Currency = Currency.FromCode(row.Text(11)),
            SubtotalMinorUnits = row.Int64(12),
            TaxMinorUnits = row.Int64(13),
            KnownAt = row.Instant(14),
            PreviousHash = [.. row.Bytes(15)],
            Lines = LinesOf(id, row.Int32(19)),
            Taxes = TaxesOf(id),
        };
        return new StoredDocument(id, document, [.. row.Bytes(16)], row.Instant(17), row.Int64(18));
    }

    private ImmutableArray<PostedLine> LinesOf(long id, int count)
    {
        var lines = ImmutableArray.CreateBuilder<PostedLine>(count);
        _lines.Bind(1, _sellerId).Bind(2, id);
        while (_lines.Step())
        {
            lines.Add(new PostedLine
            {
                Number = _lines.Int32(0),
                LineId = _lines.Int32(1),
                Charge = _lines.Text(2),
                Description = _lines.Text(3),
                Kind = (InvoiceLineKind)_lines.Int32(4),
                Cause = _lines.IsNull(5) ? null : (AdjustmentCause)_lines.Int32(5),
                Natural = new ServicePeriod(_lines.Day(6), _lines.Day(7)),
                Days = new ServicePeriod(_lines.Day(8), _lines.Day(9)),
                Unit = _lines.Text(10),
                Quantity = _lines.Decimal(11),
                UnitPrice = _lines.IsNull(12) ? null : _lines.Decimal(12),
                Share = new Share(_lines.Int32(13), _lines.Int32(14)),
                MinorUnits = _lines.Int64(15),
                NetMinorUnits = _lines.Int64(16),
                TaxCategory = (TaxCategory)_lines.Int32(17),
                TaxRate = Percentage.FromMillionths(_lines.Int64(18)),
                TaxPoint = _lines.Day(19),
                Round = _lines.Int32(20),
                Piece = _lines.Int32(21),
                LedgerAccount = _lines.Text(22),
            });
        }

        return lines.DrainToImmutable();
    }

    private ImmutableArray<TaxSubtotal> TaxesOf(long id)
    {
        var taxes = ImmutableArray.CreateBuilder<TaxSubtotal>();
        _taxes.Bind(1, _sellerId).Bind(2, id);
        while (_taxes.Step())
        {
            taxes.Add(new TaxSubtotal((TaxCategory)_taxes.Int32(0), Percentage.FromMillionths(_taxes.Int64(1)), _taxes.Int64(2), _taxes.Int64(3)));
        }

        return taxes.DrainToImmutable();
    }
}
