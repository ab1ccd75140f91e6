namespace Msp.Billing.Rating;

/// <summary>From a day on, so many units are billed.</summary>
/// <param name="Day">The first day.</param>
/// <param name="Quantity">Zero or more.</param>
/// <param name="Source">How the quantity became known.</param>
public readonly record struct QuantityChange(DateOnly Day, decimal Quantity, QuantitySource Source = QuantitySource.Agreed);
