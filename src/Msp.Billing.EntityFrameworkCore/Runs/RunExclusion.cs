using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Why a run does not bill a contract that it could bill.</summary>
/// <param name="Kind">Left out of this run, or held.</param>
/// <param name="DecisionNo">The decision.</param>
internal readonly record struct RunExclusion(RunDecisionKind Kind, long DecisionNo);
