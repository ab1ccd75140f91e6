using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Insights;

/// <summary>Finds what is counted or committed and not billed.</summary>
/// <remarks>
/// What the next run bills of itself is no leak: a count that was recorded late, or a part period. It looks at one day and at recurring lines that
/// count something. Lines billed by report bill every report while they are held, so only reports for other days can leak there.
/// </remarks>
public static class LeakFinder
{
    // A customer who left keeps being counted for a while by tools that are not switched off; after that it is no news.
    private const int DaysAfterEnd = 92;

    /// <summary>The leaks of a contract on a day.</summary>
    /// <param name="contract">The contract with all its amendments.</param>
    /// <param name="customer">Who pays.</param>
    /// <param name="counts">Everything that was counted and reported for it.</param>
    /// <param name="day">The day.</param>
    /// <param name="calculator">Says what units are worth a month.</param>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    public static ImmutableArray<Leak> On(
        Contract contract, TaxProfile customer, ReadOnlySpan<UsageCount> counts, DateOnly day, MrrCalculator calculator, DateTimeOffset? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(calculator);
        if (counts.IsEmpty && contract.Amendments.Count == 0)
        {
            return [];
        }

        var history = ContractHistory.Of(contract, counts, knownAt, day);
        var leaks = ImmutableArray.CreateBuilder<Leak>();
        foreach (var line in history.Lines)
        {
            if (line.Line.Charge.Timing != ChargeTiming.Once && !line.Held.IsEmpty &&
                (MrrCalculator.IsHeldOn(line, day) ? Above(contract, customer, line, day, calculator) : Beside(contract, customer, line, counts, day, calculator, knownAt)) is { } leak)
            {
                leaks.Add(leak);
            }
        }

        return leaks.ToImmutable();
    }

    private static Leak? Above(Contract contract, TaxProfile customer, LineHistory line, DateOnly day, MrrCalculator calculator)
    {
        var charge = line.Line.Charge;
        if (charge.Basis == QuantityBasis.Reported)
        {
            return null;
        }

        var wanted = line.WantedOn(day);
        var billed = line.QuantityOn(day);
        if (charge.Basis == QuantityBasis.PeriodStart)
        {
            var start = line.Anchor.Boundary(charge.Cadence, line.Anchor.IndexOf(charge.Cadence, day));
            billed = line.QuantityOn(start > line.Held[0].Start ? start : line.Held[0].Start);
        }

        return wanted.Quantity > billed
            ? Leak(contract, customer, line, LeakKind.CountedAboveBilled, wanted.Quantity, billed, wanted.Day, day, calculator)
            : null;
    }

    private static Leak? Beside(
        Contract contract, TaxProfile customer, LineHistory line, ReadOnlySpan<UsageCount> counts, DateOnly day, MrrCalculator calculator, DateTimeOffset? knownAt)
    {
        var paused = LastBefore(line, day);
        if (paused is not { } since)
        {
            return null;
        }

        if (VendorSeats.Of(contract, line.Line.Id, knownAt).CommittedOn(day) is > 0 and var seats)
        {
            return Leak(contract, customer, line, LeakKind.CommittedWhileNotBilled, seats, 0m, since, since.AddDays(-1), calculator);
        }

        var (last, quantity) = (DateOnly.MinValue, 0m);
        var recorded = DateTimeOffset.MinValue;
        foreach (ref readonly var count in counts)
        {
            if (count.LineId == line.Line.Id && count.Day >= since && count.Day <= day && !(count.RecordedAt > knownAt) &&
                (count.Day, count.RecordedAt).CompareTo((last, recorded)) > 0)
            {
                (last, quantity, recorded) = (count.Day, count.Quantity, count.RecordedAt);
            }
        }

        return quantity > 0 && day.DayNumber - last.DayNumber <= DaysAfterEnd
            ? Leak(contract, customer, line, LeakKind.CountedWhileNotBilled, quantity, 0m, last, since.AddDays(-1), calculator)
            : null;
    }

    // The first day after the last run of billed days that was over by the day.
    private static DateOnly? LastBefore(LineHistory line, DateOnly day)
    {
        DateOnly? end = null;
        foreach (var held in line.Held)
        {
            end = held.End <= day ? held.End : end;
        }

        return end;
    }

    private static Leak Leak(
        Contract contract, TaxProfile customer, LineHistory line, LeakKind kind, decimal counted, decimal billed, DateOnly since, DateOnly priced, MrrCalculator calculator)
    {
        var charge = line.Line.Charge;
        var pricing = line.PriceOn(priced);
        var worth = kind == LeakKind.CommittedWhileNotBilled && LineCost.OfWholePeriod(charge, counted) is { } cost
            ? Rounded(cost, charge.Cadence, contract.Terms)
            : calculator.Monthly(contract.Terms, charge, customer, priced, MrrCalculator.WholePeriod(line, pricing, counted, priced)) -
              calculator.Monthly(contract.Terms, charge, customer, priced, MrrCalculator.WholePeriod(line, pricing, billed, priced));
        return new Leak(
            line.Line.Id, charge.Code, charge.Name, charge.Unit.Code, kind, counted, billed, since, Money.FromMinorUnits(worth, contract.Terms.Currency));
    }

    private static long Rounded(decimal cost, Cadence cadence, ContractTerms terms)
    {
        var (numerator, denominator) = MonthlyRate.Of(cadence);
        return Rounding.ToMinorUnits(cost * numerator, denominator, terms.Currency.Decimals, RoundingMode.HalfAwayFromZero);
    }
}
