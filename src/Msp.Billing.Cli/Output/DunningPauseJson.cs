namespace Msp.Billing.Cli.Output;

/// <summary>Until when a customer is not reminded.</summary>
internal sealed record DunningPauseJson(string Customer, string? Through);
