namespace Msp.Billing.Cli.Output;

/// <summary>The account of one tax.</summary>
internal sealed record TaxAccountJson(string Category, decimal Percent, string Account);
