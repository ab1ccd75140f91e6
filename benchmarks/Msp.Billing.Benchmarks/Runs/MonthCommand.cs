using System.Diagnostics;
using System.Globalization;
using Msp.Billing.Benchmarks.Workload;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>Bills MSP-MONTH-1 with the engine and with the baselines, in turn, and prints times, ratios, bytes and memory as tables.</summary>
internal sealed class MonthCommand
{
    /// <summary>Above this, tracked entities need gigabytes and minutes; everybody knows how it ends.</summary>
    private const int MostTracked = 20_000;

    /// <summary>From here on compiling the code is lost in the time: the first round counts, and one number of workers is enough.</summary>
    private const int Large = 1_000_000;

    private readonly int _contracts;
    private readonly MonthPlace _place;
    private readonly WorkloadSum _expected;
    private readonly bool _published;

    private MonthCommand(int contracts, MonthPlace place)
    {
        _contracts = contracts;
        _place = place;
        _published = ExpectedSums.Of(contracts) is not null;
        _expected = ExpectedSums.Of(contracts) ?? WorkloadCommands.Drafted(contracts);
    }

    /// <summary>Runs everything in rounds and prints the table.</summary>
    /// <param name="contracts">How many are billed.</param>
    /// <param name="rounds">How often, each after the others in turn; from a million contracts on, the first round counts as one of them.</param>
    /// <param name="server">A PostgreSQL server; null for files of SQLite.</param>
    /// <returns>The exit code: zero when every run gave what it must give.</returns>
    internal static int Run(int contracts, int rounds, string? server)
    {
        using MonthPlace place = server is null ? new FilePlace() : new ServerPlace(server);
        return new MonthCommand(contracts, place).Run(rounds, server is not null);
    }

    /// <summary>Bills a prepared database and prints how much memory that took at most: a process of its own, so that nothing else is counted.</summary>
    internal static int Post(string database)
    {
        EngineMonth.Run(database);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Prepares a database for <see cref="Post"/>.</summary>
    internal static int Prepare(int contracts, string database)
    {
        EngineMonth.Prepare(database, contracts);
        return 0;
    }

    /// <summary>Prints what <see cref="Post"/> wrote.</summary>
    internal static int Check(string database)
    {
        Console.WriteLine(EngineMonth.CheckOf(database));
        return 0;
    }

    private int Run(int rounds, bool onServer)
    {
        var targets = onServer ? OnServer() : OnFiles();
        CreateEngine("engine", _contracts);
        targets.Add(new("engine: preview, approve, post", "engine", EngineMonth.Run, EngineMonth.SumOf));
        targets.Add(new("of that: preview, which issues nothing", "engine", EngineMonth.Preview, path =>
        {
            EngineMonth.Post(path);
            return EngineMonth.SumOf(path);
        }));
        targets.Add(new("of that: posting what was previewed", "engine", EngineMonth.Post, EngineMonth.SumOf) { Before = path => EngineMonth.Preview(path) });
        targets.AddRange(Workers(onServer).Select(workers => new MonthTarget(
            FormattableString.Invariant($"engine shared by workers: {workers}"), "engine", path => WorkersMonth.Run(path, workers), EngineMonth.SumOf)));
        targets.Add(new("what the ledger adds: booking it", "engine", EngineMonth.Book, EngineMonth.BookedSumOf) { Before = path => EngineMonth.Run(path) });
        if (_contracts <= MostTracked)
        {
            targets.Add(new("tracked EF Core", "plain", TrackedPipeline.Run, onServer ? PostgresTables.SumOf : PlainTables.SumOf));
        }

        // Round zero is not counted: it pays for the first compilation of the code.
        for (var round = 0; round <= (_contracts >= Large ? rounds - 1 : rounds); round++)
        {
            foreach (var target in targets)
            {
                Measure(target, isFirst: round == 0);
            }
        }

        PrintTimes(targets);
        PrintMemory();
        return 0;
    }

    // One program works on a file.
    private int[] Workers(bool onServer) => !onServer ? [] : _contracts >= Large ? [2] : [1, 2, 4];

    private string CreateEngine(string name, int contracts)
    {
        var address = _place.Empty(name);
        EngineMonth.Prepare(address, contracts);
        return address;
    }

    private List<MonthTarget> OnFiles()
    {
        PlainTables.Create(_place.Empty("plain"), _contracts);
        return [new("prepared statements", "plain", PreparedPipeline.Run, PlainTables.SumOf), new("set-based SQL", "plain", SetBasedPipeline.Run, PlainTables.SumOf)];
    }

    private List<MonthTarget> OnServer()
    {
        using (var files = new FilePlace())
        {
            var file = files.Empty("plain");
            PlainTables.Create(file, _contracts);
            PostgresTables.Create(_place.Empty("plain"), file);
        }

        return [new("binary copy", "plain", CopyPipeline.Run, PostgresTables.SumOf), new("set-based SQL", "plain", PostgresSetBasedPipeline.Run, PostgresTables.SumOf)];
    }

    private void Measure(MonthTarget target, bool isFirst)
    {
        var path = _place.Fresh(target.Database);
        target.Before?.Invoke(path);
        var size = isFirst ? _place.SizeOf(path) : 0;
        var written = _place.WrittenAhead();
        var processor = ProcessorSeconds();
        var start = Stopwatch.GetTimestamp();
        var invoices = target.Run(path);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        processor = ProcessorSeconds() - processor;
        if (invoices != _expected.Invoices)
        {
            throw new InvalidOperationException($"{target.Name} wrote {invoices} invoices; it must write {_expected.Invoices}.");
        }

        if (!isFirst || _contracts >= Large)
        {
            target.Seconds.Add(seconds);
            target.ProcessorSeconds.Add(processor);
        }

        if (!isFirst)
        {
            return;
        }

        target.WrittenAhead = _place.WrittenAhead() - written;
        target.Stored = _place.SizeOf(path) - size;
        if (target.SumOf(path).DifferencesFrom(_expected) is { Count: > 0 } differences)
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
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_place.Name}: {_contracts:N0} contracts, {_expected.Invoices:N0} invoices, {_expected.Lines:N0} lines; equal to {(_published ? "the published results" : "what is drafted in memory")}"));
        Console.WriteLine();
        Console.WriteLine("| | median s | least | most | contracts/s | ratio | processor s | ratio | bytes a line | written ahead |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var (wall, work) = (MonthTarget.MedianOf(targets[0].Seconds), MonthTarget.MedianOf(targets[0].ProcessorSeconds));
        foreach (var target in targets)
        {
            var (seconds, processor) = (MonthTarget.MedianOf(target.Seconds), MonthTarget.MedianOf(target.ProcessorSeconds));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {target.Name} | {seconds:F3} | {target.Seconds.Min():F3} | {target.Seconds.Max():F3} | {_contracts / seconds:N0} | {seconds / wall:F2} | {processor:F3} | {processor / work:F2} | {(double)target.Stored / _expected.Lines:F0} | {(double?)target.WrittenAhead / _expected.Lines:F0} |"));
        }
    }

    private void PrintMemory()
    {
        Console.WriteLine();
        Console.WriteLine("| contracts | peak working set, MB |");
        Console.WriteLine("|---|---|");
        foreach (var contracts in new[] { 1_000, 10_000, 100_000, _contracts }.Distinct().Order())
        {
            var path = contracts == _contracts ? _place.Fresh("engine") : CreateEngine(FormattableString.Invariant($"memory_{contracts}"), contracts);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {contracts:N0} | {PeakOf(path) / 1_048_576.0:F0} |"));
        }
    }

    private static long PeakOf(string database)
    {
        // The program beside this assembly: the process may be dotnet itself.
        var program = Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(typeof(MonthCommand).Assembly.Location) + (OperatingSystem.IsWindows() ? ".exe" : ""));
        using var child = Process.Start(new ProcessStartInfo(program, ["post", database]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The measuring process did not start.");
        var peak = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? long.Parse(peak, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"The measuring process ended with {child.ExitCode}.");
    }
}
