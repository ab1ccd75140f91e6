namespace Msp.Billing.Cli.Output;

/// <summary>Begun steps of what is reported, for programs.</summary>
/// <param name="Per">The reported quantity of one step.</param>
/// <param name="Bills">What one step bills.</param>
internal sealed record IncrementJson(decimal Per, decimal Bills);
