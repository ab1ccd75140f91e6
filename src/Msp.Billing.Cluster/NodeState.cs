namespace Msp.Billing.Cluster;

/// <summary>How a worker is.</summary>
public enum NodeState
{
    /// <summary>It takes work.</summary>
    Working = 1,

    /// <summary>It takes none: its clock is too far from the database's.</summary>
    ClockOff = 2,

    /// <summary>It takes none: the database cannot be reached.</summary>
    Unreachable = 3,

    /// <summary>It was stopped.</summary>
    Stopped = 4,
}
