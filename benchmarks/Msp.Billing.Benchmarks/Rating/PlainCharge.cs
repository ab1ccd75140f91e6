namespace Msp.Billing.Benchmarks.Rating;

/// <summary>A charge as a row of bare numbers: what a program without an engine reads from its tables.</summary>
/// <param name="Kind">How it is priced.</param>
/// <param name="Quantity">In March.</param>
/// <param name="Price">Of one unit, in dollars.</param>
/// <param name="Included">Units that cost nothing.</param>
/// <param name="Steps">Upper bounds and prices of graduated units; empty for the others.</param>
/// <param name="HeldDays">Of the 31 days of March.</param>
internal sealed record PlainCharge(PlainChargeKind Kind, decimal Quantity, decimal Price, decimal Included, (decimal Upper, decimal Price)[] Steps, int HeldDays)
{
    /// <summary>The sum of the charges in cents, each rounded once.</summary>
    internal static long Total(PlainCharge[] charges)
    {
        var total = 0m;
        foreach (var charge in charges)
        {
            var exact = charge.Kind switch
            {
                PlainChargeKind.Flat => charge.Price,
                PlainChargeKind.PerUnit => charge.Quantity * charge.Price,
                PlainChargeKind.Graduated => charge.Graduated(),
                PlainChargeKind.AboveAllowance => Math.Max(0m, charge.Quantity - charge.Included) * charge.Price,
                PlainChargeKind.QuarterHoursBegun => decimal.Ceiling(charge.Quantity / 15m) * 0.25m * charge.Price,
                _ => throw new InvalidOperationException($"No such kind: {charge.Kind}."),
            };
            if (charge.HeldDays < 31)
            {
                exact = exact * charge.HeldDays / 31;
            }

            total += Math.Round(exact, 2, MidpointRounding.AwayFromZero);
        }

        return decimal.ToInt64(total * 100m);
    }

    private decimal Graduated()
    {
        var exact = 0m;
        var lower = 0m;
        foreach (var (upper, price) in Steps)
        {
            exact += (Math.Min(Quantity, upper) - lower) * price;
            if (Quantity <= upper)
            {
                break;
            }

            lower = upper;
        }

        return exact;
    }
}
