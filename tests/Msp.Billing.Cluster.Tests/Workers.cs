namespace Msp.Billing.Cluster.Tests;

/// <summary>Workers that end with the test.</summary>
/// <param name="month">What they work on.</param>
/// <param name="count">How many.</param>
/// <param name="variables">What their environment has besides; null for nothing.</param>
/// <param name="folder">Where the program is; null for the one that was built with the tests.</param>
/// <param name="checkIn">After how many seconds each says again that it is alive; the others wait for two times more.</param>
internal sealed class Workers(SharedMonth month, int count, IReadOnlyDictionary<string, string>? variables = null, string? folder = null, int checkIn = 1) : IDisposable
{
    private readonly WorkerProcess[] _all = WorkerProcess.Start(month.Database, count, variables, folder, checkIn);

    public WorkerProcess this[int at] => _all[at];

    public WorkerProcess Named(string name) => _all.Single(worker => worker.Name == name);

    public void Dispose()
    {
        foreach (var worker in _all)
        {
            worker.Dispose();
        }
    }
}
