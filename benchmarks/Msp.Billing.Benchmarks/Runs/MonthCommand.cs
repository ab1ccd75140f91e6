using System.Diagnostics;
using System.Globalization;
using Msp.Billing.Benchmarks.Workload;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>Bills MSP-MONTH-1 on SQLite with the engine and with both baselines, in turn, and prints times, ratios and memory as a table.</summary>
internal sealed class MonthCommand
{
    /// <summary>Above this, tracked entities need gigabytes and minutes; everybody knows how it ends.</summary>
    private const int MostTracked = 20_000;

    private readonly int _contracts;
    private readonly string _folder;
    private readonly WorkloadSum _expected;
    private readonly bool _published;

    private MonthCommand(int contracts, string folder)
    {
        _contracts = contracts;
        _folder = folder;
        _published = ExpectedSums.Of(contracts) is not null;
        _expected = ExpectedSums.Of(contracts) ?? WorkloadCommands.Drafted(contracts);
    }

    /// <summary>Runs everything in rounds and prints the table.</summary>
    /// <returns>The exit code: zero when every run gave what it must give.</returns>
    internal static int Run(int contracts, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("msp-billing-month-");
        try
        {
            return new MonthCommand(contracts, folder.FullName).Run(rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Bills a prepared database and prints how much memory that took at most: a process of its own, so that nothing else is counted.</summary>
    internal static int Post(string database)
    {
        EngineMonth.Run(database);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private int Run(int rounds)
    {
        PlainTables.Create(Before("plain"), _contracts);
        EngineMonth.Create(Before("engine"), _contracts);
        var targets = new List<MonthTarget>
        {
            new("prepared statements", "plain", PreparedPipeline.Run, PlainTables.SumOf),
            new("engine: preview, approve, post", "engine", EngineMonth.Run, EngineMonth.SumOf),
        };
        targets.Add(new MonthTarget("what the ledger adds: booking it", "engine", EngineMonth.Book, EngineMonth.BookedSumOf) { Before = path => EngineMonth.Run(path) });
        if (_contracts <= MostTracked)
        {
            targets.Add(new MonthTarget("tracked EF Core", "plain", TrackedPipeline.Run, PlainTables.SumOf));
        }

        // Round zero is not counted: it pays for the first compilation of the code.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var target in targets)
            {
                Measure(target, warmUp: round == 0);
            }
        }

        PrintTimes(targets);
        PrintMemory();
        return 0;
    }

    private void Measure(MonthTarget target, bool warmUp)
    {
        var path = Fresh(target.Database);
        target.Before?.Invoke(path);
        var processor = ProcessorSeconds();
        var start = Stopwatch.GetTimestamp();
        var invoices = target.Run(path);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        processor = ProcessorSeconds() - processor;
        if (invoices != _expected.Invoices)
        {
            throw new InvalidOperationException($"{target.Name} wrote {invoices} invoices; it must write {_expected.Invoices}.");
        }

        if (!warmUp)
        {
            target.Seconds.Add(seconds);
            target.ProcessorSeconds.Add(processor);
        }
        else if (target.SumOf(path).DifferencesFrom(_expected) is { Count: > 0 } differences)
        {
            throw new InvalidOperationException($"{target.Name}: {string.Join("; ", differences)}.");
        }
    }

    private static double ProcessorSeconds()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    private void PrintTimes(List<MonthTarget> targets)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_contracts:N0} contracts, {_expected.Invoices:N0} invoices, {_expected.Lines:N0} lines; equal to {(_published ? "the published results" : "what is drafted in memory")}"));
        Console.WriteLine();
        Console.WriteLine("| | median s | least | most | contracts/s | ratio | processor s | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var (wall, work) = (MonthTarget.MedianOf(targets[0].Seconds), MonthTarget.MedianOf(targets[0].ProcessorSeconds));
        foreach (var target in targets)
        {
            var (seconds, processor) = (MonthTarget.MedianOf(target.Seconds), MonthTarget.MedianOf(target.ProcessorSeconds));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {target.Name} | {seconds:F3} | {target.Seconds.Min():F3} | {target.Seconds.Max():F3} | {_contracts / seconds:N0} | {seconds / wall:F2} | {processor:F3} | {processor / work:F2} |"));
        }
    }

    private void PrintMemory()
    {
        Console.WriteLine();
        Console.WriteLine("| contracts | peak working set, MB |");
        Console.WriteLine("|---|---|");
        foreach (var contracts in (int[])[1_000, 10_000, 100_000])
        {
            var path = Path.Combine(_folder, "memory.db");
            File.Delete(path);
            EngineMonth.Create(path, contracts);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {contracts:N0} | {PeakOf(path) / 1_048_576.0:F0} |"));
        }
    }

    private static long PeakOf(string database)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath ?? "", ["post", database]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The measuring process did not start.");
        var peak = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? long.Parse(peak, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"The measuring process ended with {child.ExitCode}.");
    }

    private string Before(string database) => Path.Combine(_folder, database + ".before.db");

    private string Fresh(string database)
    {
        var path = Path.Combine(_folder, database + ".db");
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
        File.Copy(Before(database), path, overwrite: true);
        return path;
    }
}
