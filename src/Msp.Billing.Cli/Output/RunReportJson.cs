using System.Text.Json.Serialization;

namespace Msp.Billing.Cli.Output;

/// <summary>What a run command tells programs.</summary>
/// <param name="Run">The run as it stands; null when there is none.</param>
/// <param name="DryRun">Whether it was only rehearsed.</param>
internal sealed record RunReportJson(RunJson? Run, bool DryRun)
{
    /// <summary>What is wrong or worth a look; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RunProblemJson>? Problems { get; init; }

    /// <summary>What was decided about its contracts, the latest first; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RunDecisionJson>? Decisions { get; init; }

    /// <summary>What was done to the run, the oldest first; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AuditEntryJson>? Moves { get; init; }

    /// <summary>The contracts with the largest changes; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RunItemJson>? Items { get; init; }
}
