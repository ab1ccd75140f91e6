using System.ComponentModel.DataAnnotations;

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
}
