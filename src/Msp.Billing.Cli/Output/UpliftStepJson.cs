namespace Msp.Billing.Cli.Output;

/// <summary>An agreed rise of prices, for programs.</summary>
internal sealed record UpliftStepJson(DateOnly Day, decimal Percent);
