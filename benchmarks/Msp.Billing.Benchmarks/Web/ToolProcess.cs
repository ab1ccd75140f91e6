using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>The web tool as a process of its own, on a port that nobody else has.</summary>
internal sealed partial class ToolProcess : IDisposable
{
    private readonly Process _process;

    private ToolProcess(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    internal required Uri Address { get; init; }

    /// <summary>How many mebibytes of it stand in memory now; zero where that cannot be read.</summary>
    internal long Resident => OperatingSystem.IsLinux() ? ResidentMemory.Of(_process.Id) : 0;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="tool">The tool's <c>Msp.Quoting.Web.dll</c>, built for release.</param>
    /// <param name="database">The file or the connection string that it opens.</param>
    internal static async Task<ToolProcess> Start(string tool, string database)
    {
        var path = Path.GetFullPath(tool);
        var start = new ProcessStartInfo("dotnet", [path, "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(path),
        };
        start.Environment["Database__Path"] = database;
        start.Environment["Logging__LogLevel__Default"] = "Information";
        start.Environment["Logging__LogLevel__Microsoft"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The tool did not start.");
        return new ToolProcess(process) { Address = await AddressOf(process).ConfigureAwait(false) };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<Uri> AddressOf(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                // What it says from now on is not read, and must not fill the pipe.
                _ = process.StandardOutput.ReadToEndAsync();
                return new Uri(found.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("The tool ended before it listened: was it built, and is this its Msp.Quoting.Web.dll?");
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
