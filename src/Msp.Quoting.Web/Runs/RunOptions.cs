using System.ComponentModel.DataAnnotations;
using Msp.Billing.Cluster;

namespace Msp.Quoting.Web.Runs;

/// <summary>Section <c>Runs</c> of the configuration.</summary>
internal sealed class RunOptions
{
    /// <summary>How many contracts are previewed, or documents posted, in one transaction. Fewer show progress more often; more are faster.</summary>
    [Range(1, 10_000)]
    public int ChunkSize { get; set; } = 100;

    /// <summary>Where the workers are; on a file nowhere, whatever is said here.</summary>
    [EnumDataType(typeof(WorkersPlace))]
    public WorkersPlace Workers { get; set; } = WorkersPlace.Here;

    /// <summary>How many tasks the worker in this program does at the same time; pages are answered beside it.</summary>
    [Range(1, 64)]
    public int Slots { get; set; } = 1;

    /// <summary>At which time of every day, such as 05:00, the run of the last month is begun where there is none; <c>never</c> to end a schedule that was set before; null to leave it as it is.</summary>
    public string? Monthly { get; set; }

    /// <summary>The time zone of <see cref="Monthly"/>, such as Europe/Berlin.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Whether a schedule that was set before is ended.</summary>
    public bool EndsMonthly => Monthly is MonthlySchedule.Never;

    /// <summary>What was set; null for nothing.</summary>
    /// <exception cref="FormatException">It is no time or no zone; the message says so.</exception>
    public MonthlySchedule? ReadSchedule() => EndsMonthly ? null : MonthlySchedule.Read(Monthly, TimeZone, "Runs:Monthly", "Runs:TimeZone");
}
