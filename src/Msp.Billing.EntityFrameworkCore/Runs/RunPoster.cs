using System.Numerics;
using Msp.Billing.EntityFrameworkCore.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Issues the documents of a run, chunk by chunk. A chunk is one transaction: it has happened whole, or not at all.</summary>
/// <remarks>
/// Contracts are read, rated and numbered on one thread and connection while another stores them, also those of the next chunk. A transaction that stores
/// begins by asking whether anybody else wrote since the last one. Where somebody did, what was made ahead is thrown away and made again while nobody else can
/// write: a document depends on nothing that was changed before its own transaction. Beside people who write all the time nothing is made ahead of a chunk.
/// </remarks>
internal sealed class RunPoster : IDisposable
{
    // So many chunks in a row without anybody else, and the next one is worth making ahead.
    private const int Trust = 8;

    private readonly BillingStore _store;
    private readonly StoredSeller _seller;
    private readonly RunHeader _run;
    private readonly int _chunk;
    private readonly TimeProvider _clock;
    private readonly ReadyReader _reader;
    private Posting? _posting;
    private long _through;
    private int _chunks;
    private int _chunksAlone = Trust;
    private bool _leftOut;

    internal RunPoster(BillingStore store, StoredSeller seller, RunHeader run, int chunk, TimeProvider clock)
    {
        (_store, _seller, _run, _chunk, _clock) = (store, seller, run, chunk, clock);
        _reader = new ReadyReader(store, seller.Id, run);
    }

    public void Dispose()
    {
        _posting?.Dispose();
        _reader.Dispose();
    }

    internal void Post(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var total = (int)RunStore.DocumentCount(_store, _seller.Id, _run.Id);
        var done = (int)RunStore.PostedCount(_store, _seller.Id, _run.Id);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            using var transaction = _store.Begin(_seller.Id);
            var posted = PostNext();
            transaction.Commit();
            if (posted == 0)
            {
                return;
            }

            done += posted;
            progress?.Report(new RunProgress(done, total));
        }
    }

    /// <summary>Does all that posting does, in one transaction that is taken back.</summary>
    internal RunSummary Rehearse(CancellationToken cancellation)
    {
        using var transaction = _store.Begin();
        while (PostNext() > 0)
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

    /// <returns>How many contracts got a document or were left out; zero at the end.</returns>
    private int PostNext()
    {
        // When what is posted has doubled.
        if (BitOperations.IsPow2(++_chunks))
        {
            _store.Connection.ForgetPlans();
        }

        var count = PostFrom(Current());
        if (count == 0 && _leftOut)
        {
            RunStore.Total(_store, _seller.Id, _run);
        }

        return count;
    }

    private Posting Current()
    {
        if (_store.IsAlone())
        {
            _chunksAlone++;
            if (_posting is { GoesOn: true } posting)
            {
                return posting;
            }
        }
        else if (_posting is not null)
        {
            _chunksAlone = 0;
        }

        _posting?.Dispose();
        _posting = null;
        _through = Math.Max(_through, PostedThrough());
        return _posting = new Posting(_store, _seller, _reader, _through, _chunksAlone < Trust ? _chunk : null);
    }

    private int PostFrom(Posting posting)
    {
        var postedAt = _clock.GetUtcNow();
        var count = 0;
        for (; count < _chunk && posting.Ready.MoveNext(); count++)
        {
            var ready = posting.Ready.Current;
            if (ready.Document is { } document)
            {
                posting.Writer.Write(document, ready.ContractId, ready.CustomerId, _run.Id, postedAt);
                posting.Writer.MarkBilled(ready.ContractId, _run.Through, _run.KnownAt);
            }
            else if (ready.Problem is { } problem)
            {
                _leftOut = true;
                RunStore.LeaveOut(_store, _seller.Id, _run, ready.ContractId, problem);
            }

            _through = ready.ContractId;
        }

        posting.Writer.SaveSeries();
        return count;
    }

    /// <summary>What is made ahead, and who stores it: both go on from one transaction to the next as long as nobody else writes.</summary>
    private sealed class Posting : IDisposable
    {
        internal Posting(BillingStore store, StoredSeller seller, ReadyReader reader, long after, int? most)
        {
            GoesOn = most is null;
            Writer = new DocumentWriter(store, seller.Id, seller.Seller.Code);
            Ready = Ahead.Of(reader.Batches(Writer.Chain, after, most)).SelectMany(batch => batch).GetEnumerator();
        }

        /// <summary>Whether it is good for more than one chunk.</summary>
        internal bool GoesOn { get; }

        internal DocumentWriter Writer { get; }

        internal IEnumerator<ReadyDocument> Ready { get; }

        public void Dispose()
        {
            // Who numbers ahead uses what the writer owns.
            Ready.Dispose();
            Writer.Dispose();
        }
    }
}
