using System.Diagnostics;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>The server is pulled out, and comes back.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private readonly int _seconds = Asked.For("MSP_OUTAGE_SECONDS", 15);

    // Pulled out while chunks are kept and started again at once; then while documents are posted, and away for fifteen seconds, or as long as somebody asks.
    [Fact]
    public void A_server_that_is_away_costs_nothing_but_time()
    {
        _ = PostgresServer.Shared;
        if (Environment.GetEnvironmentVariable("MSP_POSTGRES") is { Length: > 0 })
        {
            return; // A server that is not the tests' own is not stopped.
        }

        using var server = new PostgresServer();
        using var month = new SharedMonth(server);
        using var workers = new Workers(month, 2);

        using (Blocker.OfChunks(month.Direct))
        {
            month.Plan();
            month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 2);
            server.Crash(TimeSpan.FromSeconds(_seconds > 15 ? _seconds : 0));
        }

        WaitFor(month, RunStatus.Previewed);
        month.CheckPreview();
        using (Blocker.OfPosting(month.Direct, contract: 120))
        {
            month.PlanPosting();
            month.WaitFor("the poster stands in its third transaction", () => month.Standing("contract_billing") >= 1);
            server.Crash(TimeSpan.FromSeconds(_seconds));
        }

        WaitFor(month, RunStatus.Posted);
        month.CheckPosted();
        Assert.All((WorkerProcess[])[workers[0], workers[1]], worker => Assert.False(worker.HasExited));
    }

    private void WaitFor(SharedMonth month, RunStatus status)
    {
        var back = Stopwatch.GetTimestamp();
        month.WaitFor(status);
        output.WriteLine(FormattableString.Invariant(
            $"The server was away for {(status == RunStatus.Previewed && _seconds <= 15 ? 0 : _seconds)} s; {Stopwatch.GetElapsedTime(back).TotalSeconds:0.0} s after it came back the run was {status}."));
    }
}
