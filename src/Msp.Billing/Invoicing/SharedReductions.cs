using Msp.Billing.Amounts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Invoicing;

/// <summary>What a contract's fixed amounts off take from each line of a period: by the lines' amounts, never more than they are.</summary>
/// <remarks>
/// <para>An amount is for a whole natural period of its cadence, prorated by the days on which any of the period's lines is held and the discount
/// holds. Lines billed in advance in that cadence share it, by largest remainder.</para>
/// <para>A pure function of the contract as known: it does not depend on which of the lines fall due today, so a line that is known to begin
/// later in the period has its share from the outset. Not thread-safe: it keeps what it found.</para>
/// </remarks>
internal sealed class SharedReductions(ContractHistory history)
{
    private readonly Dictionary<(DateOnly Start, Cadence Cadence), List<SharedReduction>> _periods = [];
    private readonly RatedPieces _pieces = new();

    /// <summary>What they take from a line for a period, in minor units; zero or more.</summary>
    internal long Of(LineHistory line, ServicePeriod natural)
    {
        var sum = 0L;
        foreach (var reduction in For(line, natural))
        {
            sum += reduction.From(line.Line.Id);
        }

        return sum;
    }

    /// <summary>Each amount off that a line shares in for a period, in the order in which they apply.</summary>
    internal IReadOnlyList<SharedReduction> For(LineHistory line, ServicePeriod natural)
    {
        var charge = line.Line.Charge;
        if (charge.Timing != ChargeTiming.Advance || history.SharedAmounts.IsEmpty)
        {
            return [];
        }

        var key = (natural.Start, charge.Cadence);
        if (!_periods.TryGetValue(key, out var reductions))
        {
            _periods.Add(key, reductions = Find(charge.Cadence, natural));
        }

        return reductions;
    }

    private List<SharedReduction> Find(Cadence cadence, ServicePeriod natural)
    {
        var reductions = new List<SharedReduction>();
        var lines = new List<LineHistory>();
        var open = new List<decimal>();
        foreach (var line in history.Lines)
        {
            if (line.Line.Charge.Timing == ChargeTiming.Advance && line.Line.Charge.Cadence == cadence && line.IsHeldIn(natural))
            {
                lines.Add(line);
                open.Add(Rater.Rate(line, natural, history.Contract.Terms, _pieces).MinorUnits);
            }
        }

        foreach (var window in history.SharedAmounts)
        {
            if (window.Discount.Cadence == cadence && window.Discount.Amount is { } amount && lines.Count > 0)
            {
                var reduction = Take(window, amount, natural, lines, open);
                if (reduction is not null)
                {
                    reductions.Add(reduction);
                }
            }
        }

        return reductions;
    }

    private SharedReduction? Take(DiscountWindow window, Money amount, ServicePeriod natural, List<LineHistory> lines, List<decimal> open)
    {
        var days = HeldDays(lines, natural.Intersect(window.Days));
        var terms = history.Contract.Terms;
        var whole = Rounding.ToMinorUnits(amount.Amount * days, natural.Days, terms.Currency.Decimals, terms.Rounding);
        var left = 0L;
        foreach (var one in open)
        {
            left += (long)one;
        }

        var taken = Math.Min(left, whole);
        if (taken == 0)
        {
            return null;
        }

        var shares = new long[lines.Count];
        decimal[] weights = [.. open];
        Allocation.Distribute(taken, weights, shares);
        var ids = new int[lines.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            ids[i] = lines[i].Line.Id;
            open[i] -= shares[i];
        }

        return new SharedReduction(window.Discount, natural, days, taken, ids, weights, shares);
    }

    // Days on which two lines are held count once; days between, on which none is, do not count.
    private static int HeldDays(List<LineHistory> lines, ServicePeriod window)
    {
        var runs = new List<ServicePeriod>();
        foreach (var line in lines)
        {
            foreach (var held in line.Held)
            {
                var run = held.Intersect(window);
                if (!run.IsEmpty)
                {
                    runs.Add(run);
                }
            }
        }

        runs.Sort((left, right) => left.Start.CompareTo(right.Start));
        var (days, end) = (0, window.Start);
        foreach (var run in runs)
        {
            var start = run.Start > end ? run.Start : end;
            if (run.End > start)
            {
                days += run.End.DayNumber - start.DayNumber;
                end = run.End;
            }
        }

        return days;
    }
}
