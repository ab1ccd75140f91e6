namespace Msp.Billing.Ledger;

/// <summary>Thrown when more is to be allocated than a payment has left or an invoice is owed. Nothing is allocated then. The message can be shown to a user.</summary>
public sealed class AllocationException : InvalidOperationException
{
    /// <summary>Creates a refusal.</summary>
    /// <param name="reason">Why, for programs.</param>
    /// <param name="message">What was wrong, and what would be right.</param>
    public AllocationException(AllocationRefusal reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Why.</summary>
    public AllocationRefusal Reason { get; }
}
