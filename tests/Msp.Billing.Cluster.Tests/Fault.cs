namespace Msp.Billing.Cluster.Tests;

/// <summary>What goes wrong.</summary>
internal enum Fault
{
    /// <summary>A worker is killed.</summary>
    Kill = 1,

    /// <summary>All workers are killed, and others started.</summary>
    KillAll = 2,

    /// <summary>A worker is asked to end.</summary>
    Terminate = 3,

    /// <summary>A worker sleeps for longer than the others wait for it, and wakes.</summary>
    Sleep = 4,

    /// <summary>The server ends every connection.</summary>
    CutOff = 5,

    /// <summary>The engine's tables are emptied.</summary>
    Forget = 6,

    /// <summary>Somebody asks for the same once more.</summary>
    AskAgain = 7,

    /// <summary>The run is paused, and goes on.</summary>
    Pause = 8,

    /// <summary>The server is pulled out, and comes back; only where it is the test's own.</summary>
    Outage = 9,
}
