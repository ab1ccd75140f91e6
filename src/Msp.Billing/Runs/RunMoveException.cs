using System.Collections.Immutable;

namespace Msp.Billing.Runs;

/// <summary>Thrown when a run is asked for a move it cannot make. The message can be shown to a user.</summary>
public sealed class RunMoveException : InvalidOperationException
{
    internal RunMoveException(RunStatus status, RunAction action, ImmutableArray<RunAction> allowed)
        : base($"A run that is {status} cannot {action}. " +
               (allowed.IsEmpty ? "Nothing more can be done to it." : $"It can: {string.Join(", ", allowed)}."))
    {
        Status = status;
        Action = action;
        Refusal = RunRefusal.Status;
        Allowed = allowed;
    }

    internal RunMoveException(RunStatus status, RunAction action, RunRefusal refusal, string reason)
        : base(reason)
    {
        Status = status;
        Action = action;
        Refusal = refusal;
        Allowed = [];
    }

    /// <summary>Where the run is.</summary>
    public RunStatus Status { get; }

    /// <summary>What was asked.</summary>
    public RunAction Action { get; }

    /// <summary>Why it cannot.</summary>
    public RunRefusal Refusal { get; }

    /// <summary>What could have been asked instead; empty when another person could have asked the same.</summary>
    public ImmutableArray<RunAction> Allowed { get; }
}
