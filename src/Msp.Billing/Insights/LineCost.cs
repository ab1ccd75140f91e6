using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Insights;

/// <summary>What lines cost the seller: the cost of a unit for what the engine counted, over the same days that it bills.</summary>
/// <remarks>
/// A flat fee costs its unit cost once, whatever is counted. Where so many reported units make one billed unit, such as 15 minutes a quarter of an
/// hour, the cost is for the billed unit, by exact share and never rounded up. What is passed on with a markup costs what was passed on.
/// A cost that is not known is null and never zero.
/// </remarks>
public static class LineCost
{
    /// <summary>The cost of a whole natural period at a quantity; exact, in major units.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="quantity">What was counted or reported; zero or more.</param>
    /// <returns>Null where the cost of a unit is not known.</returns>
    public static decimal? OfWholePeriod(Charge charge, decimal quantity)
    {
        ArgumentNullException.ThrowIfNull(charge);
        if (charge.UnitCost is not { } cost)
        {
            return charge.Pricing.Model == PricingModel.CostPlus ? quantity : null;
        }

        return charge.Pricing.Model == PricingModel.Flat ? (quantity == 0 ? 0m : cost) : cost * Units(charge, quantity);
    }

    /// <summary>What a natural period of a line costs, for the days that are held, in minor units; rounded once, half away from zero.</summary>
    /// <param name="line">The line as known.</param>
    /// <param name="natural">One of its natural periods.</param>
    /// <param name="terms">The contract's terms, for the currency.</param>
    /// <param name="pieces">Room for the engine's work.</param>
    /// <returns>Null where the cost of a unit is not known.</returns>
    public static long? OfPeriod(LineHistory line, ServicePeriod natural, ContractTerms terms, RatedPieces pieces)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(pieces);
        var charge = line.Line.Charge;
        if (OfWholePeriod(charge, 0m) is null)
        {
            return null;
        }

        var rated = Rater.Rate(line, natural, terms, pieces);
        var reported = charge.Basis == QuantityBasis.Reported;
        if (!reported && pieces.Count == 1)
        {
            return Rounding.ToMinorUnits(
                (OfWholePeriod(charge, pieces[0].Quantity) ?? 0m) * rated.Share.Numerator, rated.Share.Denominator, terms.Currency.Decimals, RoundingMode.HalfAwayFromZero);
        }

        var sum = 0m;
        for (var i = 0; i < pieces.Count; i++)
        {
            var exact = OfWholePeriod(charge, pieces[i].Quantity) ?? 0m;
            sum += reported ? exact : exact * pieces[i].Weight * rated.Share.Numerator;
        }

        return Rounding.ToMinorUnits(
            sum, reported ? 1 : (long)rated.Share.Denominator * Math.Max(rated.Weight, 1), terms.Currency.Decimals, RoundingMode.HalfAwayFromZero);
    }

    /// <summary>The hours that a quantity of a labour line stands for; null where the line counts no hours.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="quantity">What was reported.</param>
    public static decimal? Hours(Charge charge, decimal quantity)
    {
        ArgumentNullException.ThrowIfNull(charge);
        return charge.Unit == Catalog.BillingUnit.Hour ? Units(charge, quantity)
            : charge.Unit == Catalog.BillingUnit.Minute ? Units(charge, quantity) / 60m
            : null;
    }

    private static decimal Units(Charge charge, decimal quantity) =>
        charge.Pricing.Increment is { } increment ? quantity * increment.Bills / increment.Per : quantity;
}
