namespace Msp.Billing.Cluster.Tests;

/// <summary>Where workers are when something goes wrong.</summary>
internal enum FaultPlace
{
    /// <summary>Asking for a chunk.</summary>
    Taking = 1,

    /// <summary>Reading what a chunk is computed from.</summary>
    Reading = 2,

    /// <summary>Keeping a chunk.</summary>
    Keeping = 3,

    /// <summary>Telling the engine that a chunk is done.</summary>
    Telling = 4,

    /// <summary>Done with every chunk, and about to say that the preview is made.</summary>
    Finishing = 5,

    /// <summary>Between two transactions of posting.</summary>
    Beginning = 6,

    /// <summary>In a transaction of posting, with numbers given.</summary>
    Posting = 7,

    /// <summary>Wherever they are at some moment of the first second.</summary>
    Anywhere = 8,
}
