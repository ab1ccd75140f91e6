namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>How workers share a run: its preview in chunks, its posting as a whole. A run that one process computes and posts has none.</summary>
internal sealed class RunPlanRow
{
    public long SellerId { get; set; }

    public long RunId { get; set; }

    /// <summary>The run's version when it was planned: what was begun for an earlier plan does not count for this one.</summary>
    public long Plan { get; set; }

    public string LedgerVersion { get; set; } = "";

    public DateTimeOffset PlannedAt { get; set; }

    public string PlannedBy { get; set; } = "";

    public DateTimeOffset? PausedAt { get; set; }

    public string? PausedBy { get; set; }

    public DateTimeOffset? PostingAt { get; set; }

    public string? PostingBy { get; set; }

    /// <summary>The worker that posts, or posted last.</summary>
    public string? Poster { get; set; }

    public int PosterStarts { get; set; }
}
