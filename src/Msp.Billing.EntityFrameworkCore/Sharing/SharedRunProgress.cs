namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>How far workers are with a run, read from what they kept.</summary>
public sealed record SharedRunProgress
{
    /// <summary>The run's number.</summary>
    public required string Run { get; init; }

    /// <summary>Whether nobody begins anything until it is resumed.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>The version of the program that planned it: its workers compute the preview.</summary>
    public required string LedgerVersion { get; init; }

    /// <summary>Into how many chunks its preview is cut.</summary>
    public required int Chunks { get; init; }

    /// <summary>How many of them are done.</summary>
    public required int ChunksDone { get; init; }

    /// <summary>How many of them a worker has begun and not finished.</summary>
    public required int ChunksTaken { get; init; }

    /// <summary>How many contracts the chunks that are done have.</summary>
    public required int Contracts { get; init; }

    /// <summary>How often workers began a chunk again that had been begun before.</summary>
    public required int Repeats { get; init; }

    /// <summary>How many workers kept or have a chunk.</summary>
    public required int Workers { get; init; }

    /// <summary>Contracts a second, from the first chunk that was begun to the last that was done; null until one is done.</summary>
    public decimal? Rate { get; init; }

    /// <summary>How long the rest takes at that rate; null until it is known.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>How many documents the run has.</summary>
    public required int Documents { get; init; }

    /// <summary>How many of them are posted.</summary>
    public required int Posted { get; init; }

    /// <summary>Who asked workers to post it; null until somebody did.</summary>
    public string? PostingBy { get; init; }

    /// <summary>The worker that posts it, or did; null until one does.</summary>
    public string? Poster { get; init; }
}
