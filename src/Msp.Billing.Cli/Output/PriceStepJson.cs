namespace Msp.Billing.Cli.Output;

/// <summary>A step of a price for programs.</summary>
/// <param name="UpTo">The last quantity in it, inclusive; null for the last step.</param>
/// <param name="Price">Of one unit.</param>
/// <param name="Fee">Once, when the step is reached.</param>
internal sealed record PriceStepJson(decimal? UpTo, decimal Price, decimal Fee);
