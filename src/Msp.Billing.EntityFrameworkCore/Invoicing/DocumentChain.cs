using System.Collections.Immutable;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Gives documents their numbers and chains each to the one before it in its series.</summary>
/// <remarks>
/// What it reads belongs to the transaction that stores the first of its documents, or to a later one before which nobody else wrote. After that it needs no
/// database, so another thread may number what this one stores.
/// Not thread-safe.
/// </remarks>
internal sealed class DocumentChain : IDisposable
{
    private readonly string _sellerCode;
    private readonly CanonicalDocument _canonical = new();
    private readonly Dictionary<DocumentSeries, (long Next, ImmutableArray<byte> LastHash)> _series = [];

    /// <summary>Reads where the series of a seller stand.</summary>
    internal DocumentChain(BillingStore store, long sellerId, string sellerCode)
    {
        _sellerCode = sellerCode;
        using var read = store.Prepare("SELECT series, next_sequence, last_hash FROM document_series WHERE seller_id = ?1");
        read.Bind(1, sellerId);
        while (read.Step())
        {
            _series.Add(new DocumentSeries(read.Text(0)), (read.Int64(1), [.. read.Bytes(2)]));
        }
    }

    public void Dispose() => _canonical.Dispose();

    /// <summary>Gives a draft the next number of its series.</summary>
    internal NumberedDocument Next(InvoiceDraft draft, DateTimeOffset knownAt)
    {
        var series = DocumentSeries.For(draft.Kind, draft.IssueDay);
        var (next, previousHash) = _series.TryGetValue(series, out var known) ? known : (1, CanonicalDocument.NoPredecessor);
        var document = PostedDocument.Of(draft, _sellerCode, next, knownAt, previousHash);
        var hash = _canonical.HashOf(document);
        _series[series] = (next + 1, hash);
        return new NumberedDocument(document, hash);
    }
}
