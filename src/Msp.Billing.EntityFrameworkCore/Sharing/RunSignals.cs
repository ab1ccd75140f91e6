using System.Diagnostics;
using System.Diagnostics.Metrics;
using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>What programs that watch others are told of runs. Costs nothing where nobody listens.</summary>
internal static class RunSignals
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    internal const string Name = "Msp.Billing";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Documents = Meter.CreateCounter<long>("msp.billing.documents", "{document}", "Documents that were posted.");
    private static readonly Counter<long> Repeats = Meter.CreateCounter<long>("msp.billing.repeats", "{task}", "Tasks that were done already when a worker was through with them.");
    private static readonly Counter<long> Problems = Meter.CreateCounter<long>("msp.billing.problems", "{problem}", "Problems and warnings that previews listed.");
    private static readonly Histogram<double> ChunkTime = Meter.CreateHistogram<double>("msp.billing.chunk.duration", "s", "How long a chunk took, from its beginning until it was kept.");
    private static WorkState _state;

    static RunSignals()
    {
        Meter.CreateObservableGauge("msp.billing.chunks.pending", () => _state.Pending, "{chunk}", "Chunks that are not done.");
        Meter.CreateObservableGauge("msp.billing.chunks.oldest", () => _state.OldestAge.TotalSeconds, "s", "How long ago the oldest plan that waits was made.");
        Meter.CreateObservableGauge("msp.billing.clock.skew", () => _state.Skew.TotalSeconds, "s", "This machine's clock less the database's.");
    }

    internal static void Note(WorkState state) => _state = state;

    internal static void Posted(int documents) => Documents.Add(documents);

    internal static void Repeated(RunTaskKind kind) => Repeats.Add(1, new KeyValuePair<string, object?>("task", NameOf(kind)));

    internal static void Kept(int problems, TimeSpan took)
    {
        if (problems > 0)
        {
            Problems.Add(problems);
        }

        ChunkTime.Record(took.TotalSeconds);
    }

    internal static Activity? Begin(RunTask task, RunHeader run)
    {
        var activity = Source.StartActivity($"billing.{NameOf(task.Kind)}");
        activity?.SetTag("run", run.Number).SetTag("seller", task.SellerId);
        return task.Chunk > 0 ? activity?.SetTag("chunk", task.Chunk) : activity;
    }

    private static string NameOf(RunTaskKind kind) => kind switch
    {
        RunTaskKind.Chunk => "chunk",
        RunTaskKind.Finish => "run",
        _ => "posting",
    };
}
