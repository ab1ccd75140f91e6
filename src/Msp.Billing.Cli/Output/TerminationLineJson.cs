namespace Msp.Billing.Cli.Output;

/// <summary>A recurring line that the fee is a share of: what it would still bill, before tax.</summary>
internal sealed record TerminationLineJson(int Id, string Charge, DateOnly From, DateOnly Until, decimal Amount);
