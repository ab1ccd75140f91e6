using System.Security.Cryptography;
using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

/// <summary>How long the work of a worker that was killed lies until another begins it: written, and not judged. The figures of docs/scaling.md are from here.</summary>
public sealed class FailoverTests(ITestOutputHelper output)
{
    private readonly int _runs = Asked.For("MSP_FAILOVER_RUNS", 1);
    private readonly int _checkIn = Asked.For("MSP_FAILOVER_CHECK_IN", 1);

    [Fact]
    public void A_chunk_of_a_worker_that_was_killed_is_begun_by_another()
    {
        var took = new List<TimeSpan>();
        for (var run = 0; run < _runs; run++)
        {
            using var month = new SharedMonth();
            using var workers = new Workers(month, 2, checkIn: _checkIn);
            DateTimeOffset killed;
            long chunk;
            using (Blocker.OfChunks(month.Direct))
            {
                month.Plan();
                month.WaitFor("each worker has a chunk", () => month.Standing("run_item") == 2);
                chunk = month.Scalar($"SELECT chunk_no FROM run_chunk WHERE worker = '{workers[0].Name}'");
                WaitForAnyMoment();
                workers[0].Kill();
                killed = DateTimeOffset.UtcNow;
            }

            month.WaitFor(RunStatus.Previewed);
            month.CheckPreview();
            Assert.Equal(workers[1].Name, month.Text($"SELECT worker FROM run_chunk WHERE chunk_no = {chunk}"));
            took.Add(month.Instant($"SELECT taken_at FROM run_chunk WHERE chunk_no = {chunk}") - killed);
        }

        Say("The chunk", took);
    }

    [Fact]
    public void A_posting_of_a_worker_that_was_killed_is_gone_on_with_by_another()
    {
        var took = new List<TimeSpan>();
        for (var run = 0; run < _runs; run++)
        {
            using var month = new SharedMonth();
            using var workers = new Workers(month, 2, checkIn: _checkIn);
            DateTimeOffset killed;
            using (Blocker.OfPosting(month.Direct, contract: 120))
            {
                month.PlanPosting();
                month.WaitFor("the poster stands in its third transaction", () => month.Standing("contract_billing") >= 1);
                WaitForAnyMoment();
                workers.Named(Assert.IsType<string>(month.Progress.Poster)).Kill();
                killed = DateTimeOffset.UtcNow;
            }

            month.WaitFor(RunStatus.Posted);
            month.CheckPosted();
            took.Add(month.Instant($"SELECT min(at) FROM audit_entry WHERE action = 'run-posting-resumed' AND at > {killed.UtcTicks}") - killed);
        }

        Say("The posting", took);
    }

    // Who is killed has said at some moment of the last check-in that it is alive: a fixed one would always measure the same.
    private void WaitForAnyMoment() => Thread.Sleep(RandomNumberGenerator.GetInt32(1000 * _checkIn));

    private void Say(string what, List<TimeSpan> took)
    {
        took.Sort();
        output.WriteLine(FormattableString.Invariant(
            $"{what} of a worker that was killed lay for {took[took.Count / 2].TotalSeconds:0.0} s in the median and {took[^1].TotalSeconds:0.0} s at worst, check-in every {_checkIn} s, {took.Count} kills: {string.Join(' ', took.Select(one => FormattableString.Invariant($"{one.TotalSeconds:0.0}")))}"));
    }
}
