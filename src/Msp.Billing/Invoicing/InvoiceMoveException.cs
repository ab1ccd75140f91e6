using System.Collections.Immutable;

namespace Msp.Billing.Invoicing;

/// <summary>Thrown when a document is asked for a move it cannot make. The message can be shown to a user.</summary>
public sealed class InvoiceMoveException : InvalidOperationException
{
    internal InvoiceMoveException(InvoiceStatus status, InvoiceAction action, ImmutableArray<InvoiceAction> allowed)
        : base($"A document that is {status} cannot {action}. " +
               (allowed.IsEmpty ? "Nothing more can be done to it." : $"It can: {string.Join(", ", allowed)}."))
    {
        Status = status;
        Action = action;
        Allowed = allowed;
    }

    /// <summary>Where the document is.</summary>
    public InvoiceStatus Status { get; }

    /// <summary>What was asked.</summary>
    public InvoiceAction Action { get; }

    /// <summary>What could have been asked instead.</summary>
    public ImmutableArray<InvoiceAction> Allowed { get; }
}
