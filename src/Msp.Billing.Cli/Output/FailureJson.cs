namespace Msp.Billing.Cli.Output;

/// <summary>A failure for programs.</summary>
/// <param name="Error">What happened.</param>
internal sealed record FailureJson(FailureBody Error);
