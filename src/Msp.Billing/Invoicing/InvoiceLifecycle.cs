using System.Collections.Frozen;
using System.Collections.Immutable;
using Stateless;
using Stateless.Graph;

namespace Msp.Billing.Invoicing;

/// <summary>Every move that an invoice or credit note can make. There is none back from posted: a correction is another document.</summary>
public static class InvoiceLifecycle
{
    private static readonly FrozenDictionary<(InvoiceStatus, InvoiceAction), InvoiceStatus> Moves = ReadMoves();

    /// <summary>What can be done next, in the order of the actions' numbers.</summary>
    public static ImmutableArray<InvoiceAction> Allowed(InvoiceStatus status) =>
        [.. Enum.GetValues<InvoiceAction>().Where(action => Moves.ContainsKey((status, action)))];

    /// <summary>The status after an action.</summary>
    /// <exception cref="InvoiceMoveException">There is no such move.</exception>
    public static InvoiceStatus Next(InvoiceStatus status, InvoiceAction action) =>
        Moves.TryGetValue((status, action), out var next) ? next : throw new InvoiceMoveException(status, action, Allowed(status));

    /// <summary>The machine as a Mermaid state diagram.</summary>
    public static string ToMermaid() =>
        MermaidGraph.Format(Machine(InvoiceStatus.Draft).GetInfo(), null).ReplaceLineEndings("\n").Trim() + "\n";

    private static StateMachine<InvoiceStatus, InvoiceAction> Machine(InvoiceStatus initial)
    {
        var machine = new StateMachine<InvoiceStatus, InvoiceAction>(initial);
        machine.Configure(InvoiceStatus.Draft)
            .Permit(InvoiceAction.Approve, InvoiceStatus.Approved)
            .Permit(InvoiceAction.Discard, InvoiceStatus.Discarded);
        machine.Configure(InvoiceStatus.Approved)
            .Permit(InvoiceAction.Reopen, InvoiceStatus.Draft)
            .Permit(InvoiceAction.Post, InvoiceStatus.Posted)
            .Permit(InvoiceAction.Discard, InvoiceStatus.Discarded);
        machine.Configure(InvoiceStatus.Posted)
            .Permit(InvoiceAction.SettlePart, InvoiceStatus.PartlySettled)
            .Permit(InvoiceAction.Settle, InvoiceStatus.Settled)
            .Permit(InvoiceAction.WriteOff, InvoiceStatus.WrittenOff);
        machine.Configure(InvoiceStatus.PartlySettled)
            .PermitReentry(InvoiceAction.SettlePart)
            .Permit(InvoiceAction.Settle, InvoiceStatus.Settled)
            .Permit(InvoiceAction.Unsettle, InvoiceStatus.Posted)
            .Permit(InvoiceAction.WriteOff, InvoiceStatus.WrittenOff);
        machine.Configure(InvoiceStatus.Settled)
            .Permit(InvoiceAction.Unsettle, InvoiceStatus.Posted);
        machine.Configure(InvoiceStatus.WrittenOff)
            .Permit(InvoiceAction.Settle, InvoiceStatus.Settled);
        machine.Configure(InvoiceStatus.Discarded);
        return machine;
    }

    private static FrozenDictionary<(InvoiceStatus, InvoiceAction), InvoiceStatus> ReadMoves()
    {
        var moves = new Dictionary<(InvoiceStatus, InvoiceAction), InvoiceStatus>();
        foreach (var status in Enum.GetValues<InvoiceStatus>())
        {
            foreach (var action in Enum.GetValues<InvoiceAction>())
            {
                var machine = Machine(status);
                if (machine.CanFire(action))
                {
                    machine.Fire(action);
                    moves.Add((status, action), machine.State);
                }
            }
        }

        return moves.ToFrozenDictionary();
    }
}
