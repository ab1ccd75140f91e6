using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>Workers are processes, and are killed, stopped and cut off where it hurts. Each time the month comes to what one process makes of it on SQLite.</summary>
public sealed class FaultTests
{
    [Fact]
    public void Three_workers_share_a_month_and_nothing_is_done_twice()
    {
        using var month = new SharedMonth();
        using var workers = new Workers(month, 3);

        using (Blocker.OfChunks(month.Direct))
        {
            month.Plan();
            month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 3);
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        Assert.Equal(3, month.Progress.Workers);

        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
    }

    [Fact]
    public void A_worker_that_is_killed_in_a_chunk_is_replaced()
    {
        using var month = new SharedMonth();
        using var workers = new Workers(month, 2);

        using (Blocker.OfChunks(month.Direct))
        {
            month.Plan();
            month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 2);
            workers[0].Kill();
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        Assert.True(month.Progress.Repeats >= 1);
        Assert.Equal(0, month.Scalar($"SELECT count(*) FROM run_chunk WHERE worker = '{workers[0].Name}'"));
    }

    // Held at the document of the 120th contract: two transactions of fifty are done, the third is taken back and made again with the same numbers.
    [Fact]
    public void A_worker_that_is_killed_while_it_posts_leaves_no_gap()
    {
        using var month = new SharedMonth();
        using var workers = new Workers(month, 2);
        string poster;

        using (Blocker.OfPosting(month.Direct, contract: 120))
        {
            month.PlanPosting();
            month.WaitFor("the poster stands in its third transaction", () => month.Standing("contract_billing") >= 1);
            Assert.Equal(100, month.Progress.Posted);
            poster = Assert.IsType<string>(month.Progress.Poster);
            workers.Named(poster).Kill();
        }

        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
        Assert.NotEqual(poster, month.Progress.Poster);
        Assert.True(month.Scalar("SELECT count(*) FROM audit_entry WHERE action = 'run-posting-resumed'") >= 1);
    }

    [Fact]
    public void Who_plans_a_run_may_die_at_once()
    {
        using var month = new SharedMonth();
        using (var coordinator = WorkerProcess.Call("run", "preview", "--through", "2026-03-01", "--shared", "--chunk", "20", "--db", month.Database, "--author", "anna"))
        {
            month.WaitFor("the run is planned", () => month.Scalar("SELECT count(*) FROM run_chunk") == SharedMonth.Chunks);
            coordinator.Kill();
        }

        using var workers = new Workers(month, 1);
        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
    }

    [Fact]
    public void Two_that_start_at_once_start_one_run()
    {
        using var month = new SharedMonth();
        string[] call = ["run", "preview", "--through", "2026-03-01", "--shared", "--no-wait", "--chunk", "20", "--db", month.Database, "--quiet", "--author"];
        using (var anna = WorkerProcess.Call([.. call, "anna"]))
        using (var bruno = WorkerProcess.Call([.. call, "bruno"]))
        {
            Assert.Equal((0, 0), (anna.Wait(), bruno.Wait()));
        }

        Assert.Equal(1, month.Scalar("SELECT count(*) FROM audit_entry WHERE action = 'run-preview-started'"));
        using var workers = new Workers(month, 1);
        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
    }

    // Whatever Quartz knows is gone, with a worker in a chunk that nobody else knows of.
    [Fact]
    public void Work_that_the_engine_has_forgotten_is_handed_out_again()
    {
        using var month = new SharedMonth();
        using var workers = new Workers(month, 2);

        using (Blocker.OfChunks(month.Direct))
        {
            month.Plan();
            month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 2);
            month.Forget();
            workers[0].Kill();
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
    }

    // As when a new version is brought out: each ends in turn, and one that is new goes on.
    [Fact]
    public void Workers_that_are_asked_to_end_in_turn_do_and_others_go_on()
    {
        using var month = new SharedMonth();
        using var workers = new Workers(month, 2);
        month.Plan();

        workers[0].Signal("TERM");
        Assert.Equal(0, workers[0].Wait());
        using var newer = new Workers(month, 1);
        workers[1].Signal("TERM");
        Assert.Equal(0, workers[1].Wait());

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
    }
}
