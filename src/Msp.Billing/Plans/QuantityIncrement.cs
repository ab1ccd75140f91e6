namespace Msp.Billing.Plans;

/// <summary>Turns what is reported into what is billed, in begun steps: every 15 minutes begun bill 0.25 hours.</summary>
/// <param name="Per">The reported quantity of one step, above zero: 15 minutes.</param>
/// <param name="Bills">The billed quantity of one step, above zero: 0.25 hours.</param>
public sealed record QuantityIncrement(decimal Per, decimal Bills);
