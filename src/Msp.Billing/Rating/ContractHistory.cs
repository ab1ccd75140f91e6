using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Rating;

/// <summary>A contract as known at an instant, prepared for rating: what was recorded later does not exist for it.</summary>
/// <remarks>Immutable and thread-safe. The same contract, counts and instant always give the same history, in whatever order they were recorded.</remarks>
public sealed class ContractHistory
{
    private ContractHistory(Contract contract, DateTimeOffset? knownAt, ImmutableArray<LineHistory> lines, ImmutableArray<DiscountWindow> shared)
    {
        Contract = contract;
        KnownAt = knownAt;
        Lines = lines;
        SharedAmounts = shared;
    }

    /// <summary>The contract.</summary>
    public Contract Contract { get; }

    /// <summary>The instant; null when everything that is recorded counts.</summary>
    public DateTimeOffset? KnownAt { get; }

    /// <summary>Its lines, in the order of their numbers; those that are never held included.</summary>
    public ImmutableArray<LineHistory> Lines { get; }

    /// <summary>The contract's fixed amounts off, which lines of one cadence share.</summary>
    public ImmutableArray<DiscountWindow> SharedAmounts { get; }

    /// <summary>Prepares a contract.</summary>
    /// <param name="contract">The contract with all its amendments.</param>
    /// <param name="counts">What was counted and reported for its lines, in any order.</param>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    /// <param name="through">The last due day that will be asked for: yearly uplifts are laid out as far as its periods reach. A hundred years when null.</param>
    public static ContractHistory Of(Contract contract, ReadOnlySpan<UsageCount> counts, DateTimeOffset? knownAt, DateOnly? through = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return Of(contract, counts, knownAt, through, contract.Amendments.Count == 0 ? Unamended(contract, knownAt) : contract.BilledDays(knownAt));
    }

    /// <summary>Everything that is recorded, as it would be if the contract ended on a day: the first that is not billed.</summary>
    internal static ContractHistory EndingOn(Contract contract, ReadOnlySpan<UsageCount> counts, DateOnly end, DateOnly through)
    {
        var billed = ImmutableArray.CreateBuilder<ServicePeriod>();
        foreach (var run in contract.BilledDays())
        {
            if (run.Start < end)
            {
                billed.Add(run.End <= end ? run : new ServicePeriod(run.Start, end));
            }
        }

        return Of(contract, counts, null, through, billed.ToImmutable());
    }

    /// <summary>The contract as it was agreed, the days included that were billed elsewhere before it was taken over.</summary>
    internal static ContractHistory Agreed(Contract contract, ReadOnlySpan<UsageCount> counts, DateTimeOffset? knownAt, DateOnly? through) => Of(
        contract, counts, knownAt, through, contract.Amendments.Count == 0 ? Unamended(contract, knownAt) : contract.BilledDays(knownAt), elsewhere: true);

    private static ContractHistory Of(
        Contract contract, ReadOnlySpan<UsageCount> counts, DateTimeOffset? knownAt, DateOnly? through, ImmutableArray<ServicePeriod> billed,
        bool elsewhere = false)
    {
        var changes = Known(contract, knownAt);
        var agreed = LinesOf(contract, changes);
        var lines = new LineHistory[agreed.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = LineOf(contract, agreed[i].Line, agreed[i].From, billed, changes, counts, knownAt, through, elsewhere);
        }

        return new ContractHistory(contract, knownAt, ImmutableCollectionsMarshal.AsImmutableArray(lines), SharedOf(contract, changes));
    }

    /// <summary>A line by its number; null when it is not known.</summary>
    public LineHistory? LineWithId(int id)
    {
        foreach (var line in Lines)
        {
            if (line.Line.Id == id)
            {
                return line;
            }
        }

        return null;
    }

    private static ImmutableArray<ServicePeriod> Unamended(Contract contract, DateTimeOffset? knownAt)
    {
        if (contract.InitialStatus != ContractStatus.Scheduled || contract.RecordedAt > knownAt)
        {
            return [];
        }

        var end = contract.Terms.AgreedEnd ?? DateOnly.MaxValue;
        return end > contract.Terms.Start ? [new ServicePeriod(contract.Terms.Start, end)] : [];
    }

    // By day, then by number: the order of recording decides only between changes of the same day.
    private static Amendment[] Known(Contract contract, DateTimeOffset? knownAt)
    {
        if (contract.Amendments.Count == 0)
        {
            return [];
        }

        var known = new List<Amendment>(contract.Amendments.Count);
        foreach (var amendment in contract.Amendments)
        {
            if (knownAt is not { } instant || amendment.RecordedAt <= instant)
            {
                known.Add(amendment);
            }
        }

        known.Sort((left, right) => (left.Day, left.Number).CompareTo((right.Day, right.Number)));
        return [.. known];
    }

    private static List<(ContractLine Line, DateOnly From)> LinesOf(Contract contract, Amendment[] changes)
    {
        var lines = new List<(ContractLine, DateOnly)>(contract.Terms.Lines.Length);
        foreach (var line in contract.Terms.Lines)
        {
            lines.Add((line, line.Start ?? contract.Terms.Start));
        }

        foreach (var change in changes)
        {
            if (change is Amendment.LineAdded added)
            {
                lines.Add((added.Line, Later(added.Line.Start, added.Day)));
            }
            else if (change is Amendment.PlanChanged plan)
            {
                foreach (var line in plan.Added)
                {
                    lines.Add((line, Later(line.Start, plan.Day)));
                }
            }
        }

        if (changes.Length > 0)
        {
            lines.Sort((left, right) => left.Item1.Id.CompareTo(right.Item1.Id));
        }

        return lines;
    }

    private static LineHistory LineOf(
        Contract contract, ContractLine line, DateOnly from, ImmutableArray<ServicePeriod> billed, Amendment[] changes,
        ReadOnlySpan<UsageCount> counts, DateTimeOffset? knownAt, DateOnly? through, bool all)
    {
        var terms = contract.Terms;
        var elsewhere = !all && terms.BilledElsewhereUntil is { } taken && taken > from;
        from = elsewhere ? terms.BilledElsewhereUntil ?? from : from;
        var held = elsewhere && line.Charge.Timing == ChargeTiming.Once ? [] : HeldOf(line, from, billed, changes);
        if (held.Length == 0)
        {
            return new LineHistory(line, terms.Anchor, held, [new QuantityChange(from, line.Quantity)], [new PriceChange(from, line.Charge.Pricing, Uplifted: false)], [], [], []);
        }

        var reports = line.Charge.Basis == QuantityBasis.Reported;
        var counted = CountsOf(line.Id, counts, knownAt);
        QuantityChange[] wanted = [];
        VendorSeats? seats = null;
        var quantities = reports ? [new QuantityChange(from, 0m)] : QuantityTimeline.Of(contract, line, from, changes, counted, out wanted, out seats);
        return new LineHistory(
            line, terms.Anchor, held, quantities, PricesOf(contract, line, from, changes, through), DiscountsOf(contract, line, held[0].Start, changes),
            reports ? counted : [], wanted, seats);
    }

    private static ServicePeriod[] HeldOf(ContractLine line, DateOnly from, ImmutableArray<ServicePeriod> billed, Amendment[] changes)
    {
        var end = line.End ?? DateOnly.MaxValue;
        foreach (var change in changes)
        {
            var ends = (change is Amendment.LineRemoved removed && removed.LineId == line.Id) ||
                (change is Amendment.PlanChanged plan && plan.Removed.Contains(line.Id));
            if (ends && change.Day < end)
            {
                end = change.Day;
            }
        }

        if (end <= from)
        {
            return [];
        }

        var mine = new ServicePeriod(from, end);
        var held = new List<ServicePeriod>(billed.Length);
        foreach (var run in billed)
        {
            var days = run.Intersect(mine);
            if (!days.IsEmpty)
            {
                held.Add(days);
            }
        }

        return [.. held];
    }

    // The last record for a day wins; the sort is stable in the instant, so equal instants fall to the higher quantity, whatever the input's order.
    private static UsageCount[] CountsOf(int lineId, ReadOnlySpan<UsageCount> counts, DateTimeOffset? knownAt)
    {
        var mine = 0;
        foreach (var count in counts)
        {
            mine += count.LineId == lineId && (knownAt is not { } instant || count.RecordedAt <= instant) ? 1 : 0;
        }

        if (mine == 0)
        {
            return [];
        }

        var found = new UsageCount[mine];
        foreach (var count in counts)
        {
            if (count.LineId == lineId && (knownAt is not { } instant || count.RecordedAt <= instant))
            {
                found[--mine] = count;
            }
        }

        if (found.Length == 1)
        {
            return found;
        }

        Array.Sort(found, (left, right) => (left.Day, left.RecordedAt, left.Quantity).CompareTo((right.Day, right.RecordedAt, right.Quantity)));
        var kept = new List<UsageCount>(found.Length);
        for (var i = 0; i < found.Length; i++)
        {
            if (i + 1 == found.Length || found[i + 1].Day != found[i].Day)
            {
                kept.Add(found[i]);
            }
        }

        return [.. kept];
    }

    private static PriceChange[] PricesOf(Contract contract, ContractLine line, DateOnly from, Amendment[] changes, DateOnly? through)
    {
        if (changes.Length == 0 && contract.Terms.Uplift is null)
        {
            return [new PriceChange(from, line.Charge.Pricing, Uplifted: false)];
        }

        var agreed = new List<(DateOnly Day, Pricing Pricing)> { (from, line.Charge.Pricing) };
        foreach (var change in changes)
        {
            if (change is Amendment.PriceChanged price && price.LineId == line.Id)
            {
                if (price.Day <= agreed[^1].Day)
                {
                    agreed.RemoveAt(agreed.Count - 1);
                }

                agreed.Add((price.Day > from ? price.Day : from, price.Pricing));
            }
        }

        return line.NeverUplifted || contract.Terms.Uplift is null
            ? [.. agreed.Select(price => new PriceChange(price.Day, price.Pricing, Uplifted: false))]
            : UpliftedPrices.Of(contract, agreed, changes, HorizonOf(contract, line, through), through);
    }

    // No due period reaches further than one cadence beyond the last due day.
    private static DateOnly HorizonOf(Contract contract, ContractLine line, DateOnly? through)
    {
        var last = through ?? (contract.Terms.Start.Year < 9899 ? contract.Terms.Start.AddYears(100) : DateOnly.MaxValue);
        var cadence = line.Charge.Cadence;
        var months = cadence.Unit == CadenceUnit.Month ? cadence.Count + 1 : (cadence.Count / 4) + 2;
        return last.Year + (months / 12) < 9998 ? last.AddMonths(months) : DateOnly.MaxValue;
    }

    private static DiscountWindow[] DiscountsOf(Contract contract, ContractLine line, DateOnly firstHeld, Amendment[] changes)
    {
        if (line.Discounts.IsEmpty && contract.Terms.Discounts.IsEmpty && changes.Length == 0)
        {
            return [];
        }

        var own = new List<(Discount Discount, DateOnly From)>();
        var shared = new List<(Discount Discount, DateOnly From)>();
        own.AddRange(line.Discounts.Select(discount => (discount, DateOnly.MinValue)));
        shared.AddRange(contract.Terms.Discounts.Select(discount => (discount, DateOnly.MinValue)));
        foreach (var change in changes)
        {
            if (change is Amendment.DiscountAdded added && (added.LineId is null || added.LineId == line.Id))
            {
                (added.LineId is null ? shared : own).Add((added.Discount, added.Day));
            }
        }

        if (line.Charge.Timing == ChargeTiming.Once)
        {
            shared.Clear();
        }

        var windows = new List<DiscountWindow>();
        windows.AddRange(own.Where(one => one.Discount.Percent is not null).Select(one => Window(contract, line, one.Discount, one.From, firstHeld, changes)));
        windows.AddRange(own.Where(one => one.Discount.Amount is not null).Select(one => Window(contract, line, one.Discount, one.From, firstHeld, changes)));
        windows.AddRange(shared.Where(one => one.Discount.Percent is not null).Select(one => Window(contract, line, one.Discount, one.From, firstHeld, changes)));
        return [.. windows.Where(window => !window.Days.IsEmpty)];
    }

    private static DiscountWindow Window(Contract contract, ContractLine line, Discount discount, DateOnly added, DateOnly firstHeld, Amendment[] changes)
    {
        var from = Later(discount.From, added);
        var until = discount.Until ?? DateOnly.MaxValue;
        if (discount.FirstPeriods is { } periods && line.Charge.Timing != ChargeTiming.Once)
        {
            var start = from > firstHeld ? from : firstHeld;
            var last = contract.Terms.Anchor.Boundary(line.Charge.Cadence, contract.Terms.Anchor.IndexOf(line.Charge.Cadence, start) + periods);
            until = last < until ? last : until;
        }

        foreach (var change in changes)
        {
            if (change is Amendment.DiscountRemoved removed && removed.DiscountId == discount.Id && removed.Day < until)
            {
                until = removed.Day;
            }
        }

        return new DiscountWindow(discount, until > from ? new ServicePeriod(from, until) : new ServicePeriod(from, from));
    }

    private static ImmutableArray<DiscountWindow> SharedOf(Contract contract, Amendment[] changes)
    {
        if (contract.Terms.Discounts.IsEmpty && changes.Length == 0)
        {
            return [];
        }

        var windows = ImmutableArray.CreateBuilder<DiscountWindow>();
        foreach (var discount in contract.Terms.Discounts)
        {
            AddShared(discount, DateOnly.MinValue);
        }

        foreach (var change in changes)
        {
            if (change is Amendment.DiscountAdded { LineId: null } added)
            {
                AddShared(added.Discount, added.Day);
            }
        }

        return windows.ToImmutable();

        void AddShared(Discount discount, DateOnly added)
        {
            if (discount.Amount is null)
            {
                return;
            }

            var from = Later(discount.From, Later(contract.Terms.Start, added));
            var until = discount.Until ?? DateOnly.MaxValue;
            if (discount.FirstPeriods is { } periods)
            {
                var anchor = contract.Terms.Anchor;
                var last = anchor.Boundary(discount.Cadence, anchor.IndexOf(discount.Cadence, from) + periods);
                until = last < until ? last : until;
            }

            foreach (var change in changes)
            {
                if (change is Amendment.DiscountRemoved removed && removed.DiscountId == discount.Id && removed.Day < until)
                {
                    until = removed.Day;
                }
            }

            if (until > from)
            {
                windows.Add(new DiscountWindow(discount, new ServicePeriod(from, until)));
            }
        }
    }

    private static DateOnly Later(DateOnly? left, DateOnly right) => left is { } day && day > right ? day : right;
}
