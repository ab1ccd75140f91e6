using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>Workers have no processor time: each gets a tenth of what it needs, and one so little that the others think it dead again and again.</summary>
public sealed class StarvedTests(ITestOutputHelper output)
{
    [Fact]
    public void Workers_without_processor_time_keep_nothing_twice_and_none_ends()
    {
        using var month = new SharedMonth(patience: 3);
        using var workers = new Workers(month, 3);
        using var chunks = Blocker.OfChunks(month.Direct);
        month.Plan();
        month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 3);

        // One has had none for so long that its chunk is begun again by those who have little.
        workers[2].Signal("STOP");
        using var first = Starve(workers[0], 100, 900);
        using var second = Starve(workers[1], 30, 270);
        chunks.Dispose();
        month.WaitFor("its chunk is begun again", () => month.Progress.Repeats >= 1);
        using var third = Starve(workers[2], 100, 4000);

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        output.WriteLine(FormattableString.Invariant($"{month.Progress.Repeats} of {SharedMonth.Chunks} chunks were begun again."));
        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
        Assert.All((WorkerProcess[])[workers[0], workers[1], workers[2]], worker => Assert.False(worker.HasExited));
    }

    private static Starvation Starve(WorkerProcess worker, int awake, int asleep) => new(worker, TimeSpan.FromMilliseconds(awake), TimeSpan.FromMilliseconds(asleep));
}
