using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>How long does a month of 10,000 contracts take on SQLite, from the stored contracts to the stored invoices?</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 7)]
public class Run10000Contracts
{
    private const int Contracts = 10_000;
    private const long Invoices = 9_799;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("msp-billing-run-");

    private string Plain => Path.Combine(_folder.FullName, "plain.db");

    [GlobalSetup]
    public void Setup() => PlainTables.Create(Plain, Contracts);

    [IterationSetup]
    public void Reset() => PlainTables.Reset(Plain);

    [GlobalCleanup]
    public void Cleanup() => _folder.Delete(recursive: true);

    [Benchmark(Baseline = true)]
    public void PreparedStatements() => Check(PreparedPipeline.Run(Plain));

    [Benchmark]
    public void TrackedEntities() => Check(TrackedPipeline.Run(Plain));

    private static void Check(long invoices)
    {
        if (invoices != Invoices)
        {
            throw new InvalidOperationException($"The run wrote {invoices} invoices; it must write {Invoices}.");
        }
    }
}
