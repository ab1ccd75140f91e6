using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Rating;

/// <summary>Turns what was agreed and counted into what is billed by day: change policies, then the committed quantity.</summary>
internal static class QuantityTimeline
{
    /// <param name="contract">The contract.</param>
    /// <param name="line">The line.</param>
    /// <param name="from">The line's first day.</param>
    /// <param name="changes">What is known, by day.</param>
    /// <param name="counts">What was counted for the line, by day.</param>
    /// <param name="asWanted">What the customer has by day; empty where that is what is billed.</param>
    /// <param name="seats">The vendor's seats of the line; null where none were bought.</param>
    internal static QuantityChange[] Of(
        Contract contract, ContractLine line, DateOnly from, Amendment[] changes, UsageCount[] counts, out QuantityChange[] asWanted, out VendorSeats? seats)
    {
        asWanted = [];
        seats = null;
        if (counts.Length == 0 && !Mentions(line.Id, changes))
        {
            return Constant(new QuantityChange(from, line.Quantity), line.CommittedQuantity, ref asWanted);
        }

        var wanted = Wanted(line, from, changes, counts);
        seats = SeatsOf(line, changes);
        if (seats is not null)
        {
            asWanted = [.. wanted];
            return Floored(Billed(contract, line.Charge, wanted), line.CommittedQuantity, seats);
        }

        if (wanted.Count == 1)
        {
            return Constant(wanted[0], line.CommittedQuantity, ref asWanted);
        }

        if (line.CommittedQuantity > 0 || line.Charge is not { Increase: ChangePolicy.Immediately, Decrease: ChangePolicy.Immediately })
        {
            asWanted = [.. wanted];
        }

        return Floored(Billed(contract, line.Charge, wanted), line.CommittedQuantity);
    }

    private static QuantityChange[] Constant(QuantityChange held, decimal committed, ref QuantityChange[] asWanted)
    {
        if (held.Quantity >= committed)
        {
            return [held];
        }

        asWanted = [held];
        return [held with { Quantity = committed }];
    }

    private static bool Mentions(int lineId, Amendment[] changes)
    {
        foreach (var change in changes)
        {
            if (change is Amendment.QuantityChanged quantity && quantity.LineId == lineId)
            {
                return true;
            }
        }

        return false;
    }

    // What the customer has, by day. Of two records for one day the one recorded later holds.
    private static List<QuantityChange> Wanted(ContractLine line, DateOnly from, Amendment[] changes, UsageCount[] counts)
    {
        // Number 0 is a count, those above are amendments.
        var events = new List<(DateOnly Day, DateTimeOffset RecordedAt, int Number, decimal Quantity)>(counts.Length + changes.Length);
        foreach (var count in counts)
        {
            events.Add((count.Day, count.RecordedAt, 0, count.Quantity));
        }

        foreach (var change in changes)
        {
            if (change is Amendment.QuantityChanged quantity && quantity.LineId == line.Id)
            {
                events.Add((quantity.Day, quantity.RecordedAt, quantity.Number, quantity.Quantity));
            }
        }

        events.Sort((left, right) => (left.Day, left.RecordedAt, left.Number).CompareTo((right.Day, right.RecordedAt, right.Number)));
        var wanted = new List<QuantityChange>(events.Count + 1) { new(from, line.Quantity) };
        foreach (var one in events)
        {
            var change = new QuantityChange(
                one.Day > from ? one.Day : from, one.Quantity, one.Number == 0 ? QuantitySource.Counted : QuantitySource.Amended);
            if (wanted[^1].Day == change.Day)
            {
                wanted[^1] = change;
            }
            else if (wanted[^1].Quantity != change.Quantity)
            {
                wanted.Add(change);
            }
        }

        return wanted;
    }

    private static List<QuantityChange> Billed(Contract contract, Charge charge, List<QuantityChange> wanted)
    {
        if (charge is { Increase: ChangePolicy.Immediately, Decrease: ChangePolicy.Immediately })
        {
            return wanted;
        }

        var billed = new List<QuantityChange> { wanted[0] };
        QuantityChange? pending = null;
        for (var i = 1; i < wanted.Count; i++)
        {
            if (pending is { } due && due.Day <= wanted[i].Day)
            {
                billed.Add(due);
                pending = null;
            }

            var change = wanted[i];
            if (change.Quantity == billed[^1].Quantity)
            {
                pending = null;
                continue;
            }

            var policy = change.Quantity > billed[^1].Quantity ? charge.Increase : charge.Decrease;
            pending = From(contract, charge, policy, change.Day) is { } day ? change with { Day = day } : null;
            if (pending is { } now && now.Day == change.Day)
            {
                billed.Add(now);
                pending = null;
            }
        }

        if (pending is { } last)
        {
            billed.Add(last);
        }

        return billed;
    }

    private static DateOnly? From(Contract contract, Charge charge, ChangePolicy policy, DateOnly day) => policy switch
    {
        ChangePolicy.Immediately => day,
        ChangePolicy.NextPeriod when charge.Timing == ChargeTiming.Once => day,
        ChangePolicy.NextPeriod => PeriodStartFrom(contract, charge, day),
        ChangePolicy.AtRenewal => day <= contract.Terms.Start ? day : contract.Terms.Term.BoundaryAfter(contract.Terms.Start, day.AddDays(-1)),
        _ => throw new InvalidOperationException($"No such change policy: {policy}."),
    };

    private static DateOnly PeriodStartFrom(Contract contract, Charge charge, DateOnly day)
    {
        var anchor = contract.Terms.Anchor;
        var index = anchor.IndexOf(charge.Cadence, day);
        var start = anchor.Boundary(charge.Cadence, index);
        return start == day ? day : anchor.Boundary(charge.Cadence, index + 1);
    }

    private static VendorSeats? SeatsOf(ContractLine line, Amendment[] changes)
    {
        foreach (var change in changes)
        {
            if (change is Amendment.QuantityChanged { Bought: not null } bought && bought.LineId == line.Id)
            {
                return VendorSeats.Of(line.Quantity, changes.OfType<Amendment.QuantityChanged>().Where(one => one.LineId == line.Id));
            }
        }

        return null;
    }

    // Cut where the commitment changes, too: a seat that is locked is billed whether it is used or not, whatever the change policies say.
    private static QuantityChange[] Floored(List<QuantityChange> billed, decimal committed, VendorSeats seats)
    {
        var floored = new List<QuantityChange>();
        foreach (var day in billed.Select(change => change.Day).Concat(seats.Days.Where(day => day > billed[0].Day)).Distinct().Order())
        {
            var held = billed.FindLast(change => change.Day <= day);
            var quantity = Math.Max(held.Quantity, Math.Max(committed, seats.CommittedOn(day)));
            if (floored.Count == 0 || floored[^1].Quantity != quantity)
            {
                floored.Add(held with { Day = day, Quantity = quantity });
            }
        }

        return [.. floored];
    }

    private static QuantityChange[] Floored(List<QuantityChange> billed, decimal committed)
    {
        var floored = new QuantityChange[billed.Count];
        for (var i = 0; i < floored.Length; i++)
        {
            floored[i] = billed[i] with { Quantity = Math.Max(billed[i].Quantity, committed) };
        }

        return floored;
    }
}
