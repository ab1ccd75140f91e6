using System.Collections.Immutable;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Turns drafts into posted documents: gives each its number, chains it to the one before, and stores it.</summary>
/// <remarks>
/// Post inside a transaction of the same store and call <see cref="SaveSeries"/> before it is committed: a number is used up and its document stored together
/// or neither is, so numbers have no gap. Make a new writer for each transaction, unless nobody else wrote since the last one. Not thread-safe.
/// </remarks>
public sealed class DocumentWriter : IDisposable
{
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly Statement _invoice;
    private readonly Statement _line;
    private readonly Statement _tax;
    private readonly Statement _billing;
    private readonly Dictionary<DocumentSeries, (long Next, ImmutableArray<byte> LastHash)> _written = [];
    private long _lastId;

    /// <summary>Prepares to post.</summary>
    /// <param name="store">Where to; in a transaction.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    /// <param name="sellerCode">The seller's code, which stands on documents.</param>
    public DocumentWriter(BillingStore store, long sellerId, string sellerCode)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerCode);
        _store = store;
        _sellerId = sellerId;
        Chain = new DocumentChain(store, sellerId, sellerCode);
        _line = store.PrepareInsert(
            """
            INSERT INTO invoice_line (seller_id, invoice_id, line_no, contract_id, line_id, charge, description, kind, cause, period_start, period_end, from_day,
                   until_day, unit, quantity, unit_price, share_numerator, share_denominator, amount, net, tax_category, tax_rate, tax_point, round, piece,
                   ledger_account)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)
            """);
        _tax = store.PrepareInsert("INSERT INTO invoice_tax (seller_id, invoice_id, tax_no, category, rate, base, tax) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _invoice = store.PrepareInsert(
            """
            INSERT INTO invoice (seller_id, invoice_id, series, sequence, number, kind, contract_id, customer_id, run_id, issue_day, due_day, from_day, until_day,
                   currency, subtotal, tax, total, known_at, posted_at, line_count, previous_hash, hash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)
            """);
        _billing = store.PrepareInsert(
            """
            INSERT INTO contract_billing (seller_id, contract_id, billed_through, known_at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (seller_id, contract_id) DO UPDATE SET billed_through = excluded.billed_through, known_at = excluded.known_at
             WHERE excluded.billed_through >= contract_billing.billed_through
            """);
        _invoice.Bind(1, sellerId);
        _line.Bind(1, sellerId);
        _tax.Bind(1, sellerId);
        _billing.Bind(1, sellerId);
        using var last = store.Prepare("SELECT max(invoice_id) FROM invoice WHERE seller_id = ?1");
        _lastId = last.Bind(1, sellerId).Step() ? last.Int64(0) : 0;
    }

    /// <summary>Gives the numbers of what is stored.</summary>
    internal DocumentChain Chain { get; }

    /// <summary>Gives a draft its number and stores it.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="contractId">The contract's number in storage.</param>
    /// <param name="customerId">The customer's number in storage.</param>
    /// <param name="runId">The run that posts it.</param>
    /// <param name="knownAt">As of when the contract was known.</param>
    /// <param name="postedAt">Now.</param>
    /// <returns>The document and its number in storage.</returns>
    /// <exception cref="StorageException">The run posted this contract already, or a period of it was billed by someone else; nothing may be committed then.</exception>
    public (long Id, PostedDocument Document) Post(
        InvoiceDraft draft, long contractId, long customerId, long runId, DateTimeOffset knownAt, DateTimeOffset postedAt)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var numbered = Chain.Next(draft, knownAt);
        return (Write(numbered, contractId, customerId, runId, postedAt), numbered.Document);
    }

    /// <summary>Notes how far a contract is billed, whether it had a document or not. Never goes back: a run through an earlier day changes nothing.</summary>
    /// <param name="contractId">The contract's number in storage.</param>
    /// <param name="through">The last due day that was billed, inclusive.</param>
    /// <param name="knownAt">As of when the contract was known.</param>
    public void MarkBilled(long contractId, DateOnly through, DateTimeOffset knownAt) =>
        _billing.Bind(2, contractId).Bind(3, through).Bind(4, knownAt).Run();

    /// <summary>Stores where each series stands. Call it once, before the transaction is committed.</summary>
    public void SaveSeries()
    {
        using var save = _store.Prepare(
            """
            INSERT INTO document_series (seller_id, series, next_sequence, last_hash) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (seller_id, series) DO UPDATE SET next_sequence = excluded.next_sequence, last_hash = excluded.last_hash
             WHERE excluded.next_sequence > document_series.next_sequence
            """);
        foreach (var (series, (next, lastHash)) in _written)
        {
            save.Bind(1, _sellerId).Bind(2, series.Code).Bind(3, next).Bind(4, lastHash.AsSpan()).Run();
        }

        _written.Clear();
    }

    /// <summary>Lets go of the statements.</summary>
    public void Dispose()
    {
        _invoice.Dispose();
        _line.Dispose();
        _tax.Dispose();
        _billing.Dispose();
        Chain.Dispose();
    }

    /// <summary>Stores a document that <see cref="Chain"/> gave its number.</summary>
    /// <remarks>The head comes last: it seals the document, and the database refuses one that is not whole.</remarks>
    /// <returns>Its number in storage.</returns>
    internal long Write(in NumberedDocument numbered, long contractId, long customerId, long? runId, DateTimeOffset postedAt)
    {
        var document = numbered.Document;
        var id = ++_lastId;
        _line.Bind(2, id).Bind(4, contractId);
        foreach (ref readonly var line in document.Lines.AsSpan())
        {
            WriteLine(line);
        }

        _tax.Bind(2, id);
        for (var i = 0; i < document.Taxes.Length; i++)
        {
            var tax = document.Taxes[i];
            _tax.Bind(3, i + 1).Bind(4, (int)tax.Category).Bind(5, tax.Rate.Millionths)
                .Bind(6, tax.BaseMinorUnits).Bind(7, tax.TaxMinorUnits).Run();
        }

        WriteHead(id, document, contractId, customerId, runId, postedAt, numbered.Hash.AsSpan());
        _written[document.Series] = (document.Sequence + 1, numbered.Hash);
        return id;
    }

    private void WriteHead(long id, PostedDocument document, long contractId, long customerId, long? runId, DateTimeOffset postedAt, ReadOnlySpan<byte> hash) =>
        _invoice.Bind(2, id).Bind(3, document.Series.Code).Bind(4, document.Sequence).Bind(5, document.Number).Bind(6, (int)document.Kind)
            .Bind(7, contractId).Bind(8, customerId).Bind(9, runId).Bind(10, document.IssueDay).Bind(11, document.DueDay)
            .Bind(12, document.Period.Start).Bind(13, document.Period.End).Bind(14, document.Currency.Code)
            .Bind(15, document.SubtotalMinorUnits).Bind(16, document.TaxMinorUnits).Bind(17, document.TotalMinorUnits)
            .Bind(18, document.KnownAt).Bind(19, postedAt).Bind(20, document.Lines.Length).Bind(21, document.PreviousHash.AsSpan()).Bind(22, hash).Run();

    private void WriteLine(in PostedLine line) =>
        _line.Bind(3, line.Number).Bind(5, line.LineId).Bind(6, line.Charge).Bind(7, line.Description)
            .Bind(8, (int)line.Kind).Bind(9, (int?)line.Cause).Bind(10, line.Natural.Start).Bind(11, line.Natural.End)
            .Bind(12, line.Days.Start).Bind(13, line.Days.End).Bind(14, line.Unit).Bind(15, line.Quantity).Bind(16, line.UnitPrice)
            .Bind(17, line.Share.Numerator).Bind(18, line.Share.Denominator).Bind(19, line.MinorUnits).Bind(20, line.NetMinorUnits)
            .Bind(21, (int)line.TaxCategory).Bind(22, line.TaxRate.Millionths).Bind(23, line.TaxPoint).Bind(24, line.Round).Bind(25, line.Piece)
            .Bind(26, line.LedgerAccount).Run();
}
