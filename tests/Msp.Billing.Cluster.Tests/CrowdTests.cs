using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>The server has no connection left, in the middle of a preview and of posting: workers lose those that they have, and get no other until somebody goes.</summary>
public sealed class CrowdTests
{
    private const string Refused = "too many clients already";

    [Fact]
    public void Workers_that_get_no_connection_wait_and_go_on()
    {
        _ = PostgresServer.Shared;
        if (Environment.GetEnvironmentVariable("MSP_POSTGRES") is { Length: > 0 })
        {
            return; // A server that is not the tests' own has others on it.
        }

        using var server = new PostgresServer();
        using var month = new SharedMonth(server);
        using var workers = new Workers(month, 2);
        using (var chunks = Blocker.OfChunks(month.Direct))
        {
            month.Plan();
            month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 2);
            Crowd(month, server, chunks);
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        using (var posting = Blocker.OfPosting(month.Direct, contract: 120))
        {
            month.PlanPosting();
            month.WaitFor("the poster stands in its third transaction", () => month.Standing("contract_billing") >= 1);
            Crowd(month, server, posting);
        }

        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
        Assert.All((WorkerProcess[])[workers[0], workers[1]], worker => Assert.False(worker.HasExited));
    }

    // Nothing holds them but that they get no connection.
    private static void Crowd(SharedMonth month, PostgresServer server, Blocker held)
    {
        using (new Crowd(month.Direct))
        {
            held.Dispose();
            var before = Count(server);
            month.WaitFor("workers are refused", () => Count(server) >= before + 5);
        }
    }

    private static int Count(PostgresServer server) => server.Log.Split(Refused).Length - 1;
}
