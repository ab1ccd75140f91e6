namespace Msp.Billing.Cli.Output;

/// <summary>A document that was not taken, for programs.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Reason">Why.</param>
internal sealed record RunDeliveryFailureJson(string Document, string Reason);
