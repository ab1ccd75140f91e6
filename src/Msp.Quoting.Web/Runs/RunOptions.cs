using System.ComponentModel.DataAnnotations;

namespace Msp.Quoting.Web.Runs;

/// <summary>Section <c>Runs</c> of the configuration.</summary>
internal sealed class RunOptions
{
    /// <summary>How many contracts are previewed, or documents posted, in one transaction. Fewer show progress more often; more are faster.</summary>
    [Range(1, 10_000)]
    public int ChunkSize { get; set; } = 100;
}
