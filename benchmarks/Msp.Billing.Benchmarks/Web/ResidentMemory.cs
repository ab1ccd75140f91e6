using System.Globalization;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>How much of a process stands in memory, as Linux counts it: its own pages, shared ones, and what it has mapped of files.</summary>
internal static class ResidentMemory
{
    /// <summary>The resident memory in mebibytes.</summary>
    /// <param name="process">The process's number.</param>
    /// <exception cref="InvalidOperationException">There is no such process, or this is not Linux.</exception>
    internal static long Of(int process)
    {
        var status = FormattableString.Invariant($"/proc/{process}/status");
        if (!File.Exists(status))
        {
            throw new InvalidOperationException($"There is no {status}: resident memory is read on Linux, from the number of the web tool's process.");
        }

        var line = File.ReadLines(status).First(known => known.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
