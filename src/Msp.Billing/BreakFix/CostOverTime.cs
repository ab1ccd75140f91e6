using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>How a regime's cost adds up over months: the points of a chart with bands.</summary>
/// <remarks>All in, at today's prices, not discounted. Onboarding counts from the first day; leaving is left out. Years are not independent: a firm that calls
/// often this year calls often next year.</remarks>
public static class CostOverTime
{
    /// <summary>Mean and percentiles of all that has been spent and lost after a number of months.</summary>
    /// <param name="inputs">The numbers.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="months">From 0 to 120.</param>
    /// <exception cref="ArgumentOutOfRangeException">The months are out of range, or there is no such regime.</exception>
    public static CostFigures After(ComparisonInputs inputs, Regime regime, int months)
    {
        var quantities = Checked(inputs, months);
        var (certain, varying) = Means(quantities, regime, months);
        if (months == 0)
        {
            // Nothing happened yet.
            var start = SignificantFigures.ToMoney(certain, inputs.Currency);
            return new CostFigures(start, start, start, start, start, start, start);
        }

        return RegimePricing.Figures(
            SignificantFigures.ToMoney(certain + varying, inputs.Currency), certain, new EventStream(quantities).CostsUnder(regime, cashOnly: false, months / 12.0));
    }

    /// <summary>The mean alone, in closed form: no distribution is computed.</summary>
    /// <param name="inputs">The numbers.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="months">From 0 to 120.</param>
    /// <exception cref="ArgumentOutOfRangeException">The months are out of range, or there is no such regime.</exception>
    public static Money MeanAfter(ComparisonInputs inputs, Regime regime, int months)
    {
        var (certain, varying) = Means(Checked(inputs, months), regime, months);
        return SignificantFigures.ToMoney(certain + varying, inputs.Currency);
    }

    private static Quantities Checked(ComparisonInputs inputs, int months)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, 120);
        return new Quantities(inputs.ToNumbers());
    }

    private static (double Certain, double Varying) Means(in Quantities quantities, Regime regime, int months)
    {
        var years = months / 12.0;
        double certain = 0, varying = 0;
        foreach (var line in YearLines.Of(regime, quantities))
        {
            certain += line.Kind switch
            {
                CostKind.Onboarding => line.Amount / quantities.YearOfTerm,
                CostKind.Exit => 0,
                _ => line.Varies ? 0 : line.Amount * years,
            };
            varying += line.Varies ? line.Amount * years : 0;
        }

        return (certain, varying);
    }
}
