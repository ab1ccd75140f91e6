using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Reads posted documents with all that a printed or electronic one shows: the parties as they were when it was posted, and what it corrects.</summary>
/// <remarks>Read one sequence at a time. Not thread-safe.</remarks>
public sealed class IssuedDocumentReader : IDisposable
{
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly DocumentReader _documents;
    private readonly ContractReader _contracts;
    private readonly Statement _seller;
    private readonly Statement _customer;
    private readonly Statement _corrected;
    private readonly Statement _credited;
    private readonly Statement _billed;
    private readonly Statement _issued;
    private (string Text, SellerParty Party)? _lastSeller;

    /// <summary>Prepares to read.</summary>
    /// <param name="store">Where from.</param>
    /// <param name="sellerId">Whose documents.</param>
    public IssuedDocumentReader(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _sellerId = sellerId;
        _documents = new DocumentReader(store, sellerId);
        _contracts = new ContractReader(store, sellerId);
        _seller = store.Prepare("SELECT party_json FROM seller_version WHERE seller_id = ?1 AND first_invoice_id <= ?2 ORDER BY version_no DESC LIMIT 1");
        _customer = store.Prepare(
            """
            SELECT v.party_json FROM invoice AS i JOIN customer_version AS v ON v.seller_id = i.seller_id AND v.customer_id = i.customer_id
             WHERE i.seller_id = ?1 AND i.invoice_id = ?2 AND v.first_invoice_id <= ?2 ORDER BY v.version_no DESC LIMIT 1
            """);

        // The lines of the same periods in the rounds before: posted before these, so the answer never changes. What corrected them is corrected with them.
        _corrected = store.Prepare(
            """
            SELECT DISTINCT i.number, i.issue_day, i.invoice_id FROM invoice_line AS mine
              JOIN invoice_line AS theirs ON theirs.seller_id = mine.seller_id AND theirs.contract_id = mine.contract_id AND theirs.period_end = mine.period_end
               AND theirs.line_id = mine.line_id AND theirs.round = 0 AND theirs.period_start = mine.period_start
              JOIN invoice AS i ON i.seller_id = theirs.seller_id AND i.invoice_id = theirs.invoice_id
             WHERE mine.seller_id = ?1 AND mine.invoice_id = ?2 AND mine.round > 0 ORDER BY i.invoice_id
            """);
        _credited = store.Prepare(
            """
            SELECT i.number, i.issue_day FROM correction AS c JOIN invoice AS i ON i.seller_id = c.seller_id AND i.invoice_id = c.invoice_id
             WHERE c.seller_id = ?1 AND c.note_id = ?2
            """);
        _billed = store.Prepare(
            """
            SELECT i.number, i.issue_day, i.invoice_id FROM contract AS c
              JOIN invoice_line AS l ON l.seller_id = c.seller_id AND l.contract_id = c.contract_id AND l.period_end = ?5 AND l.line_id = ?3 AND l.round = 0 AND l.period_start = ?4
              JOIN invoice AS i ON i.seller_id = l.seller_id AND i.invoice_id = l.invoice_id
             WHERE c.seller_id = ?1 AND c.number = ?2
            """);
        _issued = store.Prepare("SELECT number FROM invoice WHERE seller_id = ?1 AND issue_day BETWEEN ?2 AND ?3 ORDER BY invoice_id");
    }

    /// <summary>One document; null where there is none.</summary>
    /// <param name="number">The whole number, such as <c>INV-2026-0000001</c>.</param>
    /// <param name="explained">Whether with how every figure came to be.</param>
    /// <exception cref="InvalidOperationException">It is to be explained and does not follow from its contract: one of them was tampered with.</exception>
    public IssuedDocument? Find(string number, bool explained = false) => _documents.Find(number) is { } stored ? Of(stored, explained) : null;

    /// <summary>The documents of a run, by contract.</summary>
    /// <param name="runId">The run's number in storage.</param>
    public IEnumerable<IssuedDocument> OfRun(long runId)
    {
        foreach (var stored in _documents.OfRun(runId))
        {
            yield return Of(stored, explained: false);
        }
    }

    /// <summary>The documents of some days, in the order of posting.</summary>
    /// <param name="from">The first day of issue.</param>
    /// <param name="through">The last day of issue.</param>
    public IEnumerable<IssuedDocument> Issued(DateOnly from, DateOnly through)
    {
        var numbers = new List<string>();
        _issued.Bind(1, _sellerId).Bind(2, from).Bind(3, through);
        while (_issued.Step())
        {
            numbers.Add(_issued.UniqueText(0));
        }

        foreach (var number in numbers)
        {
            yield return Find(number) ?? throw new StorageException(StorageFault.Refused, $"Document {number} vanished from '{_store.Path}' while it was read.");
        }
    }

    /// <summary>A posted document with all that it shows.</summary>
    /// <param name="stored">The document.</param>
    /// <param name="explained">Whether with how every figure came to be.</param>
    /// <exception cref="InvalidOperationException">It is to be explained and does not follow from its contract: one of them was tampered with.</exception>
    public IssuedDocument Of(StoredDocument stored, bool explained = false)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new IssuedDocument
        {
            Document = stored.Document,
            Seller = SellerOf(stored.Id),
            Customer = PartyJson.ReadCustomer(TextOf(_customer, stored.Id)),
            Corrected = stored.Document.Lines.Any(line => line.Round > 0) ? CorrectedBy(stored.Id) : [],
            Explanation = explained ? Explain(stored.Document) : null,
        };
    }

    /// <summary>What a draft would be if it was posted now, with what it corrects. It has no number yet.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="sellerCode">The seller's code.</param>
    /// <param name="seller">Who would issue it.</param>
    /// <param name="customer">Who would receive it.</param>
    public IssuedDocument Of(InvoiceDraft draft, string sellerCode, SellerParty seller, CustomerParty customer)
    {
        var issued = IssuedDocument.Of(draft, sellerCode, seller, customer);
        var corrected = new SortedDictionary<long, DocumentReference>();
        foreach (var line in issued.Document.Lines.Where(line => line.Round > 0))
        {
            _billed.Bind(1, _sellerId).Bind(2, issued.Document.Contract).Bind(3, (long)line.LineId).Bind(4, line.Natural.Start).Bind(5, line.Natural.End);
            while (_billed.Step())
            {
                corrected[_billed.Int64(2)] = new DocumentReference(_billed.UniqueText(0), _billed.Day(1));
            }
        }

        return corrected.Count == 0
            ? issued
            : new IssuedDocument { Document = issued.Document, Seller = seller, Customer = customer, Corrected = [.. corrected.Values] };
    }

    /// <summary>Lets go of the statements.</summary>
    public void Dispose()
    {
        _documents.Dispose();
        _contracts.Dispose();
        _seller.Dispose();
        _customer.Dispose();
        _corrected.Dispose();
        _credited.Dispose();
        _billed.Dispose();
        _issued.Dispose();
    }

    private SellerParty SellerOf(long invoiceId)
    {
        var text = TextOf(_seller, invoiceId);
        if (_lastSeller is not { } last || last.Text != text)
        {
            _lastSeller = last = (text, PartyJson.ReadSeller(text));
        }

        return last.Party;
    }

    private string TextOf(Statement party, long invoiceId)
    {
        party.Bind(1, _sellerId).Bind(2, invoiceId);
        var text = party.Step() ? party.UniqueText(0) : null;
        party.Reset();
        return text ?? throw new StorageException(StorageFault.Refused, $"'{_store.Path}' does not say whose document number {invoiceId} in storage is.");
    }

    // A credit note that somebody asked for names the document that it was asked for; one that a run drafted names those that billed its periods first.
    private ImmutableArray<DocumentReference> CorrectedBy(long invoiceId) => References(_credited, invoiceId) is { IsEmpty: false } credited ? credited : References(_corrected, invoiceId);

    private ImmutableArray<DocumentReference> References(Statement query, long invoiceId)
    {
        var found = ImmutableArray.CreateBuilder<DocumentReference>();
        query.Bind(1, _sellerId).Bind(2, invoiceId);
        while (query.Step())
        {
            found.Add(new DocumentReference(query.UniqueText(0), query.Day(1)));
        }

        return found.ToImmutable();
    }

    private Explanation? Explain(PostedDocument document)
    {
        if (_contracts.Find(document.Contract) is not { } stored)
        {
            return null;
        }

        var list = new DocumentList(_store, _sellerId);
        return DocumentExplainer.Explain(
            document, stored.Contract, stored.Counts.Span, (lineId, natural, round) => list.BilledBefore(stored.Id, lineId, natural, round));
    }
}
