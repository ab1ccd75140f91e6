using System.Collections.Immutable;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>A contract of a run as a reviewer sees it.</summary>
/// <param name="Item">What the run says of it.</param>
/// <param name="Need">What is to be done about it.</param>
/// <param name="Flag">Why it deserves a look; null unless <paramref name="Need"/> is attention.</param>
/// <param name="Problems">What is wrong with it or worth a look, those that block first, then those that nobody checked.</param>
public sealed record RunReviewItem(RunItem Item, RunNeed Need, RunConcern? Flag, ImmutableArray<RunProblem> Problems)
{
    /// <summary>What was decided about it, the latest first.</summary>
    public ImmutableArray<RunDecision> Decisions { get; init; } = [];

    /// <summary>The problems that nobody checked.</summary>
    public IEnumerable<RunProblem> Unchecked => Problems.Where(problem => CheckOf(problem) is null);

    /// <summary>Why it is not billed, where somebody decided so; null otherwise.</summary>
    public RunDecision? Exclusion => Item.Outcome == RunOutcome.LeftOut
        ? Decisions.FirstOrDefault(decision => decision is { IsOver: false, Kind: RunDecisionKind.LeftOut or RunDecisionKind.Held })
        : null;

    /// <summary>Who looked at a problem, and when; null where nobody did, or where it is billed something else since.</summary>
    public RunDecision? CheckOf(RunProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Decisions.FirstOrDefault(decision => decision is { IsOver: false, Kind: RunDecisionKind.Checked } && decision.Code == problem.Code);
    }
}
