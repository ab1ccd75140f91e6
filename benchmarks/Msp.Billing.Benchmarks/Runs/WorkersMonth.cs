using System.Collections.Concurrent;
using Msp.Billing.Benchmarks.Workload;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Msp.Billing.Runs;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The month as several workers bill it together. They are threads here, and handing tasks out costs nothing: what is measured is what workers do.</summary>
internal static class WorkersMonth
{
    private const string Seller = "main";

    /// <summary>Bills March.</summary>
    /// <returns>How many documents were posted.</returns>
    internal static long Run(string database, int workers)
    {
        using var store = BillingStorage.Open(database);
        var (runs, engine) = (new SharedRuns(store, new WorkloadClock()), new RunEngine(store, new WorkloadClock()));
        runs.Preview(Seller, new RunRequest(WorkloadBook.IssueDay), "maria");
        Work(database, workers, () => engine.Status(Seller)?.Status == RunStatus.Previewed);
        engine.Review(Seller, "maria");
        engine.Approve(Seller, "jonas");
        runs.Post(Seller, "jonas");
        Work(database, workers, () => engine.Status(Seller)?.Status == RunStatus.Posted);
        return engine.Status(Seller)?.Posted ?? 0;
    }

    private static void Work(string database, int workers, Func<bool> isDone)
    {
        while (!isDone())
        {
            var waiting = new ConcurrentQueue<RunTask>(new SharedRunWorker(database, "planner", new WorkloadClock()).Waiting(int.MaxValue));
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, number =>
            {
                var worker = new SharedRunWorker(database, FormattableString.Invariant($"worker-{number}"), new WorkloadClock());
                while (waiting.TryDequeue(out var task))
                {
                    worker.Do(task, CancellationToken.None);
                }
            });
        }
    }
}
