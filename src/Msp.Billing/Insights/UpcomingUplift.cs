using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Insights;

/// <summary>The next time that a contract's prices rise, and what that is worth.</summary>
/// <param name="Day">The first day at the new prices; null where an index decides and its value is not recorded yet.</param>
/// <param name="Step">By how much; null with the day.</param>
/// <param name="NoticeDay">The last day on which the customer can be told in time; null with the day.</param>
/// <param name="Monthly">What it adds to the MRR at the quantities and discounts of the day that was asked about; null with the day.</param>
public sealed record UpcomingUplift(DateOnly? Day, Percentage? Step, DateOnly? NoticeDay, Money? Monthly)
{
    // Far enough for the next step of a year and its notice; a schedule's steps beyond are shown when they are nearer.
    private const int MonthsAhead = 13;

    /// <summary>The next uplift after a day.</summary>
    /// <param name="contract">The contract with all its amendments.</param>
    /// <param name="customer">Who pays.</param>
    /// <param name="counts">Everything that was counted and reported for it.</param>
    /// <param name="day">The day.</param>
    /// <param name="calculator">Says what lines are worth a month.</param>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    /// <returns>Null where none comes within thirteen months, or the contract ends before it.</returns>
    public static UpcomingUplift? After(
        Contract contract, TaxProfile customer, ReadOnlySpan<UsageCount> counts, DateOnly day, MrrCalculator calculator, DateTimeOffset? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(calculator);
        if (contract.Terms.Uplift is not { } uplift || !ContractLifecycle.IsRunning(contract.StatusOn(day, knownAt)))
        {
            return null;
        }

        var until = day.Year < 9998 ? day.AddMonths(MonthsAhead) : DateOnly.MaxValue;
        if (Next(contract, uplift, day, until, knownAt) is not { } step)
        {
            return uplift.ByIndex ? new UpcomingUplift(null, null, null, null) : null;
        }

        if (contract.EndAsKnown(knownAt) is { } end && end <= step.Day)
        {
            return null;
        }

        var history = ContractHistory.Of(contract, counts, knownAt, until);
        var now = calculator.On(history, customer, day);
        var more = 0L;
        foreach (var line in now.Lines)
        {
            if (history.LineWithId(line.LineId) is { } priced)
            {
                var old = MrrCalculator.WholePeriod(priced, priced.PriceOn(step.Day.AddDays(-1)), line.Quantity, day);
                var raised = MrrCalculator.WholePeriod(priced, priced.PriceOn(step.Day), line.Quantity, day);
                more += calculator.Monthly(contract.Terms, priced.Line.Charge, customer, day, raised) -
                    calculator.Monthly(contract.Terms, priced.Line.Charge, customer, day, old);
            }
        }

        return new UpcomingUplift(step.Day, step.Percentage, uplift.NoticeDayOf(step.Day), Money.FromMinorUnits(more, contract.Terms.Currency));
    }

    private static UpliftStep? Next(Contract contract, Uplift uplift, DateOnly day, DateOnly until, DateTimeOffset? knownAt)
    {
        UpliftStep? next = null;
        foreach (var step in uplift.StepsBefore(contract.Terms.Start, until))
        {
            next = step.Day > day && (next is not { } known || step.Day < known.Day) ? step : next;
        }

        foreach (var amendment in contract.Amendments)
        {
            if (amendment is Amendment.IndexPublished index && !(index.RecordedAt > knownAt) && index.Day > day && (next is not { } known || index.Day < known.Day))
            {
                next = new UpliftStep(index.Day, index.Step);
            }
        }

        return next;
    }
}
