namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>How a worker ended a task.</summary>
public enum TaskOutcome
{
    /// <summary>What it found is kept.</summary>
    Kept = 1,

    /// <summary>Somebody else had done it; nothing was kept twice.</summary>
    Repeated = 2,

    /// <summary>The run is paused, was given up, or is not there any more.</summary>
    NotDue = 3,

    /// <summary>The run was planned by another version of the program; its own workers go on with it.</summary>
    OtherVersion = 4,

    /// <summary>The worker was asked to stop, and handed it back.</summary>
    HandedBack = 5,
}
