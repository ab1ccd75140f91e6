using Msp.Billing.EntityFrameworkCore.Sharing;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A part of a preview: the contracts of a range of places, computed by one worker and kept in one transaction.</summary>
internal sealed class RunChunkRow
{
    public long SellerId { get; set; }

    public long RunId { get; set; }

    public int ChunkNo { get; set; }

    public long Plan { get; set; }

    public long FirstContractId { get; set; }

    public long LastContractId { get; set; }

    public RunChunkStatus Status { get; set; }

    /// <summary>How often a worker began it; more than once after a worker died, or when it was handed out twice.</summary>
    public int Starts { get; set; }

    public string? Worker { get; set; }

    public DateTimeOffset? TakenAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public int ContractCount { get; set; }
}
