namespace Msp.Billing.Plans;

/// <summary>A place where more units cost less: allowed under volume pricing, and worth a warning to whoever writes the plan.</summary>
/// <remarks>All quantities are billed ones: after minimum quantity, included units and increment. All prices are of a whole natural period, in major units, before tax.</remarks>
/// <param name="Quantity">The last quantity of the dearer step.</param>
/// <param name="Price">What it costs.</param>
/// <param name="NextQuantity">The next quantity that can be billed.</param>
/// <param name="NextPrice">What that costs: less.</param>
/// <param name="RegainedAt">The first quantity above that costs at least <paramref name="Price"/> again; null when none does.</param>
public sealed record PriceCliff(decimal Quantity, decimal Price, decimal NextQuantity, decimal NextPrice, decimal? RegainedAt);
