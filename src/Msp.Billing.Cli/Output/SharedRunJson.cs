using Msp.Billing.EntityFrameworkCore.Sharing;

namespace Msp.Billing.Cli.Output;

/// <summary>How far workers are with a run, for programs.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="IsPaused">Whether nobody begins anything until it is resumed.</param>
/// <param name="LedgerVersion">The version of the program whose workers compute the preview.</param>
/// <param name="Chunks">Into how many chunks the preview is cut.</param>
/// <param name="ChunksDone">How many are done.</param>
/// <param name="ChunksTaken">How many are begun and not done.</param>
/// <param name="Contracts">How many contracts the chunks that are done have.</param>
/// <param name="Repeats">How often a chunk was begun again.</param>
/// <param name="Workers">How many workers kept or have a chunk.</param>
/// <param name="ContractsPerSecond">How fast it goes; null until a chunk is done.</param>
/// <param name="SecondsLeft">How long the rest of the preview takes at that rate; null until it is known.</param>
/// <param name="Documents">How many documents the run has.</param>
/// <param name="Posted">How many are posted.</param>
/// <param name="Poster">The worker that posts it, or did; null until one does.</param>
internal sealed record SharedRunJson(
    string Run, bool IsPaused, string LedgerVersion, int Chunks, int ChunksDone, int ChunksTaken, int Contracts, int Repeats, int Workers, decimal? ContractsPerSecond,
    long? SecondsLeft, int Documents, int Posted, string? Poster)
{
    /// <summary>The same for programs.</summary>
    public static SharedRunJson Of(SharedRunProgress progress) => new(
        progress.Run, progress.IsPaused, progress.LedgerVersion, progress.Chunks, progress.ChunksDone, progress.ChunksTaken, progress.Contracts, progress.Repeats,
        progress.Workers, progress.Rate, progress.Remaining is { } left ? (long)left.TotalSeconds : null, progress.Documents, progress.Posted, progress.Poster);
}
