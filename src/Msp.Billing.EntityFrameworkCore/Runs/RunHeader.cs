using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What a step of a run needs to know of it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Number">Its number, as it is shown.</param>
/// <param name="Through">The last due day, inclusive.</param>
/// <param name="IssueDay">The day on its documents.</param>
/// <param name="KnownAt">What was recorded later is not in it.</param>
/// <param name="Status">Where it is.</param>
/// <param name="CreatedBy">Who made the preview.</param>
/// <param name="PreviousId">The run it is compared with; null for the first.</param>
internal sealed record RunHeader(
    long Id, string Number, DateOnly Through, DateOnly IssueDay, DateTimeOffset KnownAt, RunStatus Status, string CreatedBy, long? PreviousId)
{
    /// <summary>Whether decisions can be made about its contracts.</summary>
    internal bool IsInReview => Status is RunStatus.Previewed or RunStatus.Reviewed;
}
