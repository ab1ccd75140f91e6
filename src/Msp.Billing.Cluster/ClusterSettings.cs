using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.Cluster;

/// <summary>How a worker takes part.</summary>
/// <param name="Database">The connection string of the PostgreSQL server that the workers share.</param>
public sealed record ClusterSettings(string Database)
{
    /// <summary>How many tasks it does at the same time.</summary>
    public int Slots { get; init; } = Environment.ProcessorCount;

    /// <summary>How often it says that it is alive. What fails is tried again after a fifth of it, then twice as long each time, and at most four times it.</summary>
    public TimeSpan CheckIn { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after a check-in that did not come others take its work over. Longer than any difference between clocks that is tolerated.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often it compares what the database says is to be done with what is handed out, and hands out the rest.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How far its clock may be from the database's before it stops taking work.</summary>
    public TimeSpan SkewLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many documents are posted in one transaction.</summary>
    public int PostingChunk { get; init; } = 2_000;

    /// <summary>What previews ask about each draft; null for nothing. All workers must ask the same.</summary>
    public IDraftChecks? Checks { get; init; }

    /// <summary>When the run of a month is begun by itself. The schedule is kept in the database: null leaves the one that another worker was started with.</summary>
    public MonthlySchedule? Monthly { get; init; }

    /// <summary>Whether the schedule that is kept in the database is taken away, so that no month begins by itself any more.</summary>
    public bool EndsMonthly { get; init; }

    /// <summary>For which sellers, by their numbers in storage, this worker begins months; null for all.</summary>
    public Func<long, bool>? BeginsMonthsOf { get; init; }

    /// <summary>Where it says what goes wrong.</summary>
    public ILoggerFactory Log { get; init; } = NullLoggerFactory.Instance;
}
