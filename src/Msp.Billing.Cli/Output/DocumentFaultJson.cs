namespace Msp.Billing.Cli.Output;

/// <summary>What a check of posted documents found.</summary>
internal sealed record DocumentFaultJson(string Number, string Kind, string Message);
