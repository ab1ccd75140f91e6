using Msp.Billing.Runs;

namespace Msp.Billing.Cluster.Tests;

public sealed class SignalTests
{
    [Fact]
    public void A_worker_tells_the_collector_that_the_standard_variables_name()
    {
        using var month = new SharedMonth();
        using var collector = new Collector();
        using var workers = new Workers(month, 1, collector.Variables);
        month.Plan();
        month.WaitFor(RunStatus.Previewed);
        month.PlanPosting();
        month.WaitFor(RunStatus.Posted);

        month.WaitFor("spans have come", () => collector.Has("traces", "billing.chunk", "msp-worker", "RUN-0001") && collector.Has("traces", "billing.posting"));
        month.WaitFor("measurements have come", () => collector.Has("metrics", "msp.billing.chunk.duration", "msp.billing.documents", "msp.billing.clock.skew", "msp-worker"));
    }

    [Fact]
    public void A_collector_that_is_no_address_is_said_before_any_work()
    {
        using var month = new SharedMonth();
        using var worker = WorkerProcess.Call(new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector" }, "worker", "--db", month.Database);

        Assert.Equal(2, worker.Wait());
        Assert.Contains("'collector' is no address of a collector", worker.Error, StringComparison.Ordinal);
    }
}
