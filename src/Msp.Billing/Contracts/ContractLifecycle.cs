using System.Collections.Frozen;
using System.Collections.Immutable;
using Msp.Billing.Specifications;
using Stateless;

namespace Msp.Billing.Contracts;

/// <summary>Every move a contract can make. What is not in this machine cannot happen.</summary>
/// <remarks>The machine is declared once and read into a table: asking costs a lookup, and the diagram in the docs is printed from it.</remarks>
public static class ContractLifecycle
{
    private static readonly MoveTable<ContractStatus, ContractAction> Moves = new(Machine);

    private static readonly FrozenDictionary<ContractStatus, ImmutableArray<ContractAction>> Recordable = Enum.GetValues<ContractStatus>()
        .ToFrozenDictionary(
            status => status,
            status => Moves.Allowed(status).Where(action => !ComesByItself(action)).ToImmutableArray());

    /// <summary>What can be recorded next, for the buttons of a page and the message of a refusal, in the order of the actions' numbers.</summary>
    /// <remarks>What comes by itself is not among them. <see cref="Contract.AllowedOn"/> also looks at what is recorded for later days.</remarks>
    public static ImmutableArray<ContractAction> Allowed(ContractStatus status) => Recordable.TryGetValue(status, out var allowed) ? allowed : [];

    /// <summary>Whether an action comes with the calendar and is never recorded: the start on the first day, the end with the term or the notice.</summary>
    public static bool ComesByItself(ContractAction action) => action is ContractAction.Start or ContractAction.End;

    /// <summary>Whether the contract has begun and is not over, billed or paused.</summary>
    public static bool IsRunning(ContractStatus status) =>
        status is ContractStatus.Active or ContractStatus.Suspended or ContractStatus.NoticeGiven or ContractStatus.SuspendedInNotice;

    /// <summary>Whether days in this status are billed.</summary>
    public static bool Bills(ContractStatus status) => status is ContractStatus.Active or ContractStatus.NoticeGiven;

    /// <summary>The status after an action.</summary>
    /// <exception cref="ContractMoveException">There is no such move.</exception>
    public static ContractStatus Next(ContractStatus status, ContractAction action) =>
        Moves.Next(status, action) ?? throw new ContractMoveException(status, action, null, Allowed(status), "");

    /// <summary>The machine as a Mermaid state diagram, the one that the docs show.</summary>
    public static string ToMermaid() => Moves.ToMermaid(ContractStatus.Draft);

    private static StateMachine<ContractStatus, ContractAction> Machine(ContractStatus initial)
    {
        var machine = new StateMachine<ContractStatus, ContractAction>(initial);
        machine.Configure(ContractStatus.Draft)
            .Permit(ContractAction.Send, ContractStatus.AwaitingSignature)
            .Permit(ContractAction.Sign, ContractStatus.Scheduled)
            .Permit(ContractAction.Withdraw, ContractStatus.Ended);
        machine.Configure(ContractStatus.AwaitingSignature)
            .Permit(ContractAction.Sign, ContractStatus.Scheduled)
            .Permit(ContractAction.Withdraw, ContractStatus.Ended);
        machine.Configure(ContractStatus.Scheduled)
            .Permit(ContractAction.Start, ContractStatus.Active)
            .Permit(ContractAction.Withdraw, ContractStatus.Ended);
        machine.Configure(ContractStatus.Active)
            .Permit(ContractAction.Suspend, ContractStatus.Suspended)
            .Permit(ContractAction.GiveNotice, ContractStatus.NoticeGiven)
            .Permit(ContractAction.Renew, ContractStatus.Renewed)
            .Permit(ContractAction.Terminate, ContractStatus.Ended)
            .Permit(ContractAction.End, ContractStatus.Ended);
        machine.Configure(ContractStatus.Suspended)
            .Permit(ContractAction.Resume, ContractStatus.Active)
            .Permit(ContractAction.GiveNotice, ContractStatus.SuspendedInNotice)
            .Permit(ContractAction.Terminate, ContractStatus.Ended)
            .Permit(ContractAction.End, ContractStatus.Ended);
        machine.Configure(ContractStatus.NoticeGiven)
            .Permit(ContractAction.WithdrawNotice, ContractStatus.Active)
            .Permit(ContractAction.Suspend, ContractStatus.SuspendedInNotice)
            .Permit(ContractAction.Renew, ContractStatus.Renewed)
            .Permit(ContractAction.Terminate, ContractStatus.Ended)
            .Permit(ContractAction.End, ContractStatus.Ended);
        machine.Configure(ContractStatus.SuspendedInNotice)
            .Permit(ContractAction.Resume, ContractStatus.NoticeGiven)
            .Permit(ContractAction.WithdrawNotice, ContractStatus.Suspended)
            .Permit(ContractAction.Terminate, ContractStatus.Ended)
            .Permit(ContractAction.End, ContractStatus.Ended);
        machine.Configure(ContractStatus.Ended);
        machine.Configure(ContractStatus.Renewed);
        return machine;
    }
}
