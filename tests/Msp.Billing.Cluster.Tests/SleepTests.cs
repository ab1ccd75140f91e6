using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>Workers sleep for longer than the others wait for them, and wake: while they compute, while they keep a chunk, while they hold the numbers.</summary>
public sealed class SleepTests
{
    // In a transaction the server ends it; while computing there is none to end. Another worker does the chunk, and the sleeper goes on working.
    [Theory]
    [InlineData("run_item")]
    [InlineData("contract")]
    public void A_worker_that_sleeps_and_wakes_keeps_nothing_twice(string where)
    {
        using var month = new SharedMonth(patience: 3);
        using var workers = new Workers(month, 2);

        using (where == "contract" ? Blocker.OfReading(month.Direct) : Blocker.OfChunks(month.Direct))
        {
            month.Plan();
            month.WaitFor("each worker has a chunk", () => month.Standing(where) == 2);
            workers[0].Signal("STOP");
        }

        month.WaitFor(RunStatus.Previewed);
        month.CheckPreview();
        workers[0].Signal("CONT");
        workers[1].Kill();
        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
        Assert.Equal(workers[0].Name, month.Progress.Poster);
        Assert.False(workers[0].HasExited);
    }

    // A transaction of posting has its numbers and hangs: the server ends it, and another worker gives the same numbers. In the first case two are done, and the
    // third's next statement does not come; in the second the server waits for the rest of a copy that it began to take.
    [Theory]
    [InlineData("contract_billing")]
    [InlineData("invoice_line")]
    public void A_worker_that_sleeps_with_the_numbers_in_its_hand_leaves_no_gap(string where)
    {
        using var month = new SharedMonth(patience: 3);
        using var workers = new Workers(month, 2);
        WorkerProcess sleeper;

        using (where == "invoice_line" ? Blocker.OfLines(month.Direct) : Blocker.OfPosting(month.Direct, contract: 120))
        {
            month.PlanPosting();
            month.WaitFor("the poster stands in a transaction", () => month.Standing(where) >= 1);
            sleeper = workers.Named(Assert.IsType<string>(month.Progress.Poster));
            sleeper.Signal("STOP");
        }

        month.WaitFor(RunStatus.Posted);
        month.CheckPosted();
        Assert.NotEqual(sleeper.Name, month.Progress.Poster);
        sleeper.Signal("CONT");
        Assert.False(sleeper.HasExited);
    }
}
