namespace Msp.Billing.Cli.Output;

/// <summary>An item that was taken, for programs.</summary>
internal sealed record QuoteItemJson(string Code, decimal Quantity);
