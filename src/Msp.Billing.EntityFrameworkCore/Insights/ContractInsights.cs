using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Insights;
using Msp.Billing.Plans;

namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>Computes the figures of one contract for a row of months.</summary>
internal sealed class ContractInsights(MrrCalculator calculator, PostedSeeker posted, ImmutableArray<(DateOnly Month, DateOnly AsOf)> months)
{
    private readonly List<PostedSeeker.Row> _posted = [];
    private readonly List<BilledPart> _parts = [];
    private readonly DateOnly[] _days = [months[0].Month.AddDays(-1), .. months.Select(month => month.AsOf)];

    /// <summary>The figures of each month in which there are any.</summary>
    internal IEnumerable<Month> Months(StoredContract stored)
    {
        posted.Of(stored.Id, _posted);
        if (stored.Contract.Terms.Start > _days[^1] && _posted.Count == 0)
        {
            yield break;
        }

        var mrr = calculator.Of(stored.Contract, stored.Customer.Tax, stored.Counts.Span, _days);
        for (var i = 0; i < months.Length; i++)
        {
            var (month, _) = months[i];
            _parts.Clear();
            var earning = Earned(stored, month, month.AddMonths(1));
            var bridge = InvoiceBridge.Of(stored.Contract, mrr[i + 1], [.. _parts]);
            if (bridge.Mrr != 0 || mrr[i].Amount.MinorUnits != 0 || _parts.Count > 0)
            {
                yield return new Month(month, mrr[i + 1].Usage.MinorUnits, MrrStep.Between(mrr[i], mrr[i + 1], stored.Contract.Predecessor), bridge, earning);
            }
        }
    }

    /// <summary>The first day on which a recurring line is held, whoever billed it; null where none ever is.</summary>
    internal static DateOnly? FirstDay(Contract contract)
    {
        if (contract.BilledDays() is not [var first, ..])
        {
            return null;
        }

        DateOnly? day = null;
        foreach (var line in contract.Terms.Lines)
        {
            if (line.Charge.Timing != ChargeTiming.Once)
            {
                var start = line.Start is { } own && own > first.Start ? own : first.Start;
                day = day is { } known && known < start ? known : start;
            }
        }

        foreach (var added in contract.Amendments.OfType<Amendment.LineAdded>())
        {
            day ??= added.Line.Charge.Timing == ChargeTiming.Once ? null : added.Day;
        }

        return day;
    }

    private Earning Earned(StoredContract stored, DateOnly from, DateOnly until)
    {
        var earning = default(Earning);
        for (var i = 0; i < _posted.Count;)
        {
            var document = _posted[i];
            var end = i;
            while (end < _posted.Count && _posted[end].InvoiceId == document.InvoiceId)
            {
                end++;
            }

            if (document.IssueDay >= from && document.IssueDay < until)
            {
                earning = Add(earning, stored, i, end);
            }

            i = end;
        }

        return earning;
    }

    private Earning Add(in Earning earning, StoredContract stored, int from, int until)
    {
        var periods = new List<BilledCostPeriod>(until - from);
        for (var i = from; i < until; i++)
        {
            var part = _posted[i].Part;
            _parts.Add(part);
            if (!periods.Exists(period => period.LineId == part.LineId && period.Natural == part.Natural))
            {
                periods.Add(new BilledCostPeriod(part.LineId, part.Natural, KnownBefore(part, from)));
            }
        }

        var (covered, costs, hours) = (earning.Covered, earning.Costs, earning.Hours);
        foreach (var cost in BilledCosts.Of(stored.Contract, stored.Counts.Span, _posted[from].KnownAt, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(periods)))
        {
            costs += cost.MinorUnits ?? 0;
            hours = cost.Hours is { } worked ? (hours ?? 0) + worked : hours;
        }

        for (var i = from; i < until; i++)
        {
            covered += IsCovered(stored.Contract, _posted[i].Part.LineId) ? _posted[i].Part.NetMinorUnits : 0;
        }

        return new Earning(covered, costs, hours);
    }

    // As of when the last document before this one that billed the period knew it.
    private DateTimeOffset? KnownBefore(in BilledPart part, int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            if (_posted[i].Part.LineId == part.LineId && _posted[i].Part.Natural == part.Natural)
            {
                return _posted[i].KnownAt;
            }
        }

        return null;
    }

    private static bool IsCovered(Contract contract, int lineId)
    {
        foreach (var line in contract.Terms.Lines)
        {
            if (line.Id == lineId)
            {
                return LineCost.OfWholePeriod(line.Charge, 0m) is not null;
            }
        }

        foreach (var amendment in contract.Amendments)
        {
            var line = amendment switch
            {
                Amendment.LineAdded added when added.Line.Id == lineId => added.Line,
                Amendment.PlanChanged plan => plan.Added.FirstOrDefault(one => one.Id == lineId),
                _ => null,
            };
            if (line is not null)
            {
                return LineCost.OfWholePeriod(line.Charge, 0m) is not null;
            }
        }

        return false;
    }

    /// <summary>What a contract's documents of a month earned.</summary>
    internal readonly record struct Earning(long Covered, long Costs, decimal? Hours);

    /// <summary>The figures of a month.</summary>
    internal sealed record Month(DateOnly First, long Usage, MrrStep Step, InvoiceBridge Bridge, Earning Earning);
}
