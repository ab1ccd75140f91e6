using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Msp.Billing.Benchmarks.Runs;
using Msp.Billing.Benchmarks.Workload;

namespace Msp.Billing.Benchmarks.Tests.Runs;

/// <summary>The published month from files to posted documents as somebody at a terminal bills it: every step is a process of <c>msp</c>.</summary>
public sealed class CommandMonthTests : IDisposable
{
    private const int Contracts = 1_000;
    private const int Invoices = 981;
    private const int BadFile = 3;

    private static readonly (string Kind, string File)[] Files =
        [("catalog", "catalog.json"), ("customers", "customers.csv"), ("contracts", "contracts.csv"), ("counts", "counts.csv")];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("msp-billing-command-");

    private string Database => Path.Combine(_folder.FullName, "month.db");

    [Fact]
    public void Imported_files_bill_the_published_results_and_a_second_run_issues_nothing()
    {
        WorkloadFiles.Write(_folder.FullName, Contracts);
        Do("init", "--name", "Workload MSP", "--country", "US", "--currency", "USD", "--time-zone", "America/New_York");
        foreach (var (kind, file) in Files)
        {
            Assert.True(Do("import", kind, PathOf(file)).GetProperty("saved").GetBoolean());
        }

        var first = Bill();
        Assert.Equal(("RUN-0001", Invoices, Invoices), first);
        Assert.Empty(EngineMonth.SumOf(Database).DifferencesFrom(ExpectedSums.Of(Contracts)));

        var second = Bill();
        Assert.Equal(("RUN-0002", 0, 0), second);
        Assert.Equal(Invoices, Do("invoice", "list", "--limit", "10000").GetArrayLength());
        Assert.Empty(EngineMonth.SumOf(Database).DifferencesFrom(ExpectedSums.Of(Contracts)));
        Assert.Equal(0, Do("invoice", "verify").GetArrayLength());
    }

    [Fact]
    public void The_same_contracts_a_second_time_are_refused_whole()
    {
        WorkloadFiles.Write(_folder.FullName, 10);
        Do("init", "--name", "Workload MSP", "--country", "US", "--currency", "USD", "--time-zone", "America/New_York");
        foreach (var (kind, file) in Files)
        {
            Do("import", kind, PathOf(file));
        }

        var (code, output) = Call("import", "contracts", PathOf("contracts.csv"));

        using var report = JsonDocument.Parse(output);
        Assert.Equal((BadFile, false, 10), (code, report.RootElement.GetProperty("saved").GetBoolean(), report.RootElement.GetProperty("problemCount").GetInt32()));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private (string? Number, int Documents, int Posted) Bill()
    {
        Do("run", "preview", "--through", WorkloadBook.IssueDay.ToString("O", CultureInfo.InvariantCulture), "--author", "maria");
        Do("run", "review", "--author", "maria");
        Do("run", "approve", "--author", "jonas");
        var run = Do("run", "post", "--author", "jonas").GetProperty("run");
        Assert.Equal("posted", run.GetProperty("status").GetString());
        return (run.GetProperty("number").GetString(), run.GetProperty("documents").GetInt32(), run.GetProperty("posted").GetInt32());
    }

    private JsonElement Do(params string[] arguments)
    {
        var (code, output) = Call(arguments);
        Assert.True(code == 0, $"msp {string.Join(' ', arguments)} ended with {code}: {output}");
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }

    private (int Code, string Output) Call(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "msp.dll"), .. arguments, "--db", Database, "--json"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("msp did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
