namespace Msp.Billing.Cli.Output;

/// <summary>One side of an entry: above zero a debit, below zero a credit.</summary>
internal sealed record JournalLineJson(string Account, string Code, decimal Amount);
