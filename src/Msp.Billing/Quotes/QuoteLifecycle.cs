using System.Collections.Immutable;
using Msp.Billing.Specifications;
using Stateless;

namespace Msp.Billing.Quotes;

/// <summary>Every move a revision of a quote can make. What is not in this machine cannot happen.</summary>
/// <remarks>The machine is declared once and read into a table: asking costs a lookup, and the diagram in the docs is printed from it.</remarks>
public static class QuoteLifecycle
{
    private static readonly MoveTable<QuoteStatus, QuoteAction> Moves = new(Machine);

    /// <summary>What can be recorded next, for the buttons of a page and the message of a refusal, in the order of the actions' numbers.</summary>
    public static ImmutableArray<QuoteAction> Allowed(QuoteStatus status) => [.. Moves.Allowed(status).Where(action => !ComesByItself(action))];

    /// <summary>Whether an action comes by itself and is never recorded: expiry with the calendar, replacement with the next revision.</summary>
    public static bool ComesByItself(QuoteAction action) => action is QuoteAction.Expire or QuoteAction.Replace;

    /// <summary>Whether its content can still change.</summary>
    public static bool CanBeEdited(QuoteStatus status) => status == QuoteStatus.Draft;

    /// <summary>Whether the customer can accept or decline it.</summary>
    public static bool IsOpen(QuoteStatus status) => status is QuoteStatus.Sent or QuoteStatus.Viewed;

    /// <summary>The status after an action.</summary>
    /// <exception cref="QuoteMoveException">There is no such move.</exception>
    public static QuoteStatus Next(QuoteStatus status, QuoteAction action) =>
        Moves.Next(status, action) ?? throw new QuoteMoveException(QuoteRefusal.NotFromHere, status, action, null, Allowed(status), "");

    /// <summary>The machine as a Mermaid state diagram, the one that the docs show.</summary>
    public static string ToMermaid() => Moves.ToMermaid(QuoteStatus.Draft);

    internal static bool CanMove(QuoteStatus status, QuoteAction action) => Moves.Next(status, action) is not null;

    private static StateMachine<QuoteStatus, QuoteAction> Machine(QuoteStatus initial)
    {
        var machine = new StateMachine<QuoteStatus, QuoteAction>(initial);
        machine.Configure(QuoteStatus.Draft)
            .Permit(QuoteAction.Submit, QuoteStatus.AwaitingApproval)
            .Permit(QuoteAction.Send, QuoteStatus.Sent)
            .Permit(QuoteAction.Withdraw, QuoteStatus.Withdrawn);
        machine.Configure(QuoteStatus.AwaitingApproval)
            .Permit(QuoteAction.Approve, QuoteStatus.Approved)
            .Permit(QuoteAction.Refuse, QuoteStatus.Draft)
            .Permit(QuoteAction.Reopen, QuoteStatus.Draft)
            .Permit(QuoteAction.Withdraw, QuoteStatus.Withdrawn);
        machine.Configure(QuoteStatus.Approved)
            .Permit(QuoteAction.Send, QuoteStatus.Sent)
            .Permit(QuoteAction.Reopen, QuoteStatus.Draft)
            .Permit(QuoteAction.Withdraw, QuoteStatus.Withdrawn);
        machine.Configure(QuoteStatus.Sent)
            .Permit(QuoteAction.View, QuoteStatus.Viewed)
            .Permit(QuoteAction.Accept, QuoteStatus.Accepted)
            .Permit(QuoteAction.Decline, QuoteStatus.Declined)
            .Permit(QuoteAction.Withdraw, QuoteStatus.Withdrawn)
            .Permit(QuoteAction.Expire, QuoteStatus.Expired)
            .Permit(QuoteAction.Replace, QuoteStatus.Replaced)
            .PermitReentry(QuoteAction.Revise);
        machine.Configure(QuoteStatus.Viewed)
            .Permit(QuoteAction.Accept, QuoteStatus.Accepted)
            .Permit(QuoteAction.Decline, QuoteStatus.Declined)
            .Permit(QuoteAction.Withdraw, QuoteStatus.Withdrawn)
            .Permit(QuoteAction.Expire, QuoteStatus.Expired)
            .Permit(QuoteAction.Replace, QuoteStatus.Replaced)
            .PermitReentry(QuoteAction.Revise);
        machine.Configure(QuoteStatus.Accepted);
        foreach (var over in (ReadOnlySpan<QuoteStatus>)[QuoteStatus.Declined, QuoteStatus.Expired, QuoteStatus.Withdrawn])
        {
            machine.Configure(over).Permit(QuoteAction.Replace, QuoteStatus.Replaced).PermitReentry(QuoteAction.Revise);
        }

        machine.Configure(QuoteStatus.Replaced);
        return machine;
    }
}
