namespace Msp.Billing.Cli.Output;

/// <summary>A movement of a statement.</summary>
internal sealed record StatementLineJson(string Day, string Source, string Reference, decimal Amount, decimal Balance);
