using System.Diagnostics;
using System.Globalization;

namespace Msp.Billing.Cluster.Tests;

/// <summary>A call of <c>msp</c> as a process of its own, which is killed by its number and by nothing else.</summary>
/// <remarks>A shell beside it waits for the end of its own input, which the tests hold, and kills the process then: a test program that is killed leaves no worker behind, not even one that sleeps.</remarks>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Process _watch;
    private readonly Task<string> _error;

    private WorkerProcess(IReadOnlyDictionary<string, string>? variables, string? folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_TieredPGO"] = "0"; // a worker of a test lives for seconds
        start.ArgumentList.Add(Path.Combine(folder ?? AppContext.BaseDirectory, "msp.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("msp did not start.");
        _watch = Process.Start(new ProcessStartInfo("sh", ["-c", FormattableString.Invariant($"trap '' INT TERM HUP; read -r _ || kill -KILL {_process.Id}")]) { RedirectStandardInput = true })
            ?? throw new InvalidOperationException("sh did not start.");
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>What a worker is called in the database; empty for other commands.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it wrote to its error stream until it ended.</summary>
    public string Error => _error.GetAwaiter().GetResult();

    /// <summary>The number of the process.</summary>
    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts workers and waits until each takes work.</summary>
    public static WorkerProcess[] Start(string database, int count, IReadOnlyDictionary<string, string>? variables = null, string? folder = null, int checkIn = 1)
    {
        var each = checkIn.ToString(CultureInfo.InvariantCulture);
        WorkerProcess[] workers =
        [
            .. Enumerable.Range(0, count).Select(_ => new WorkerProcess(variables, folder, "worker", "--db", database, "--slots", "1", "--check-in", each, "--chunk", "50")),
        ];
        foreach (var worker in workers)
        {
            var line = worker._process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"A worker ended: {worker._error.GetAwaiter().GetResult()}");
            worker.Name = line.Split(' ')[1];
        }

        return workers;
    }

    /// <summary>Starts another command.</summary>
    public static WorkerProcess Call(params string[] arguments) => new(null, null, arguments);

    /// <summary>Starts another command with more in its environment.</summary>
    public static WorkerProcess Call(IReadOnlyDictionary<string, string> variables, params string[] arguments) => new(variables, null, arguments);

    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits for the end by itself.</summary>
    public int Wait()
    {
        _process.StandardOutput.ReadToEnd();
        Assert.True(_process.WaitForExit(120_000), "msp did not end.");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        // A line, and not the end: its number may be another's by now.
        _watch.StandardInput.WriteLine();
        _watch.WaitForExit();
        _watch.Dispose();
        _process.Dispose();
    }
}
