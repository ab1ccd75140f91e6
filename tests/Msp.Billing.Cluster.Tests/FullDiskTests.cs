using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>The disk that the server keeps the database on is really full, while a preview is kept and while documents are posted.</summary>
public sealed class FullDiskTests
{
    private const string Refused = "No space left on device";
    private const int Storage = 4;

    [Fact]
    public void A_full_disk_is_said_and_the_month_goes_on_when_there_is_room()
    {
        _ = PostgresServer.Shared;
        if (Environment.GetEnvironmentVariable("MSP_POSTGRES") is { Length: > 0 })
        {
            return; // The disk of a server that is not the tests' own is not filled.
        }

        using var disk = new SmallDisk(megabytes: 96);
        using var server = new PostgresServer();
        using var month = new SharedMonth(server, place: disk.Place);

        // Without workers: the command ends, with what to do, and can be given again.
        string[] preview = ["run", "preview", "--through", "2026-03-01", "--db", month.Database, "--author", "anna", "--quiet"];
        disk.Fill();
        using (var alone = WorkerProcess.Call(preview))
        {
            Assert.Equal(Storage, alone.Wait());
            Assert.Contains("disk is full", alone.Error, StringComparison.Ordinal);
            Assert.Contains("make room and start again", alone.Error, StringComparison.Ordinal);
        }

        disk.Empty();
        using var workers = new Workers(month, 2);
        using (Blocker.OfChunks(month.Direct))
        {
            month.Plan();
            month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 2);
            disk.Fill();
        }

        WaitForRefusals(month, server);
        Assert.Equal(RunStatus.Previewing, month.Status?.Status);
        disk.Empty();
        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();

        using (Blocker.OfPosting(month.Direct, contract: 120))
        {
            month.PlanPosting();
            month.WaitFor("the poster stands in its third transaction", () => month.Standing("contract_billing") >= 1);
            disk.Fill();
        }

        WaitForRefusals(month, server);
        Assert.Equal(RunStatus.Posting, month.Status?.Status);
        disk.Empty();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();

        foreach (var worker in (WorkerProcess[])[workers[0], workers[1]])
        {
            worker.Signal("TERM");
            Assert.Equal(0, worker.Wait());
        }

        Assert.Contains("make room", workers[0].Error + workers[1].Error, StringComparison.Ordinal);
    }

    // A server that cannot write its log of changes down cannot promise anything: it stops, and stops again while it is started, until there is room.
    [Fact]
    public void A_server_that_stops_because_its_log_of_changes_has_no_room_takes_the_month_on_when_it_has()
    {
        _ = PostgresServer.Shared;
        if (Environment.GetEnvironmentVariable("MSP_POSTGRES") is { Length: > 0 })
        {
            return; // The disk of a server that is not the tests' own is not filled.
        }

        using var disk = new SmallDisk(megabytes: 64);
        using var server = new PostgresServer(changes: disk.Place);
        using var month = new SharedMonth(server);
        using var workers = new Workers(month, 2);
        month.Plan();
        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();

        using (Blocker.OfPosting(month.Direct, contract: 120))
        {
            month.PlanPosting();
            month.WaitFor("the poster stands in its third transaction", () => month.Standing("contract_billing") >= 1);
            disk.Fill();
            WriteUntilItStops(month, server);
        }

        Assert.Contains(Refused, server.Log, StringComparison.Ordinal);
        disk.Empty();
        server.StartAgain();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
        Assert.All((WorkerProcess[])[workers[0], workers[1]], worker => Assert.False(worker.HasExited));
    }

    // Some room is left in files that are there.
    private static void WriteUntilItStops(SharedMonth month, PostgresServer server) => month.WaitFor("the server has stopped", () =>
        server.Log.Contains("PANIC", StringComparison.Ordinal) ||
        month.Scalar("SELECT count(pg_logical_emit_message(false, 'fill', repeat('x', 1000000))) FROM generate_series(1, 10)") == 0);

    // What was refused is tried again, and refused again: whoever hopes for one success in between would be wrong.
    private static void WaitForRefusals(SharedMonth month, PostgresServer server)
    {
        var before = Count(server);
        month.WaitFor("the server says three times that its disk is full", () => Count(server) >= before + 3);
    }

    private static int Count(PostgresServer server) => server.Log.Split(Refused).Length - 1;
}
