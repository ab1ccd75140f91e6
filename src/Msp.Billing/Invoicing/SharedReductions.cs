using Msp.Billing.Amounts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Invoicing;

/// <summary>What a contract's fixed amount off takes from each line of a period: by the lines' amounts, never more than they are.</summary>
/// <remarks>
/// The amount is for a whole natural period of its cadence, prorated by the days that the period's lines are held and the discount holds.
/// Lines billed in advance in that cadence share it, by largest remainder.
/// </remarks>
internal sealed class SharedReductions
{
    private readonly Dictionary<(int LineId, DateOnly Start), long> _reductions = [];

    internal static SharedReductions Of(ContractHistory history, DraftRequest request)
    {
        var result = new SharedReductions();
        var periods = new SortedDictionary<(DateOnly Start, Cadence Cadence), List<(LineHistory Line, RatedPeriod Rated)>>(
            Comparer<(DateOnly Start, Cadence Cadence)>.Create((left, right) =>
                (left.Start, left.Cadence.Unit, left.Cadence.Count).CompareTo((right.Start, right.Cadence.Unit, right.Cadence.Count))));
        var pieces = new RatedPieces();
        foreach (var line in history.Lines)
        {
            if (line.Line.Charge.Timing != ChargeTiming.Advance)
            {
                continue;
            }

            foreach (var natural in line.Due(request.Through, request.RecheckFrom))
            {
                var key = (natural.Start, line.Line.Charge.Cadence);
                if (!periods.TryGetValue(key, out var lines))
                {
                    periods.Add(key, lines = []);
                }

                lines.Add((line, Rater.Rate(line, natural, history.Contract.Terms, pieces)));
            }
        }

        foreach (var ((_, cadence), lines) in periods)
        {
            foreach (var window in history.SharedAmounts)
            {
                if (window.Discount.Cadence == cadence)
                {
                    result.Take(window, lines, history);
                }
            }
        }

        return result;
    }

    internal long Of(int lineId, DateOnly start) => _reductions.GetValueOrDefault((lineId, start));

    private void Take(DiscountWindow window, List<(LineHistory Line, RatedPeriod Rated)> lines, ContractHistory history)
    {
        var natural = lines[0].Rated.Natural;
        var days = window.Days.Intersect(natural);
        days = days.Intersect(HeldSpan(lines, natural));
        if (days.IsEmpty || window.Discount.Amount is not { } amount)
        {
            return;
        }

        var weights = new decimal[lines.Count];
        var left = 0L;
        for (var i = 0; i < weights.Length; i++)
        {
            var open = lines[i].Rated.MinorUnits - Of(lines[i].Line.Line.Id, natural.Start);
            weights[i] = open;
            left += open;
        }

        var terms = history.Contract.Terms;
        var taken = Math.Min(left, Rounding.ToMinorUnits(amount.Amount * days.Days, natural.Days, terms.Currency.Decimals, terms.Rounding));
        if (taken == 0)
        {
            return;
        }

        var shares = new long[lines.Count];
        Allocation.Distribute(taken, weights, shares);
        for (var i = 0; i < shares.Length; i++)
        {
            var key = (lines[i].Line.Line.Id, natural.Start);
            _reductions[key] = _reductions.GetValueOrDefault(key) + shares[i];
        }
    }

    private static ServicePeriod HeldSpan(List<(LineHistory Line, RatedPeriod Rated)> lines, ServicePeriod natural)
    {
        var (start, end) = (natural.End, natural.Start);
        foreach (var (line, _) in lines)
        {
            foreach (var held in line.Held)
            {
                var days = held.Intersect(natural);
                if (!days.IsEmpty)
                {
                    start = days.Start < start ? days.Start : start;
                    end = days.End > end ? days.End : end;
                }
            }
        }

        return end > start ? new ServicePeriod(start, end) : new ServicePeriod(natural.Start, natural.Start);
    }
}
