using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>A problem of a run for programs.</summary>
internal sealed record RunProblemJson(string Contract, string Code, bool Blocks, string Message, string Fix)
{
    /// <summary>The same for programs.</summary>
    public static RunProblemJson Of(RunProblem problem) => new(problem.Contract, problem.Code, problem.Blocks, problem.Message, problem.Fix);
}
