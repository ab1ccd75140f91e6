namespace Msp.Billing.Cli.Output;

/// <summary>What was given up of an invoice.</summary>
internal sealed record WriteOffJson(string Invoice, string Day, string Currency, decimal Amount, bool AsDiscount);
