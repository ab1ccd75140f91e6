using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Runs;

/// <summary>Says why a contract's amount moved between two runs, to the minor unit.</summary>
/// <remarks>
/// A recurring line moves in steps that telescope: the last period's whole price, that price at the new quantity, the new price at the
/// new quantity; what part periods took off on either side is proration. Whatever no step explains has been given a cause of its own, so the
/// causes always sum to the difference. Not thread-safe: it keeps room for its work.
/// </remarks>
public sealed class VarianceAnalyzer
{
    private readonly RatedPieces _before = new();
    private readonly RatedPieces _now = new();

    /// <summary>The difference of a contract's total between the last run and a draft.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="previous">What the last run posted for it.</param>
    /// <param name="draft">What this run bills; null when nothing.</param>
    /// <param name="counts">Its counts, for both instants.</param>
    /// <param name="knownAt">As of when this run knows the contract.</param>
    /// <param name="through">The last due day of this run.</param>
    public Variance Of(
        Contract contract, PreviousBilling previous, InvoiceDraft? draft, ReadOnlySpan<UsageCount> counts, DateTimeOffset? knownAt, DateOnly through)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(previous);
        var variance = default(Variance);
        var lines = draft is null ? default : draft.Lines.AsSpan();
        var (before, now) = (0L, 0L);
        foreach (var line in previous.Lines)
        {
            before += line.MinorUnits;
            variance = line.Kind switch
            {
                InvoiceLineKind.OneOff => variance.Plus(line.MinorUnits < 0 ? VarianceCause.Credit : VarianceCause.OneOff, -line.MinorUnits),
                InvoiceLineKind.Adjustment => variance.Plus(line.MinorUnits < 0 ? VarianceCause.Credit : VarianceCause.Adjustment, -line.MinorUnits),
                _ => variance,
            };
        }

        foreach (ref readonly var line in lines)
        {
            now += line.MinorUnits;
            variance = line.Kind switch
            {
                InvoiceLineKind.OneOff => variance.Plus(line.MinorUnits < 0 ? VarianceCause.Credit : VarianceCause.OneOff, line.MinorUnits),
                InvoiceLineKind.Adjustment => variance.Plus(line.MinorUnits < 0 ? VarianceCause.Credit : VarianceCause.Adjustment, line.MinorUnits),
                _ => variance,
            };
        }

        variance = AddLines(variance, contract, previous, lines, counts, knownAt, through);
        var total = (draft?.Total.MinorUnits ?? 0) - previous.TotalMinorUnits;
        return variance.Plus(VarianceCause.Tax, total - (now - before));
    }

    private Variance AddLines(
        Variance variance, Contract contract, PreviousBilling previous, ReadOnlySpan<DraftLine> lines, ReadOnlySpan<UsageCount> counts,
        DateTimeOffset? knownAt, DateOnly through)
    {
        ContractHistory? historyNow = null;
        ContractHistory? historyBefore = null;
        foreach (var lineId in LineIds(previous, lines))
        {
            var (before, periodBefore, periodsBefore) = Before(previous, lineId);
            var (now, periodNow, periodsNow) = Now(lines, lineId);
            if (before == now && periodsBefore == periodsNow)
            {
                continue;
            }

            historyNow ??= ContractHistory.Of(contract, counts, knownAt, through);
            var lineNow = Line(historyNow, lineId);
            if (periodsBefore == 0 && lineNow is not null)
            {
                variance = Appeared(variance, contract, lineNow, FirstPeriod(lines, lineId), periodNow, now);
                continue;
            }

            historyBefore ??= ContractHistory.Of(contract, counts, previous.KnownAt, through);
            var lineBefore = Line(historyBefore, lineId);
            variance = periodsNow == 0
                ? Disappeared(variance, contract, lineBefore, lineNow, periodBefore, before)
                : Moved(variance, contract, lineBefore, lineNow, periodBefore, before, periodsBefore, periodNow, now, periodsNow);
        }

        return variance;
    }

    private Variance Appeared(Variance variance, Contract contract, LineHistory line, ServicePeriod first, ServicePeriod last, long now)
    {
        if (first.Start > line.Held[0].Start)
        {
            return variance.Plus(VarianceCause.Cadence, now);
        }

        if (first != last)
        {
            return variance.Plus(VarianceCause.New, now);
        }

        var whole = Whole(contract, line, last, _now) ?? now;
        return variance.Plus(VarianceCause.New, whole).Plus(VarianceCause.Proration, now - whole);
    }

    private Variance Disappeared(Variance variance, Contract contract, LineHistory? before, LineHistory? now, ServicePeriod period, long amount)
    {
        if (before is null || (now is not null && !now.Held.IsEmpty && now.Held[^1].End > period.End))
        {
            return variance.Plus(VarianceCause.Cadence, -amount);
        }

        var whole = Whole(contract, before, period, _before) ?? amount;
        return variance.Plus(VarianceCause.Ended, -whole).Plus(VarianceCause.Proration, whole - amount);
    }

    private Variance Moved(
        Variance variance, Contract contract, LineHistory? before, LineHistory? now,
        ServicePeriod periodBefore, long amountBefore, int periodsBefore, ServicePeriod periodNow, long amountNow, int periodsNow)
    {
        if (before is null || now is null || periodsBefore != 1 || periodsNow != 1 ||
            Whole(contract, before, periodBefore, _before) is not { } wholeBefore || Whole(contract, now, periodNow, _now) is not { } wholeNow)
        {
            return variance.Plus(VarianceCause.Cadence, amountNow - amountBefore);
        }

        var (old, current) = (_before[_before.Count - 1], _now[_now.Count - 1]);
        var sameQuantity = old.Quantity == current.Quantity;
        var oldAtNew = sameQuantity ? wholeBefore : Round(contract, ReducedAs(old, old.Pricing.Exact(current.Quantity)));
        var price = current.Uplifted && !current.Pricing.Equals(old.Pricing) ? VarianceCause.Uplift : VarianceCause.Price;
        return variance
            .Plus(VarianceCause.Quantity, oldAtNew - wholeBefore)
            .Plus(price, wholeNow - oldAtNew)
            .Plus(VarianceCause.Proration, (amountNow - wholeNow) - (amountBefore - wholeBefore));
    }

    // The discounts of the old period at another quantity: by the share they left of the old price.
    private static decimal ReducedAs(in RatedPiece old, decimal exact)
    {
        var full = old.Pricing.Exact(old.Quantity);
        return full == old.Exact || full == 0 ? exact : exact * old.Exact / full;
    }

    private static long? Whole(Contract contract, LineHistory line, ServicePeriod period, RatedPieces pieces)
    {
        var rated = Rater.Rate(line, period, contract.Terms, pieces);
        return pieces.Count == 0 ? null : Round(contract, rated.RaisedToMinimum ? pieces[pieces.Count - 1].Least : pieces[pieces.Count - 1].Exact);
    }

    private static long Round(Contract contract, decimal exact) =>
        Rounding.ToMinorUnits(exact, 1, contract.Terms.Currency.Decimals, contract.Terms.Rounding);

    private static LineHistory? Line(ContractHistory history, int lineId)
    {
        foreach (var line in history.Lines)
        {
            if (line.Line.Id == lineId && !line.Held.IsEmpty)
            {
                return line;
            }
        }

        return null;
    }

    private static bool IsPeriodic(InvoiceLineKind kind) => kind is InvoiceLineKind.Recurring or InvoiceLineKind.Usage;

    private static List<int> LineIds(PreviousBilling previous, ReadOnlySpan<DraftLine> lines)
    {
        var ids = new List<int>();
        foreach (var line in previous.Lines)
        {
            if (IsPeriodic(line.Kind) && !ids.Contains(line.LineId))
            {
                ids.Add(line.LineId);
            }
        }

        foreach (ref readonly var line in lines)
        {
            if (IsPeriodic(line.Kind) && !ids.Contains(line.Source.Id))
            {
                ids.Add(line.Source.Id);
            }
        }

        return ids;
    }

    private static (long Amount, ServicePeriod Last, int Periods) Before(PreviousBilling previous, int lineId)
    {
        var (amount, last, periods) = (0L, default(ServicePeriod), 0);
        foreach (var line in previous.Lines)
        {
            if (line.LineId == lineId && IsPeriodic(line.Kind))
            {
                amount += line.MinorUnits;
                (last, periods) = line.Natural == last ? (last, periods) : (line.Natural, periods + 1);
            }
        }

        return (amount, last, periods);
    }

    private static ServicePeriod FirstPeriod(ReadOnlySpan<DraftLine> lines, int lineId)
    {
        foreach (ref readonly var line in lines)
        {
            if (line.Source.Id == lineId && IsPeriodic(line.Kind))
            {
                return line.Natural;
            }
        }

        return default;
    }

    private static (long Amount, ServicePeriod Last, int Periods) Now(ReadOnlySpan<DraftLine> lines, int lineId)
    {
        var (amount, last, periods) = (0L, default(ServicePeriod), 0);
        foreach (ref readonly var line in lines)
        {
            if (line.Source.Id == lineId && IsPeriodic(line.Kind))
            {
                amount += line.MinorUnits;
                (last, periods) = line.Natural == last ? (last, periods) : (line.Natural, periods + 1);
            }
        }

        return (amount, last, periods);
    }
}
