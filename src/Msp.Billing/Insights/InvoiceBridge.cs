using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Insights;

/// <summary>From the MRR of a day to the net amount of a month's documents: MRR and the parts are exactly what was posted.</summary>
/// <remarks>Each line's difference goes whole to the first part that fits it, so none is a remainder that nobody looks at. Minor units of one currency.</remarks>
public readonly record struct InvoiceBridge
{
    /// <summary>Every part, in the order in which they are shown.</summary>
    public static ImmutableArray<BridgePart> Parts { get; } = [.. Enum.GetValues<BridgePart>()];

    /// <summary>The MRR of the day.</summary>
    public long Mrr { get; init; }

    /// <summary>See <see cref="BridgePart.Proration"/>.</summary>
    public long Proration { get; init; }

    /// <summary>See <see cref="BridgePart.Change"/>.</summary>
    public long Change { get; init; }

    /// <summary>See <see cref="BridgePart.OtherCadence"/>.</summary>
    public long OtherCadence { get; init; }

    /// <summary>See <see cref="BridgePart.Usage"/>.</summary>
    public long Usage { get; init; }

    /// <summary>See <see cref="BridgePart.OtherMonth"/>.</summary>
    public long OtherMonth { get; init; }

    /// <summary>See <see cref="BridgePart.NotBilled"/>.</summary>
    public long NotBilled { get; init; }

    /// <summary>See <see cref="BridgePart.Adjustment"/>.</summary>
    public long Adjustment { get; init; }

    /// <summary>See <see cref="BridgePart.Credit"/>.</summary>
    public long Credit { get; init; }

    /// <summary>See <see cref="BridgePart.OneOff"/>.</summary>
    public long OneOff { get; init; }

    /// <summary>What was posted, before tax: the sum of all the others.</summary>
    public long Invoiced => Mrr + Proration + Change + OtherCadence + Usage + OtherMonth + NotBilled + Adjustment + Credit + OneOff;

    /// <summary>The amount of a part.</summary>
    public long this[BridgePart part] => part switch
    {
        BridgePart.Proration => Proration,
        BridgePart.Change => Change,
        BridgePart.OtherCadence => OtherCadence,
        BridgePart.Usage => Usage,
        BridgePart.OtherMonth => OtherMonth,
        BridgePart.NotBilled => NotBilled,
        BridgePart.Adjustment => Adjustment,
        BridgePart.Credit => Credit,
        BridgePart.OneOff => OneOff,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "There is no such part of the bridge."),
    };

    /// <summary>The bridge of a contract.</summary>
    /// <param name="contract">The contract with all its amendments.</param>
    /// <param name="mrr">Its MRR on the day.</param>
    /// <param name="posted">The lines of its documents of the month.</param>
    public static InvoiceBridge Of(Contract contract, ContractMrr mrr, ReadOnlySpan<BilledPart> posted)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(mrr);
        var bridge = new InvoiceBridge { Mrr = mrr.Amount.MinorUnits };
        foreach (ref readonly var part in posted)
        {
            bridge = part.Kind switch
            {
                InvoiceLineKind.OneOff => bridge with { OneOff = bridge.OneOff + part.NetMinorUnits },
                InvoiceLineKind.Adjustment when part.NetMinorUnits < 0 => bridge with { Credit = bridge.Credit + part.NetMinorUnits },
                InvoiceLineKind.Adjustment => bridge with { Adjustment = bridge.Adjustment + part.NetMinorUnits },
                _ => bridge,
            };
        }

        foreach (var line in contract.AllLines())
        {
            if (line.Charge.Timing != ChargeTiming.Once)
            {
                bridge = bridge.WithLine(line.Charge, MrrOf(mrr, line.Id), PeriodicOf(posted, line.Id));
            }
        }

        return bridge;
    }

    /// <summary>Two bridges together.</summary>
    public static InvoiceBridge operator +(InvoiceBridge left, InvoiceBridge right) => new()
    {
        Mrr = left.Mrr + right.Mrr,
        Proration = left.Proration + right.Proration,
        Change = left.Change + right.Change,
        OtherCadence = left.OtherCadence + right.OtherCadence,
        Usage = left.Usage + right.Usage,
        OtherMonth = left.OtherMonth + right.OtherMonth,
        NotBilled = left.NotBilled + right.NotBilled,
        Adjustment = left.Adjustment + right.Adjustment,
        Credit = left.Credit + right.Credit,
        OneOff = left.OneOff + right.OneOff,
    };

    /// <summary>Two bridges together.</summary>
    public static InvoiceBridge Add(InvoiceBridge left, InvoiceBridge right) => left + right;

    private InvoiceBridge WithLine(Charge charge, long mrr, in Periodic posted)
    {
        var difference = posted.Total - mrr;
        if (charge.Cadence != Cadence.Monthly)
        {
            return this with { OtherCadence = OtherCadence + difference };
        }

        if (charge.Basis == QuantityBasis.Reported)
        {
            return this with { Usage = Usage + difference };
        }

        if (!posted.Any)
        {
            return this with { NotBilled = NotBilled + difference };
        }

        var whole = posted.LastDays == posted.Last;
        return this with
        {
            OtherMonth = OtherMonth + posted.Total - posted.LastTotal,
            Change = Change + (whole ? posted.LastTotal - mrr : 0),
            Proration = Proration + (whole ? 0 : posted.LastTotal - mrr),
        };
    }

    private static long MrrOf(ContractMrr mrr, int lineId)
    {
        foreach (var line in mrr.Lines)
        {
            if (line.LineId == lineId)
            {
                return line.MinorUnits;
            }
        }

        return 0;
    }

    private static Periodic PeriodicOf(ReadOnlySpan<BilledPart> posted, int lineId)
    {
        var found = default(Periodic);
        foreach (ref readonly var part in posted)
        {
            if (part.LineId != lineId || part.Kind is not (InvoiceLineKind.Recurring or InvoiceLineKind.Usage))
            {
                continue;
            }

            var later = !found.Any || part.Natural.Start > found.Last.Start;
            var same = !later && part.Natural == found.Last;
            found = new Periodic(
                Any: true,
                found.Total + part.NetMinorUnits,
                later ? part.Natural : found.Last,
                later || same ? part.Days : found.LastDays,
                later ? part.NetMinorUnits : found.LastTotal + (same ? part.NetMinorUnits : 0));
        }

        return found;
    }

    /// <summary>What was posted for a line: all, and of its last period.</summary>
    private readonly record struct Periodic(bool Any, long Total, ServicePeriod Last, ServicePeriod LastDays, long LastTotal);
}
