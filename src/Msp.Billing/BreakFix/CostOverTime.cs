using System.Collections.Immutable;
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
    public static CostFigures After(ComparisonInputs inputs, Regime regime, int months) => AfterEach(inputs, regime, months)[0];

    /// <summary>The same after several numbers of months, in their order; what does not depend on time is computed once for all.</summary>
    /// <param name="inputs">The numbers.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="months">Each from 0 to 120.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of months is out of range, or there is no such regime.</exception>
    public static ImmutableArray<CostFigures> AfterEach(ComparisonInputs inputs, Regime regime, params ReadOnlySpan<int> months)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var quantities = new Quantities(inputs.ToNumbers());
        var stream = new EventStream(quantities);
        var figures = ImmutableArray.CreateBuilder<CostFigures>(months.Length);
        foreach (var after in months)
        {
            Check(after);
            var (certain, varying) = Means(quantities, regime, after);
            figures.Add(after == 0
                ? AtStart(SignificantFigures.ToMoney(certain, inputs.Currency))
                : RegimePricing.Figures(SignificantFigures.ToMoney(certain + varying, inputs.Currency), certain, stream.CostsUnder(regime, cashOnly: false, after / 12.0)));
        }

        return figures.MoveToImmutable();
    }

    /// <summary>The mean alone, in closed form: no distribution is computed.</summary>
    /// <param name="inputs">The numbers.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="months">From 0 to 120.</param>
    /// <exception cref="ArgumentOutOfRangeException">The months are out of range, or there is no such regime.</exception>
    public static Money MeanAfter(ComparisonInputs inputs, Regime regime, int months)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Check(months);
        var (certain, varying) = Means(new Quantities(inputs.ToNumbers()), regime, months);
        return SignificantFigures.ToMoney(certain + varying, inputs.Currency);
    }

    // Nothing happened yet.
    private static CostFigures AtStart(Money start) => new(start, start, start, start, start, start, start);

    private static void Check(int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, 120);
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
