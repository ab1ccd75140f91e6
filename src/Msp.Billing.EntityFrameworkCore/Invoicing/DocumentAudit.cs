using System.Collections.Immutable;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Proves that what is posted is what was posted: no number missing, no line lost, no character changed.</summary>
/// <param name="store">Where the documents are.</param>
/// <param name="sellerId">Whose documents.</param>
public sealed class DocumentAudit(BillingStore store, long sellerId)
{
    /// <summary>Everything that is wrong, series by series; empty when all is as it was posted.</summary>
    /// <remarks>Reads every document once; memory does not grow with their number.</remarks>
    public IEnumerable<DocumentFault> Faults()
    {
        foreach (var series in Series())
        {
            foreach (var fault in FaultsOf(series))
            {
                yield return fault;
            }
        }

        foreach (var fault in SumFaults())
        {
            yield return fault;
        }
    }

    /// <summary>The series that were begun.</summary>
    public IReadOnlyList<DocumentSeries> Series()
    {
        using var rows = store.Prepare("SELECT series FROM document_series WHERE seller_id = ?1 UNION SELECT series FROM invoice WHERE seller_id = ?1 ORDER BY 1");
        rows.Bind(1, sellerId);
        var series = new List<DocumentSeries>();
        while (rows.Step())
        {
            series.Add(new DocumentSeries(rows.Text(0)));
        }

        return series;
    }

    /// <summary>The first document of a series whose bytes, hash or predecessor are not those that were posted; null when the whole chain holds.</summary>
    public string? VerifyChain(DocumentSeries series)
    {
        foreach (var fault in FaultsOf(series))
        {
            return fault.Number;
        }

        return null;
    }

    /// <summary>Documents whose lines do not sum to them, whose taxes do not, or that have more or fewer lines than were posted.</summary>
    public IReadOnlyList<DocumentFault> SumFaults()
    {
        using var rows = store.Prepare(
            """
            SELECT i.number
              FROM invoice AS i
             WHERE i.seller_id = ?1
               AND (i.line_count <> (SELECT count(*) FROM invoice_line AS l WHERE l.seller_id = i.seller_id AND l.invoice_id = i.invoice_id)
                 OR i.subtotal <> (SELECT coalesce(sum(l.net), 0) FROM invoice_line AS l WHERE l.seller_id = i.seller_id AND l.invoice_id = i.invoice_id)
                 OR i.tax <> (SELECT coalesce(sum(t.tax), 0) FROM invoice_tax AS t WHERE t.seller_id = i.seller_id AND t.invoice_id = i.invoice_id))
             ORDER BY i.invoice_id
            """);
        rows.Bind(1, sellerId);
        var faults = new List<DocumentFault>();
        while (rows.Step())
        {
            faults.Add(new DocumentFault(rows.Text(0), DocumentFaultKind.Sums, "Its lines or taxes do not sum to its totals."));
        }

        return faults;
    }

    private IEnumerable<DocumentFault> FaultsOf(DocumentSeries series)
    {
        using var reader = new DocumentReader(store, sellerId);
        using var canonical = new CanonicalDocument();
        var (expected, previous) = (1L, CanonicalDocument.NoPredecessor);
        foreach (var stored in reader.OfSeries(series))
        {
            var document = stored.Document;
            if (document.Sequence != expected)
            {
                yield return new DocumentFault(
                    series.Number(expected), DocumentFaultKind.Gap, $"The number is missing: the next document in the series is {document.Number}.");
            }
            else if (!document.PreviousHash.AsSpan().SequenceEqual(previous.AsSpan()))
            {
                yield return new DocumentFault(document.Number, DocumentFaultKind.Chain, "It does not follow the document before it: one of the two was changed.");
            }

            if (!canonical.HashOf(document).AsSpan().SequenceEqual(stored.Hash.AsSpan()))
            {
                yield return new DocumentFault(document.Number, DocumentFaultKind.Content, "Its content is not what was posted: the hash differs.");
            }

            (expected, previous) = (document.Sequence + 1, stored.Hash);
        }

        var (next, last) = SeriesRow(series);
        if (next != expected)
        {
            yield return new DocumentFault(
                series.Number(Math.Min(next, expected)), DocumentFaultKind.Gap, FormattableString.Invariant($"The series stands at {next}, but {expected} is the next number after the last document."));
        }
        else if (!last.AsSpan().SequenceEqual(previous.AsSpan()))
        {
            yield return new DocumentFault(series.Number(Math.Max(expected - 1, 1)), DocumentFaultKind.Chain, "The series does not end with its hash: one of the two was changed.");
        }
    }

    private (long Next, ImmutableArray<byte> LastHash) SeriesRow(DocumentSeries series)
    {
        using var read = store.Prepare("SELECT next_sequence, last_hash FROM document_series WHERE seller_id = ?1 AND series = ?2");
        return read.Bind(1, sellerId).Bind(2, series.Code).Step() ? (read.Int64(0), [.. read.Bytes(1)]) : (1, CanonicalDocument.NoPredecessor);
    }
}
