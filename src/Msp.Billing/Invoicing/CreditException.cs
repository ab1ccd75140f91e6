namespace Msp.Billing.Invoicing;

/// <summary>Thrown when a posted document cannot be corrected as asked. Nothing is posted then. The message can be shown to a user.</summary>
public sealed class CreditException : InvalidOperationException
{
    /// <summary>Creates a refusal.</summary>
    /// <param name="reason">Why, for programs.</param>
    /// <param name="message">What was wrong, and what would be right.</param>
    public CreditException(CreditRefusal reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Why.</summary>
    public CreditRefusal Reason { get; }
}
