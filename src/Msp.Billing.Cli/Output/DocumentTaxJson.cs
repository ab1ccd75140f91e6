namespace Msp.Billing.Cli.Output;

/// <summary>The tax of one category and rate on a document.</summary>
internal sealed record DocumentTaxJson(string Category, decimal Percent, decimal Base, decimal Tax);
