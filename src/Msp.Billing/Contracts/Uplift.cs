using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Contracts;

/// <summary>How prices rise over the years: by a fixed percentage on each anniversary or on a set day, by a schedule, or by a published index.</summary>
/// <remarks>
/// Compounding: 3 % and 3 % make 6.09 %. It is date arithmetic on the agreed price and never changes what is stored, so running a month twice
/// cannot apply it twice. Each new price is the agreed one times the exact product of the steps, rounded once to six decimals.
/// </remarks>
public sealed class Uplift
{
    private Uplift(Percentage? yearly, ImmutableArray<UpliftStep> schedule, bool byIndex, Percentage? floor, Percentage? cap)
    {
        Yearly = yearly;
        Schedule = schedule;
        ByIndex = byIndex;
        Floor = floor;
        Cap = cap;
    }

    /// <summary>The percentage of each year's step; null where another rule holds.</summary>
    public Percentage? Yearly { get; }

    /// <summary>The set day of a yearly step, in whatever year: only its month and day count. Null for the anniversary of the contract's start.</summary>
    public DateOnly? YearlyOn { get; private init; }

    /// <summary>The first day on which a yearly step may fall; null for none such. Protects the prices of the first years.</summary>
    public DateOnly? NotBefore { get; private init; }

    /// <summary>The agreed steps, by rising day; empty where another rule holds.</summary>
    public ImmutableArray<UpliftStep> Schedule { get; }

    /// <summary>Whether the steps follow a published index and are recorded as amendments when it is known.</summary>
    public bool ByIndex { get; }

    /// <summary>The least step by index; null for none.</summary>
    public Percentage? Floor { get; }

    /// <summary>The largest step by index; null for none.</summary>
    public Percentage? Cap { get; }

    /// <summary>Days before a step by which the customer is told; zero for none.</summary>
    public int NoticeDays { get; private init; }

    /// <summary>The same percentage on every anniversary of the contract's start.</summary>
    public static Uplift EveryYear(decimal percent) => new(new Percentage(percent), [], byIndex: false, null, null);

    /// <summary>The same percentage on a set day of every year after the contract's start, such as each 1 January.</summary>
    /// <param name="percent">In percent.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the days of the month; 29 February falls on 28 February in other years.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day, or the percentage is out of range.</exception>
    public static Uplift EveryYearOn(decimal percent, int month, int day) =>
        new(new Percentage(percent), [], byIndex: false, null, null) { YearlyOn = new DateOnly(2000, month, day) };

    /// <summary>Agreed steps on set days (a ramp).</summary>
    /// <exception cref="ArgumentException">There is no step, or the days do not rise.</exception>
    public static Uplift OnDays(params ReadOnlySpan<UpliftStep> steps)
    {
        if (steps.IsEmpty)
        {
            throw new ArgumentException("An uplift schedule needs a step.", nameof(steps));
        }

        for (var i = 1; i < steps.Length; i++)
        {
            if (steps[i].Day <= steps[i - 1].Day)
            {
                throw new ArgumentException("The days of an uplift schedule must rise.", nameof(steps));
            }
        }

        return new Uplift(null, [.. steps], byIndex: false, null, null);
    }

    /// <summary>By a published index, within bounds.</summary>
    /// <exception cref="ArgumentException">The floor is above the cap.</exception>
    public static Uplift ByPublishedIndex(decimal? floor = null, decimal? cap = null)
    {
        if (floor > cap)
        {
            throw new ArgumentException("The floor of an index uplift is above its cap.");
        }

        return new Uplift(
            null, [], byIndex: true,
            floor is { } low ? new Percentage(low) : null,
            cap is { } high ? new Percentage(high) : null);
    }

    /// <summary>The same uplift, told to the customer so many days before a step.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public Uplift WithNotice(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return new Uplift(Yearly, Schedule, ByIndex, Floor, Cap) { NoticeDays = days, YearlyOn = YearlyOn, NotBefore = NotBefore };
    }

    /// <summary>The same yearly uplift with no step before a day.</summary>
    /// <exception cref="InvalidOperationException">It is not a yearly one.</exception>
    public Uplift StartingFrom(DateOnly day) => Yearly is null
        ? throw new InvalidOperationException("Only a yearly uplift can be put off; a schedule and an index name their days themselves.")
        : new Uplift(Yearly, Schedule, ByIndex, Floor, Cap) { NoticeDays = NoticeDays, YearlyOn = YearlyOn, NotBefore = day };

    /// <summary>The last day on which the customer can be told of a step in time.</summary>
    public DateOnly NoticeDayOf(DateOnly stepDay) => stepDay.AddDays(-NoticeDays);

    /// <summary>The step that two published index values make, within the bounds: rounded half away from zero to four decimals of a percent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index value is not above zero.</exception>
    public Percentage StepFor(decimal oldIndex, decimal newIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(oldIndex);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(newIndex);
        var change = decimal.Round(((newIndex * 100m) / oldIndex) - 100m, 4, MidpointRounding.AwayFromZero);
        if (Floor is { } floor && change < floor.Value)
        {
            return floor;
        }

        return Cap is { } cap && change > cap.Value ? cap : new Percentage(change);
    }

    /// <summary>The steps of the terms themselves up to a day, which is excluded; steps by index are amendments and not among them.</summary>
    internal IEnumerable<UpliftStep> StepsBefore(DateOnly contractStart, DateOnly day)
    {
        if (Yearly is { } yearly)
        {
            for (var year = YearlyOn is null ? 1 : 0; contractStart.Year + year <= 9999; year++)
            {
                var stepDay = (YearlyOn ?? contractStart).AddYears(contractStart.Year + year - (YearlyOn ?? contractStart).Year);
                if (stepDay >= day)
                {
                    yield break;
                }

                if (stepDay > contractStart && !(stepDay < NotBefore))
                {
                    yield return new UpliftStep(stepDay, yearly);
                }
            }
        }

        foreach (var step in Schedule)
        {
            if (step.Day < day)
            {
                yield return step;
            }
        }
    }
}
