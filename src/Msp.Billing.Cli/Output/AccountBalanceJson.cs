namespace Msp.Billing.Cli.Output;

/// <summary>What stands on an account: above zero a debit, below zero a credit.</summary>
internal sealed record AccountBalanceJson(string Currency, string Account, string Code, decimal Balance);
