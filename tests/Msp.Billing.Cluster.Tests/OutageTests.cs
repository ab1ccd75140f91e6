using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>The server is pulled out, and comes back.</summary>
public sealed class OutageTests
{
    // Pulled out while chunks are kept and started again at once; then while documents are posted, and away for fifteen seconds.
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
            server.Crash();
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        using (Blocker.OfPosting(month.Direct, contract: 120))
        {
            month.PlanPosting();
            month.WaitFor("the poster stands in its third transaction", () => month.Standing("contract_billing") >= 1);
            server.Crash(TimeSpan.FromSeconds(15));
        }

        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
    }
}
