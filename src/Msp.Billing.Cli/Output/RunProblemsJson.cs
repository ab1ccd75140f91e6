namespace Msp.Billing.Cli.Output;

/// <summary>The problems of a run for programs.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Problems">Those that block first.</param>
internal sealed record RunProblemsJson(string Run, IReadOnlyList<RunProblemJson> Problems);
