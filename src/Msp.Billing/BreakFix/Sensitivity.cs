using System.Collections.Immutable;

namespace Msp.Billing.BreakFix;

/// <summary>What the comparison turns on: swings, breakevens, and the three numbers that would turn it first.</summary>
/// <remarks>All about the average year, all in, in closed form; no distribution is computed.</remarks>
public static class Sensitivity
{
    private const int MostTrials = 200;

    /// <summary>The swing of every uncertain number, longest first; those that move nothing are left out.</summary>
    public static ImmutableArray<Swing> Tornado(ComparisonInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var numbers = inputs.ToNumbers();
        return
        [
            .. inputs.All
                .Where(value => value.IsUncertain)
                .Select(value => new Swing(
                    value,
                    SignificantFigures.ToMoney(Saving(numbers, value.Input, value.Low), inputs.Currency),
                    SignificantFigures.ToMoney(Saving(numbers, value.Input, value.High), inputs.Currency)))
                .Where(swing => !swing.Length.IsZero)
                .OrderByDescending(swing => swing.Length)
                .ThenBy(swing => swing.Input.Input),
        ];
    }

    /// <summary>Where one number would make both cost the same, searched over all that is accepted for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public static Breakeven BreakevenOf(ComparisonInputs inputs, ComparisonInput input)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (low, high) = inputs.BoundsOf(input);
        return Search(inputs.ToNumbers(), input, low, double.IsPositiveInfinity(high) ? double.MaxValue : high);
    }

    /// <summary>The uncertain numbers that would turn the average with the smallest change, measured by their bands; nearest first, at most three.</summary>
    public static ImmutableArray<Breakeven.At> TurningPoints(ComparisonInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return
        [
            .. inputs.All
                .Where(value => value.IsUncertain)
                .Select(value => BreakevenOf(inputs, value.Input))
                .OfType<Breakeven.At>()
                .OrderBy(breakeven => Distance(inputs[breakeven.Input], breakeven.Value))
                .Take(3),
        ];
    }

    private static double Distance(InputValue value, double breakeven) => Math.Abs(breakeven - value.Value) / (value.High - value.Low);

    private static Breakeven Search(double[] numbers, ComparisonInput input, double low, double high)
    {
        var (atLow, atHigh) = (Saving(numbers, input, low), Saving(numbers, input, high));
        var below = atLow < 0 ? Regime.BreakFix : Regime.Managed;
        if (atLow < 0 == atHigh < 0)
        {
            return new Breakeven.Never(input, below);
        }

        // False position: the line through both ends meets zero where the next end is. Most numbers are on a straight line and are found at once; an end that
        // stays is given half its weight (the Illinois rule), so that both close in.
        var (startLow, startHigh) = (atLow, atHigh);
        var tolerance = 1e-12 * (Math.Abs(startLow) + Math.Abs(startHigh));
        for (var i = 0; i < MostTrials; i++)
        {
            var next = ((low * atHigh) - (high * atLow)) / (atHigh - atLow);
            var saving = Saving(numbers, input, next);
            if (Math.Abs(saving) <= tolerance)
            {
                return new Breakeven.At(input, next, below);
            }

            (low, atLow, high, atHigh) = saving < 0 == startLow < 0 ? (next, saving, high, atHigh / 2) : (low, atLow / 2, next, saving);
        }

        return new Breakeven.At(input, (low + high) / 2, below);
    }

    private static double Saving(double[] numbers, ComparisonInput input, double value)
    {
        var changed = (double[])numbers.Clone();
        changed[(int)input - 1] = value;
        return YearLines.MeanDifference(new Quantities(changed));
    }
}
