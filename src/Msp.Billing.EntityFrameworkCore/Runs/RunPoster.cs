using System.Buffers.Binary;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Issues the documents of a run, chunk by chunk. A chunk is one transaction: it has happened whole, or not at all.</summary>
/// <remarks>
/// Contracts are read, rated and numbered on one thread and connection while another stores them. The transaction that stores begins first, so nobody else
/// can write while its chunk is read.
/// </remarks>
internal sealed class RunPoster : IDisposable
{
    private const int BatchSize = 128;

    private readonly BillingStore _store;
    private readonly StoredSeller _seller;
    private readonly RunHeader _run;
    private readonly TimeProvider _clock;
    private readonly DraftFingerprint _fingerprint = new();
    private readonly List<(long ContractId, long Fingerprint)> _pending = [];
    private readonly BillingStore _readingStore;
    private readonly ContractReader _reader;
    private readonly ContractDrafter _drafter;
    private readonly Statement _next;
    private bool _leftOut;

    internal RunPoster(BillingStore store, StoredSeller seller, RunHeader run, int chunk, TimeProvider clock)
    {
        (_store, _seller, _run, _clock) = (store, seller, run, clock);
        _readingStore = store.OpenReader();
        _reader = new ContractReader(_readingStore, seller.Id);
        _drafter = new ContractDrafter(_readingStore, seller.Id, run);
        _next = store.Prepare(
            """
            SELECT contract_id, draft_fingerprint FROM run_item
            WHERE seller_id = ?1 AND run_id = ?2 AND outcome = ?3 AND contract_id > ?4
            ORDER BY contract_id LIMIT ?5
            """);
        _next.Bind(1, seller.Id).Bind(2, run.Id).Bind(3, (long)RunOutcome.Billed).Bind(5, chunk);
    }

    public void Dispose()
    {
        _next.Dispose();
        _reader.Dispose();
        _readingStore.Dispose();
    }

    internal void Post(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var total = (int)RunStore.DocumentCount(_store, _seller.Id, _run.Id);
        var done = (int)RunStore.PostedCount(_store, _seller.Id, _run.Id);
        var after = 0L;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            using var transaction = _store.Begin(_seller.Id);
            if (!PostNext(ref after))
            {
                transaction.Commit();
                return;
            }

            transaction.Commit();
            done += _pending.Count;
            progress?.Report(new RunProgress(done, total));
        }
    }

    /// <summary>Does all that posting does, in one transaction that is taken back.</summary>
    internal RunSummary Rehearse(CancellationToken cancellation)
    {
        using var transaction = _store.Begin();
        for (var after = 0L; PostNext(ref after);)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return RunStore.Summary(_store, _seller.Id, _run.Id);
    }

    // Contracts are posted in their order, chunk by chunk: up to the last one that has its document, each has one or was left out. Asked in the transaction
    // that posts the next chunk, because another process may have posted one meanwhile.
    private long PostedThrough()
    {
        using var last = _store.Prepare("SELECT max(contract_id) FROM invoice WHERE seller_id = ?1 AND run_id = ?2");
        return last.Bind(1, _seller.Id).Bind(2, _run.Id).Step() ? last.Int64(0) : 0;
    }

    private bool PostNext(ref long after)
    {
        ReadPending(Math.Max(after, PostedThrough()));
        if (_pending.Count > 0)
        {
            PostPending();
            after = _pending[^1].ContractId;
            return true;
        }

        if (_leftOut)
        {
            RunStore.Total(_store, _seller.Id, _run);
        }

        return false;
    }

    private void ReadPending(long after)
    {
        _pending.Clear();
        _next.Bind(4, after);
        while (_next.Step())
        {
            _pending.Add((_next.Int64(0), _next.Int64(1)));
        }
    }

    private void PostPending()
    {
        using var writer = new DocumentWriter(_store, _seller.Id, _seller.Seller.Code);
        var postedAt = _clock.GetUtcNow();
        foreach (var ready in Ahead.Of(Batches(writer.Chain)).SelectMany(batch => batch))
        {
            if (ready.Document is { } document)
            {
                writer.Write(document, ready.ContractId, ready.CustomerId, _run.Id, postedAt);
                writer.MarkBilled(ready.ContractId, _run.Through, _run.KnownAt);
            }
            else if (ready.Problem is { } problem)
            {
                _leftOut = true;
                RunStore.LeaveOut(_store, _seller.Id, _run, ready.ContractId, problem);
            }
        }

        writer.SaveSeries();
    }

    private IEnumerable<List<ReadyDocument>> Batches(DocumentChain chain)
    {
        var next = 0;
        var batch = new List<ReadyDocument>(BatchSize);
        foreach (var stored in _reader.Read(_run.Through, null, _pending[0].ContractId, _pending[^1].ContractId))
        {
            if (next < _pending.Count && stored.Id == _pending[next].ContractId)
            {
                batch.Add(Ready(chain, stored, _pending[next++].Fingerprint));
            }

            if (batch.Count == BatchSize)
            {
                yield return batch;
                batch = new List<ReadyDocument>(BatchSize);
            }
        }

        yield return batch;
    }

    private ReadyDocument Ready(DocumentChain chain, StoredContract stored, long approved)
    {
        var found = _drafter.Draft(stored);
        if (found.Draft is not { } draft)
        {
            return new ReadyDocument(stored.Id, stored.CustomerId, null, found.Problem ?? RunProblems.ChangedSinceApproval(stored.Contract.Number));
        }

        Span<byte> fingerprint = stackalloc byte[DraftFingerprint.Size];
        _fingerprint.Write(draft, fingerprint);
        return BinaryPrimitives.ReadInt64LittleEndian(fingerprint) == approved
            ? new ReadyDocument(stored.Id, stored.CustomerId, chain.Next(draft, _run.KnownAt), null)
            : new ReadyDocument(stored.Id, stored.CustomerId, null, RunProblems.ChangedSinceApproval(stored.Contract.Number));
    }
}
