namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>How workers share a run, as it is stored.</summary>
/// <param name="Number">The plan's number.</param>
/// <param name="LedgerVersion">What planned it.</param>
/// <param name="IsPaused">Whether nobody is to begin anything.</param>
/// <param name="PostingBy">Who asked to post it; null until somebody did.</param>
/// <param name="PosterStarts">How often a worker began to post it.</param>
internal sealed record RunPlan(long Number, string LedgerVersion, bool IsPaused, string? PostingBy, int PosterStarts);
