namespace Msp.Billing.Cli.Output;

/// <summary>What a decision did, for programs.</summary>
/// <param name="Run">The run as it stands; null when none is open.</param>
/// <param name="Count">How many flags or contracts it was about; zero when all was so before.</param>
/// <param name="Decisions">What stands for the run, the latest first.</param>
internal sealed record RunDecidedJson(RunJson? Run, int Count, IReadOnlyList<RunDecisionJson> Decisions);
