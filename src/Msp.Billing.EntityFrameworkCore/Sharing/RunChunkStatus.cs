namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>Where a chunk of a run is. Stored: numbers are never reused.</summary>
internal enum RunChunkStatus
{
    /// <summary>Nobody works at it.</summary>
    Pending = 1,

    /// <summary>A worker began it.</summary>
    Taken = 2,

    /// <summary>What was found is kept; it stays so.</summary>
    Done = 3,

    /// <summary>The run was given up before it was done.</summary>
    GivenUp = 4,
}
