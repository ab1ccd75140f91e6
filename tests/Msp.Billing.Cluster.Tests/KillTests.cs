using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>Workers are killed at the other places where they write: before a chunk is theirs, between a chunk's commit and what the engine knows, and before the run moves on.</summary>
public sealed class KillTests
{
    [Fact]
    public void A_worker_that_is_killed_before_a_chunk_is_its_own_has_done_nothing()
    {
        using var month = new SharedMonth();
        month.Plan();
        var blocker = Blocker.OfTaking(month.Direct);
        using var workers = new Workers(month, 2);
        using (blocker)
        {
            month.WaitFor("each worker asks for a chunk", () => month.Standing("run_chunk") == 2);
            workers[0].Kill();
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        Assert.Equal(0, month.Scalar($"SELECT count(*) FROM run_chunk WHERE worker = '{workers[0].Name}'"));
    }

    // Both have kept their chunk and stand where the engine would be told: killed there, the task is handed out again, and finds its chunk done.
    [Fact]
    public void A_worker_that_is_killed_before_the_engine_knows_is_not_repeated()
    {
        using var month = new SharedMonth();
        using var workers = new Workers(month, 2);
        var chunks = Blocker.OfChunks(month.Direct);
        month.Plan();
        month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 2);
        using (Blocker.OfEngine(month.Direct))
        {
            chunks.Dispose();
            month.WaitFor("both have kept it", () => month.Progress.ChunksDone == 2 && month.Standing("qrtz_") >= 1);
            workers[0].Kill();
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        Assert.Equal(0, month.Progress.Repeats);
        Assert.Equal(1, month.Scalar($"SELECT count(*) FROM run_chunk WHERE worker = '{workers[0].Name}'"));
    }

    [Fact]
    public void A_worker_that_is_killed_after_the_last_chunk_leaves_a_run_that_others_finish()
    {
        using var month = new SharedMonth();
        month.Plan();
        var blocker = Blocker.OfSellers(month.Direct);
        using var workers = new Workers(month, 2);
        using (blocker)
        {
            month.WaitFor("every chunk is done, and somebody is about to finish", () => month.Progress.ChunksDone == SharedMonth.Chunks && month.Standing("seller") >= 1);
            Assert.Equal(RunStatus.Previewing, month.Status?.Status);
            workers[0].Kill();
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
    }
}
