using System.Collections.Immutable;
using Msp.Billing.Specifications;
using Stateless;

namespace Msp.Billing.Runs;

/// <summary>Every move that an invoice run can make.</summary>
public static class RunLifecycle
{
    private static readonly MoveTable<RunStatus, RunAction> Moves = new(Machine);

    /// <summary>What can be done next, in the order of the actions' numbers.</summary>
    public static ImmutableArray<RunAction> Allowed(RunStatus status) => Moves.Allowed(status);

    /// <summary>The status after an action.</summary>
    /// <exception cref="RunMoveException">There is no such move.</exception>
    public static RunStatus Next(RunStatus status, RunAction action) =>
        Moves.Next(status, action) ?? throw new RunMoveException(status, action, Allowed(status));

    /// <summary>Refuses an approval by the person who made the run, unless the seller is one person.</summary>
    /// <param name="status">Where the run is.</param>
    /// <param name="approver">Who approves.</param>
    /// <param name="creator">Who made the preview.</param>
    /// <param name="onePerson">Whether the seller is one person.</param>
    /// <exception cref="RunMoveException">The same person made it, and the seller has more than one.</exception>
    public static void CheckApprover(RunStatus status, string approver, string creator, bool onePerson)
    {
        if (!onePerson && string.Equals(approver, creator, StringComparison.OrdinalIgnoreCase))
        {
            throw new RunMoveException(
                status, RunAction.Approve, RunRefusal.SamePerson,
                $"'{approver}' made this run and cannot approve it: a second person must. If the seller is one person, record that in its settings.");
        }
    }

    /// <summary>The machine as a Mermaid state diagram.</summary>
    public static string ToMermaid() => Moves.ToMermaid(RunStatus.Previewing);

    private static StateMachine<RunStatus, RunAction> Machine(RunStatus initial)
    {
        var machine = new StateMachine<RunStatus, RunAction>(initial);
        machine.Configure(RunStatus.Previewing)
            .PermitReentry(RunAction.Preview)
            .Permit(RunAction.FinishPreview, RunStatus.Previewed)
            .Permit(RunAction.Cancel, RunStatus.Cancelled);
        machine.Configure(RunStatus.Previewed)
            .Permit(RunAction.Preview, RunStatus.Previewing)
            .Permit(RunAction.Review, RunStatus.Reviewed)
            .Permit(RunAction.Cancel, RunStatus.Cancelled);
        machine.Configure(RunStatus.Reviewed)
            .Permit(RunAction.Preview, RunStatus.Previewing)
            .Permit(RunAction.Approve, RunStatus.Approved)
            .Permit(RunAction.Cancel, RunStatus.Cancelled);
        machine.Configure(RunStatus.Approved)
            .Permit(RunAction.Preview, RunStatus.Previewing)
            .Permit(RunAction.Post, RunStatus.Posting)
            .Permit(RunAction.Cancel, RunStatus.Cancelled);
        machine.Configure(RunStatus.Posting)
            .PermitReentry(RunAction.Post)
            .Permit(RunAction.FinishPosting, RunStatus.Posted);
        machine.Configure(RunStatus.Posted);
        machine.Configure(RunStatus.Cancelled);
        return machine;
    }
}
