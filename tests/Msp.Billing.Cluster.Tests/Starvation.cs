using System.Diagnostics;

namespace Msp.Billing.Cluster.Tests;

/// <summary>Gives a worker next to no processor time: it sleeps and wakes, again and again, as on a machine with far more to do than it can.</summary>
internal sealed class Starvation : IDisposable
{
    private readonly WorkerProcess _worker;
    private readonly Process _loop;

    /// <param name="worker">The worker.</param>
    /// <param name="awake">For how long it runs.</param>
    /// <param name="asleep">For how long it does not.</param>
    public Starvation(WorkerProcess worker, TimeSpan awake, TimeSpan asleep)
    {
        _worker = worker;

        // It ends with the worker, which ends with the tests.
        var loop = FormattableString.Invariant(
            $"while kill -STOP {worker.Id} 2>/dev/null; do sleep {asleep.TotalSeconds}; kill -CONT {worker.Id} 2>/dev/null; sleep {awake.TotalSeconds}; done");
        _loop = Process.Start("sh", ["-c", loop]);
    }

    public void Dispose()
    {
        _loop.Kill();
        _loop.WaitForExit();
        _loop.Dispose();
        if (!_worker.HasExited)
        {
            _worker.Signal("CONT");
        }
    }
}
