using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>Shows as money what is held and not billed, or billed and not held, so that a policy is never a silence.</summary>
internal static class NotBilledExplainer
{
    internal static void Add(
        ImmutableArray<Explanation>.Builder parts, LineHistory line, in RatedPeriod rated, RatedPieces pieces, ContractTerms terms)
    {
        if (line.Line.Charge.Basis == QuantityBasis.Reported || line.Line.Charge.Timing == ChargeTiming.Once || pieces.Count == 0)
        {
            return;
        }

        AddPartPeriod(parts, line, rated, pieces, terms);
        if (line.Wanted.Length > 0)
        {
            AddWaiting(parts, line, rated, terms, NotBilledReason.Increase);
            AddWaiting(parts, line, rated, terms, NotBilledReason.Decrease);
        }
    }

    private static void AddPartPeriod(
        ImmutableArray<Explanation>.Builder parts, LineHistory line, in RatedPeriod rated, RatedPieces pieces, ContractTerms terms)
    {
        var charge = line.Line.Charge;
        var (held, weight) = line.HeldIn(rated.Natural);
        if (held == rated.Natural.Days)
        {
            return;
        }

        var months = charge.Cadence.Unit == CadenceUnit.Month ? charge.Cadence.Count : 0;
        var (reason, share) = (charge.DayCount, months) switch
        {
            (DayCount.NextWholePeriod, _) => (NotBilledReason.NextWholePeriod, new Share(held, rated.Natural.Days)),
            (DayCount.WholePeriod, _) => (NotBilledReason.WholePeriod, new Share(held, rated.Natural.Days)),
            (DayCount.ActualOver30, > 0) => (NotBilledReason.CappedDays, new Share(held, 30 * months)),
            (DayCount.Thirty360, > 0) => (NotBilledReason.CappedDays, new Share(weight, 30 * months)),
            _ => (default, Share.Zero),
        };
        if (reason == default || (reason == NotBilledReason.CappedDays && share.Numerator <= share.Denominator))
        {
            return;
        }

        var whole = 0m;
        foreach (ref readonly var piece in pieces.AsSpan())
        {
            whole += (rated.RaisedToMinimum ? piece.Least : piece.Exact) * (pieces.Count == 1 ? 1 : piece.Weight);
        }

        var byDays = Rounding.ToMinorUnits(
            whole * share.Numerator, (long)share.Denominator * (pieces.Count == 1 ? 1 : Math.Max(rated.Weight, 1)), terms.Currency.Decimals, terms.Rounding);
        Add(parts, reason, rated.Natural, byDays, rated.MinorUnits, terms.Currency);
    }

    private static void AddWaiting(
        ImmutableArray<Explanation>.Builder parts, LineHistory line, in RatedPeriod rated, ContractTerms terms, NotBilledReason reason)
    {
        var days = ChangeDays(line);
        var quantities = new QuantityChange[days.Count];
        var (start, end) = (rated.Natural.End, rated.Natural.Start);
        for (var i = 0; i < quantities.Length; i++)
        {
            var (billed, wanted) = (line.QuantityOn(days[i]), Math.Max(line.WantedOn(days[i]).Quantity, line.CommittedOn(days[i])));
            var waits = reason == NotBilledReason.Increase ? wanted > billed : wanted < billed;
            quantities[i] = new QuantityChange(days[i], waits ? wanted : billed);
            var run = new ServicePeriod(days[i], i + 1 < quantities.Length ? days[i + 1] : DateOnly.MaxValue).Intersect(rated.Natural);
            if (waits && !run.IsEmpty)
            {
                (start, end) = (run.Start < start ? run.Start : start, run.End);
            }
        }

        var asWanted = Rater.Rate(line.Billing(quantities), rated.Natural, terms, new RatedPieces()).MinorUnits;
        if (asWanted != rated.MinorUnits)
        {
            Add(parts, reason, new ServicePeriod(start, end), asWanted, rated.MinorUnits, terms.Currency);
        }
    }

    private static List<DateOnly> ChangeDays(LineHistory line)
    {
        var days = new List<DateOnly>();
        foreach (var change in line.Wanted)
        {
            days.Add(change.Day);
        }

        foreach (var change in line.Quantities)
        {
            if (!days.Contains(change.Day))
            {
                days.Add(change.Day);
            }
        }

        days.Sort();
        return days;
    }

    private static void Add(
        ImmutableArray<Explanation>.Builder parts, NotBilledReason reason, ServicePeriod days, long wouldBe, long owed, Currency currency)
    {
        var (before, amount) = (Explainer.AmountOf(wouldBe, currency), Explainer.AmountOf(owed, currency));
        parts.Add(new Explanation(
            ExplanationRule.NotBilled,
            [
                new Operand.Label(OperandName.Reason, reason.ToString()), new Operand.Period(OperandName.Days, days),
                new Operand.Amount(OperandName.Before, before, currency), new Operand.Amount(OperandName.Amount, amount, currency),
            ],
            before - amount));
    }
}
