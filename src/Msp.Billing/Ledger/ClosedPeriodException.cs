namespace Msp.Billing.Ledger;

/// <summary>Thrown when something is to be posted into a period that is closed. The message can be shown to a user.</summary>
public sealed class ClosedPeriodException : InvalidOperationException
{
    /// <summary>Creates a refusal.</summary>
    /// <param name="reason">Why, for programs.</param>
    /// <param name="message">What was wrong, and what would be right.</param>
    public ClosedPeriodException(ClosedPeriodRefusal reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Why.</summary>
    public ClosedPeriodRefusal Reason { get; }
}
