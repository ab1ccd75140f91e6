using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>A problem of a run for programs.</summary>
internal sealed record RunProblemJson(string Contract, string Code, bool Blocks, bool Notice, string Message, string Fix, IReadOnlyList<RunFactJson> Facts)
{
    /// <summary>The same for programs.</summary>
    public static RunProblemJson Of(RunProblem problem) => new(
        problem.Contract, problem.Code, problem.Blocks, problem.IsNotice, problem.Message, problem.Fix, [.. problem.Facts.Select(RunFactJson.Of)]);
}
