using System.Collections.Immutable;

namespace Msp.Billing.Contracts;

/// <summary>Thrown when a contract is asked for a move it cannot make. The message can be shown to a user.</summary>
public sealed class ContractMoveException : InvalidOperationException
{
    internal ContractMoveException(ContractStatus status, ContractAction action, DateOnly? day, ImmutableArray<ContractAction> allowed, string because)
        : base(FormattableString.Invariant($"A contract that is {status}{On(day)} cannot {action}{because}. ") +
               (!allowed.IsEmpty ? $"It can: {string.Join(", ", allowed)}."
                   : status is ContractStatus.Ended or ContractStatus.Renewed ? "Nothing more can be done to it."
                   : "Nothing can be recorded for that day."))
    {
        Status = status;
        Action = action;
        Day = day;
        Allowed = allowed;
    }

    /// <summary>Where the contract is on the day in question, as recorded.</summary>
    public ContractStatus Status { get; }

    /// <summary>What was asked.</summary>
    public ContractAction Action { get; }

    /// <summary>The day it was asked for; null when the table itself was asked.</summary>
    public DateOnly? Day { get; }

    /// <summary>What could have been asked instead; empty when nothing could.</summary>
    public ImmutableArray<ContractAction> Allowed { get; }

    private static string On(DateOnly? day) => day is { } known ? FormattableString.Invariant($" on {known:yyyy-MM-dd}") : "";
}
