using System.Collections.Immutable;
using Msp.Billing.Specifications;
using Stateless;

namespace Msp.Billing.Invoicing;

/// <summary>Every move that an invoice or credit note can make. There is none back from posted: a correction is another document.</summary>
public static class InvoiceLifecycle
{
    private static readonly MoveTable<InvoiceStatus, InvoiceAction> Moves = new(Machine);

    /// <summary>What can be done next, in the order of the actions' numbers.</summary>
    public static ImmutableArray<InvoiceAction> Allowed(InvoiceStatus status) => Moves.Allowed(status);

    /// <summary>The status after an action.</summary>
    /// <exception cref="InvoiceMoveException">There is no such move.</exception>
    public static InvoiceStatus Next(InvoiceStatus status, InvoiceAction action) =>
        Moves.Next(status, action) ?? throw new InvoiceMoveException(status, action, Allowed(status));

    /// <summary>The machine as a Mermaid state diagram.</summary>
    public static string ToMermaid() => Moves.ToMermaid(InvoiceStatus.Draft);

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
            .PermitReentry(InvoiceAction.Deliver)
            .Permit(InvoiceAction.SettlePart, InvoiceStatus.PartlySettled)
            .Permit(InvoiceAction.Settle, InvoiceStatus.Settled)
            .Permit(InvoiceAction.WriteOff, InvoiceStatus.WrittenOff);
        machine.Configure(InvoiceStatus.PartlySettled)
            .PermitReentry(InvoiceAction.Deliver)
            .PermitReentry(InvoiceAction.SettlePart)
            .Permit(InvoiceAction.Settle, InvoiceStatus.Settled)
            .Permit(InvoiceAction.Unsettle, InvoiceStatus.Posted)
            .Permit(InvoiceAction.WriteOff, InvoiceStatus.WrittenOff);
        machine.Configure(InvoiceStatus.Settled)
            .PermitReentry(InvoiceAction.Deliver)
            .Permit(InvoiceAction.Unsettle, InvoiceStatus.Posted);
        machine.Configure(InvoiceStatus.WrittenOff)
            .PermitReentry(InvoiceAction.Deliver)
            .Permit(InvoiceAction.Settle, InvoiceStatus.Settled);
        machine.Configure(InvoiceStatus.Discarded);
        return machine;
    }
}
