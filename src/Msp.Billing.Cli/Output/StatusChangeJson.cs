namespace Msp.Billing.Cli.Output;

/// <summary>A status and the first day on which it holds.</summary>
internal sealed record StatusChangeJson(DateOnly From, string Status);
