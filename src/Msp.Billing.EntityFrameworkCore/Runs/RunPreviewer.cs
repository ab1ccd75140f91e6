namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Drafts every contract of a seller, and keeps for each what it bills and why that is not what the last run billed.</summary>
/// <remarks>
/// Contracts are read and rated on as many threads and connections as there are processors, up to four, while this one keeps what they found. What is recorded
/// meanwhile changes nothing: a run knows what was recorded by its own instant.
/// </remarks>
internal sealed class RunPreviewer : IDisposable
{
    private const int MostLooks = 4;

    private readonly BillingStore _store;
    private readonly StoredSeller _seller;
    private readonly RunHeader _run;
    private readonly int _chunk;
    private readonly RunBrief _brief;
    private readonly RunItemWriter _items;

    internal RunPreviewer(BillingStore store, StoredSeller seller, RunHeader run, int chunk, IDraftChecks? checks)
    {
        (_store, _seller, _run, _chunk) = (store, seller, run, chunk);
        _brief = RunBrief.Of(store, seller.Id, run, checks);
        _items = new RunItemWriter(store, seller.Id, run.Id);
    }

    public void Dispose() => _items.Dispose();

    internal void Preview(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var total = (int)RunStore.ContractCount(_store, _seller.Id, _run.Through);
        var lastId = RunStore.LastContract(_store, _seller.Id);
        var looks = new List<ContractLook>();
        try
        {
            var count = Math.Clamp(Environment.ProcessorCount, 1, MostLooks);
            for (var i = 0; i < count; i++)
            {
                looks.Add(new ContractLook(_store, _seller, _run, _brief, _chunk));
            }

            using var looked = Ahead.Of([.. looks.Select((look, at) => look.Batches(at, count, lastId))]).GetEnumerator();
            var done = 0;
            while (KeepNext(looked, ref done))
            {
                progress?.Report(new RunProgress(done, total));
                cancellation.ThrowIfCancellationRequested();
            }

            progress?.Report(new RunProgress(done, total));
        }
        finally
        {
            foreach (var look in looks)
            {
                look.Dispose();
            }
        }
    }

    private bool KeepNext(IEnumerator<List<PreviewedContract>> looked, ref int done)
    {
        using var transaction = _store.Begin();
        var more = true;
        for (var kept = 0; kept < _chunk && (more = looked.MoveNext());)
        {
            foreach (var contract in looked.Current)
            {
                _items.Keep(contract);
            }

            kept += looked.Current.Count;
            done += looked.Current.Count;
        }

        if (!more)
        {
            RunDuplicates.Flag(_store, _seller.Id, _run, _items);
            RunStore.Total(_store, _seller.Id, _run);
        }

        transaction.Commit();
        return more;
    }
}
