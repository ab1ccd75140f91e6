using System.Collections.Immutable;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>A contract of a run as a reviewer sees it.</summary>
/// <param name="Item">What the run says of it.</param>
/// <param name="Need">What is to be done about it.</param>
/// <param name="Flag">Why it deserves a look; null unless <paramref name="Need"/> is attention.</param>
/// <param name="Problems">What is wrong with it, those that block first.</param>
public sealed record RunReviewItem(RunItem Item, RunNeed Need, RunConcern? Flag, ImmutableArray<RunProblem> Problems);
