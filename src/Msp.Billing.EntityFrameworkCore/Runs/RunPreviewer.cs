using Msp.Billing.Runs;

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
    private readonly Statement _item;
    private readonly Statement _problem;

    internal RunPreviewer(BillingStore store, StoredSeller seller, RunHeader run, int chunk)
    {
        (_store, _seller, _run, _chunk) = (store, seller, run, chunk);
        _item = store.PrepareInsert(
            """
            INSERT INTO run_item(seller_id, run_id, contract_id, outcome, kind, line_count, subtotal, tax, total, previous_total, draft_fingerprint,
                cause_1, cause_2, cause_3, cause_4, cause_5, cause_6, cause_7, cause_8, cause_9, cause_10, cause_11)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)
            """);
        _problem = store.PrepareInsert(
            "INSERT INTO run_problem(seller_id, run_id, contract_id, problem_no, code, message, fix, blocks) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        _item.Bind(1, seller.Id).Bind(2, run.Id);
        _problem.Bind(1, seller.Id).Bind(2, run.Id);
    }

    public void Dispose()
    {
        _item.Dispose();
        _problem.Dispose();
    }

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
                looks.Add(new ContractLook(_store, _seller, _run, _chunk));
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
                Keep(contract);
            }

            kept += looked.Current.Count;
            done += looked.Current.Count;
        }

        if (!more)
        {
            RunStore.Total(_store, _seller.Id, _run);
        }

        transaction.Commit();
        return more;
    }

    private void Keep(PreviewedContract looked)
    {
        if (!looked.IsKept)
        {
            return;
        }

        _item.Bind(3, looked.ContractId).Bind(4, (long)looked.Outcome).Bind(5, (long?)looked.Kind).Bind(6, looked.LineCount)
            .Bind(7, looked.Subtotal).Bind(8, looked.Tax).Bind(9, looked.Total).Bind(10, looked.PreviousTotal).Bind(11, looked.Fingerprint);
        foreach (var cause in Variance.Causes)
        {
            _item.Bind(11 + (int)cause, looked.Variance[cause]);
        }

        _item.Run();
        var number = 0;
        if (looked.Problem is { } problem)
        {
            KeepProblem(looked.ContractId, ++number, problem);
        }

        foreach (var warning in looked.Warnings)
        {
            KeepProblem(looked.ContractId, ++number, warning);
        }
    }

    private void KeepProblem(long contractId, int number, RunProblem problem) =>
        _problem.Bind(3, contractId).Bind(4, number).Bind(5, problem.Code).Bind(6, problem.Message).Bind(7, problem.Fix).Bind(8, problem.Blocks).Run();
}
