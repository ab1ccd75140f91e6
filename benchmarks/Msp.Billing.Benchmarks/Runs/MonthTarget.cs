using Msp.Billing.Benchmarks.Workload;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>One way to bill the month.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Database">The name of the file that it begins with.</param>
/// <param name="Run">Bills a file and gives the number of invoices.</param>
/// <param name="SumOf">Adds up what a file holds.</param>
internal sealed record MonthTarget(string Name, string Database, Func<string, long> Run, Func<string, WorkloadSum> SumOf)
{
    /// <summary>What is done to the file before, and is not measured; null for nothing.</summary>
    internal Action<string>? Before { get; init; }

    /// <summary>The seconds of each round.</summary>
    internal List<double> Seconds { get; } = [];

    /// <summary>The seconds that processors worked in each round, those of the runtime included: what a busy machine changes least.</summary>
    internal List<double> ProcessorSeconds { get; } = [];

    /// <summary>How many bytes the database grew by.</summary>
    internal long Stored { get; set; }

    /// <summary>How many bytes were written ahead of the tables; null where that is not known.</summary>
    internal long? WrittenAhead { get; set; }

    /// <summary>The middle one.</summary>
    internal static double MedianOf(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);
}
