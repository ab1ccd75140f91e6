using System.Buffers.Binary;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Sqlite;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Issues the documents of a run, chunk by chunk. A chunk is one transaction: it has happened whole, or not at all.</summary>
internal sealed class RunPoster : IDisposable
{
    private readonly BillingStore _store;
    private readonly StoredSeller _seller;
    private readonly RunHeader _run;
    private readonly TimeProvider _clock;
    private readonly DraftFingerprint _fingerprint = new();
    private readonly List<(long ContractId, long Fingerprint)> _pending = [];
    private readonly ContractReader _reader;
    private readonly ContractDrafter _drafter;
    private readonly Statement _next;
    private readonly Statement _posted;
    private bool _leftOut;

    internal RunPoster(BillingStore store, StoredSeller seller, RunHeader run, int chunk, TimeProvider clock)
    {
        (_store, _seller, _run, _clock) = (store, seller, run, clock);
        _reader = new ContractReader(store, seller.Id);
        _drafter = new ContractDrafter(store, seller.Id, run);
        _next = store.Prepare(
            """
            SELECT contract_id, draft_fingerprint FROM run_item
            WHERE seller_id = ?1 AND run_id = ?2 AND outcome = ?3 AND posted_invoice_id IS NULL AND contract_id > ?4 ORDER BY contract_id LIMIT ?5
            """);
        _posted = store.Prepare("UPDATE run_item SET posted_invoice_id = ?4 WHERE seller_id = ?1 AND run_id = ?2 AND contract_id = ?3");
        foreach (var statement in (ReadOnlySpan<Statement>)[_next, _posted])
        {
            statement.Bind(1, seller.Id).Bind(2, run.Id);
        }

        _next.Bind(3, (long)RunOutcome.Billed).Bind(5, chunk);
    }

    public void Dispose()
    {
        _next.Dispose();
        _posted.Dispose();
        _reader.Dispose();
    }

    internal void Post(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var total = (int)RunStore.DocumentCount(_store, _seller.Id, _run.Id);
        var done = (int)RunStore.PostedCount(_store, _seller.Id, _run.Id);
        var after = 0L;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            using var transaction = _store.Begin();
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

    private bool PostNext(ref long after)
    {
        ReadPending(after);
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
        Span<byte> fingerprint = stackalloc byte[DraftFingerprint.Size];
        var next = 0;
        foreach (var stored in _reader.Read(_run.Through, null, _pending[0].ContractId, _pending[^1].ContractId))
        {
            if (next == _pending.Count || stored.Id != _pending[next].ContractId)
            {
                continue;
            }

            var approved = _pending[next++].Fingerprint;
            var found = _drafter.Draft(stored);
            if (found.Draft is { } draft)
            {
                _fingerprint.Write(draft, fingerprint);
            }

            if (found.Draft is null || BinaryPrimitives.ReadInt64LittleEndian(fingerprint) != approved)
            {
                LeaveOut(stored, found.Problem ?? RunProblems.ChangedSinceApproval(stored.Contract.Number));
                continue;
            }

            var (invoiceId, _) = writer.Post(found.Draft, stored.Id, stored.CustomerId, _run.Id, _run.KnownAt, postedAt);
            writer.MarkBilled(stored.Id, _run.Through, _run.KnownAt);
            _posted.Bind(3, stored.Id).Bind(4, invoiceId).Run();
        }

        writer.SaveSeries();
    }

    private void LeaveOut(StoredContract stored, RunProblem problem)
    {
        _leftOut = true;
        RunStore.LeaveOut(_store, _seller.Id, _run, stored.Id, problem);
    }
}
