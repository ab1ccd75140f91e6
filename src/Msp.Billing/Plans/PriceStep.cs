namespace Msp.Billing.Plans;

/// <summary>One step of a price by quantity: up to a bound, each unit costs so much, and the step itself may cost a fee.</summary>
/// <param name="UpTo">The last unit of the step, inclusive; null for the last step, which has no end. Fractions belong to the step they fall in.</param>
/// <param name="UnitPrice">Per unit, in the pricing's currency, major units, before tax; zero or more, at most six decimals.</param>
/// <param name="FlatFee">Due once when the step is reached; zero or more, at most six decimals.</param>
public sealed record PriceStep(decimal? UpTo, decimal UnitPrice, decimal FlatFee = 0m);
