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

    private string Engine => Path.Combine(_folder.FullName, "engine.db");

    [GlobalSetup]
    public void Setup()
    {
        PlainTables.Create(Plain + ".before", Contracts);
        EngineMonth.Create(Engine + ".before", Contracts);
    }

    /// <summary>A run cannot be taken back, so each one begins with a fresh copy of the files.</summary>
    [IterationSetup]
    public void Reset()
    {
        Fresh(Plain);
        Fresh(Engine);
    }

    [GlobalCleanup]
    public void Cleanup() => _folder.Delete(recursive: true);

    [Benchmark(Baseline = true)]
    public void PreparedStatements() => Check(PreparedPipeline.Run(Plain));

    [Benchmark]
    public void SetBased() => Check(SetBasedPipeline.Run(Plain));

    [Benchmark]
    public void TrackedEntities() => Check(TrackedPipeline.Run(Plain));

    [Benchmark]
    public void PreviewApproveAndPost() => Check(EngineMonth.Run(Engine));

    private static void Fresh(string path)
    {
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
        File.Copy(path + ".before", path, overwrite: true);
    }

    private static void Check(long invoices)
    {
        if (invoices != Invoices)
        {
            throw new InvalidOperationException($"The run wrote {invoices} invoices; it must write {Invoices}.");
        }
    }
}
