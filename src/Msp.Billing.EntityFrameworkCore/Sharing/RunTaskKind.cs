namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>What there is to do for a run that workers share.</summary>
public enum RunTaskKind
{
    /// <summary>To preview the contracts of a chunk.</summary>
    Chunk = 1,

    /// <summary>To finish a preview whose chunks are all done.</summary>
    Finish = 2,

    /// <summary>To post the documents of a run, in the order of their numbers.</summary>
    Posting = 3,
}
