using System.Runtime.InteropServices;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Invoicing;

/// <summary>Finds what changed between two states of knowledge of one period, day by day, and shares the difference among the changes.</summary>
/// <remarks>
/// <para>Both states are cut where either changes. What a day differs by is the sum of three gaps: other units at the old price and discounts, the
/// new price for the new units, and the new discounts. Where a gap widens or narrows, a step begins that runs on with those before it: "three
/// more users from the 17th, two fewer from the 24th". Where a gap closes, where the service is not held, and where a change that was known
/// before gives the gap another size, its steps end; what is left of the gap then is a step of its own.</para>
/// <para>Days held in one state only are steps by themselves. What a day costs can depend on how many are held, as in months of thirty days
/// that never cost more than a month: that part of the difference goes to the days that came or went.</para>
/// <para>All sums are exact fractions over one denominator; only the difference is in whole minor units.</para>
/// </remarks>
internal sealed class AdjustmentSteps
{
    private readonly RatedPieces _before = new();
    private readonly List<DateOnly> _cuts = [];
    private readonly List<AdjustmentStep> _steps = [];

    internal int Count => _steps.Count;

    internal ref readonly AdjustmentStep this[int index] => ref CollectionsMarshal.AsSpan(_steps)[index];

    /// <summary>Fills the list.</summary>
    /// <param name="line">The line as known now.</param>
    /// <param name="now">What it owes for the period, as known now.</param>
    /// <param name="pieces">The pieces of that.</param>
    /// <param name="beforeLine">The line as it was known when the period was billed; null when it was not known.</param>
    /// <param name="terms">The contract's terms.</param>
    /// <param name="difference">What is to be explained, in minor units.</param>
    /// <param name="discount">The part of the difference that a discount shared with other lines makes.</param>
    internal void Find(
        LineHistory line, in RatedPeriod now, RatedPieces pieces, LineHistory? beforeLine, ContractTerms terms, long difference, long discount)
    {
        _steps.Clear();
        _before.Clear();
        var unexplained = difference - discount;
        if (beforeLine is not null)
        {
            var then = Rater.Rate(beforeLine, now.Natural, terms, _before);
            var change = now.MinorUnits - then.MinorUnits;
            if (change != 0)
            {
                Share(change, AddChanges(line, now, pieces, beforeLine, then), terms.Currency.Decimals);
                unexplained -= change;
            }
        }

        Add(AdjustmentCause.Discount, now.Natural, discount);
        Add(AdjustmentCause.Other, now.Natural, unexplained);
    }

    private void Add(AdjustmentCause cause, ServicePeriod natural, long minorUnits)
    {
        if (minorUnits != 0)
        {
            _steps.Add(new AdjustmentStep(cause, natural, 0, null, Periods.Share.One, 0, minorUnits));
        }
    }

    /// <returns>The denominator of the steps' exact values.</returns>
    private long AddChanges(LineHistory line, in RatedPeriod now, RatedPieces pieces, LineHistory beforeLine, in RatedPeriod then)
    {
        var charge = line.Line.Charge;
        if (charge.Basis == QuantityBasis.Reported || charge.Timing == ChargeTiming.Once)
        {
            AddWhole(charge, now, pieces, then);
            return 1;
        }

        var (nowScale, thenScale) = (DayScale.Of(now), DayScale.Of(then));
        var denominator = nowScale.CommonDenominator(thenScale);
        var (scaleNow, scaleThen) = (new PartScale(charge, nowScale.Over(denominator), denominator), new PartScale(charge, thenScale.Over(denominator), denominator));
        CutAtBoth(pieces);
        var last = default(Segment);
        var rescaled = 0m;
        for (var i = 0; i + 1 < _cuts.Count; i++)
        {
            var days = new ServicePeriod(_cuts[i], _cuts[i + 1]);
            var segment = new Segment(days, IndexAt(pieces.AsSpan(), days.Start), IndexAt(_before.AsSpan(), days.Start));
            if (segment.InBoth)
            {
                AddGaps(beforeLine, segment, last, (now.RaisedToMinimum, pieces[segment.Now]), (then.RaisedToMinimum, _before[segment.Then]), scaleNow);
                rescaled += Value(then.RaisedToMinimum, _before[segment.Then]) * scaleNow.Weight(days) * (scaleNow.Numerator - scaleThen.Numerator);
            }
            else
            {
                CloseAll(days.Start, scaleNow);
                if (segment.Now >= 0)
                {
                    AddHeld(AdjustmentCause.Extended, days, pieces[segment.Now], Value(now.RaisedToMinimum, pieces[segment.Now]), scaleNow);
                }
                else if (segment.Then >= 0)
                {
                    AddHeld(AdjustmentCause.Ended, days, _before[segment.Then], -Value(then.RaisedToMinimum, _before[segment.Then]), scaleThen);
                }
            }

            last = segment;
        }

        CloseAll(_cuts[^1], scaleNow);
        AddToLastHeld(rescaled);
        return denominator;
    }

    private void AddWhole(Charge charge, in RatedPeriod now, RatedPieces pieces, in RatedPeriod then)
    {
        RatedPiece? old = _before.Count > 0 ? _before[0] : null;
        RatedPiece? current = pieces.Count > 0 ? pieces[0] : null;
        var quantity = (current?.Billable ?? 0m) - (old?.Billable ?? 0m);
        var cause = (old, current) switch
        {
            (not null, null) => AdjustmentCause.Ended,
            (null, not null) => AdjustmentCause.Extended,
            _ when now.RaisedToMinimum || then.RaisedToMinimum => AdjustmentCause.Other,
            _ when quantity != 0 => charge.Basis == QuantityBasis.Reported ? AdjustmentCause.Usage : AdjustmentCause.Quantity,
            ({ } before, { } after) when !before.Pricing.Equals(after.Pricing) => after.Uplifted ? AdjustmentCause.Uplift : AdjustmentCause.Price,
            _ => AdjustmentCause.Discount,
        };
        var byUnit = cause is AdjustmentCause.Usage or AdjustmentCause.Quantity or AdjustmentCause.Ended or AdjustmentCause.Extended;
        _steps.Add(new AdjustmentStep(
            cause, now.Natural, byUnit ? quantity : 0, byUnit ? UnitPriceOf(current, old) : null, Periods.Share.One, 0, 0));
    }

    private void AddGaps(
        LineHistory beforeLine, in Segment segment, in Segment last, (bool Raised, RatedPiece Piece) now, (bool Raised, RatedPiece Piece) then, in PartScale scale)
    {
        var (from, to) = (Value(then.Raised, then.Piece), Value(now.Raised, now.Piece));
        if (now.Raised != then.Raised)
        {
            AddGap(segment, last, new Gap(AdjustmentCause.Other, to - from, 0, null), scale);
            return;
        }

        var day = segment.Days.Start;
        var atOldPrice = Value(then.Raised, Rater.PriceOf(beforeLine, then.Piece.Pricing, now.Piece.Quantity, day));
        var atNewPrice = Value(then.Raised, Rater.PriceOf(beforeLine, now.Piece.Pricing, now.Piece.Quantity, day));
        var price = now.Piece.Uplifted ? AdjustmentCause.Uplift : AdjustmentCause.Price;
        AddGap(
            segment, last,
            new Gap(AdjustmentCause.Quantity, atOldPrice - from, now.Piece.Billable - then.Piece.Billable, then.Piece.Pricing.UnitPrice), scale);
        AddGap(segment, last, new Gap(price, atNewPrice - atOldPrice, 0, null), scale);
        AddGap(segment, last, new Gap(AdjustmentCause.Discount, to - atNewPrice, 0, null), scale);
    }

    private void AddGap(in Segment segment, in Segment last, in Gap gap, in PartScale scale)
    {
        var (rate, quantity) = Open(gap.Cause);
        if (gap.Rate == rate)
        {
            return;
        }

        if (gap.Rate == 0 || segment.Then != last.Then)
        {
            Close(gap.Cause, segment.Days.Start, scale);
            (rate, quantity) = (0, 0);
        }

        if (gap.Rate != 0)
        {
            // Open steps have no last day yet: until they are closed their exact value is what one whole period differs by.
            _steps.Add(new AdjustmentStep(
                gap.Cause, new ServicePeriod(segment.Days.Start, segment.Days.Start), gap.Quantity - quantity, gap.UnitPrice, default, gap.Rate - rate, 0));
        }
    }

    private (decimal Rate, decimal Quantity) Open(AdjustmentCause cause)
    {
        var (rate, quantity) = (0m, 0m);
        foreach (ref readonly var step in CollectionsMarshal.AsSpan(_steps))
        {
            if (step.Days.IsEmpty && IsSameGap(step.Cause, cause))
            {
                rate += step.Exact;
                quantity += step.Quantity;
            }
        }

        return (rate, quantity);
    }

    private void Close(AdjustmentCause cause, DateOnly end, in PartScale scale)
    {
        foreach (ref var step in CollectionsMarshal.AsSpan(_steps))
        {
            if (step.Days.IsEmpty && IsSameGap(step.Cause, cause))
            {
                step = scale.Over(step, new ServicePeriod(step.Days.Start, end), step.Exact);
            }
        }
    }

    private void CloseAll(DateOnly end, in PartScale scale)
    {
        foreach (ref var step in CollectionsMarshal.AsSpan(_steps))
        {
            if (step.Days.IsEmpty)
            {
                step = scale.Over(step, new ServicePeriod(step.Days.Start, end), step.Exact);
            }
        }
    }

    private void AddHeld(AdjustmentCause cause, ServicePeriod days, in RatedPiece piece, decimal price, in PartScale scale)
    {
        var quantity = cause == AdjustmentCause.Ended ? -piece.Billable : piece.Billable;
        if (_steps.Count > 0 && _steps[^1] is var last && last.Cause == cause && last.Days.End == days.Start && last.Quantity == quantity &&
            last.Exact == price * scale.Numerator * scale.Weight(last.Days))
        {
            days = new ServicePeriod(last.Days.Start, days.End);
            _steps.RemoveAt(_steps.Count - 1);
        }

        _steps.Add(scale.Over(new AdjustmentStep(cause, days, quantity, piece.Pricing.UnitPrice, default, 0, 0), days, price));
    }

    private void AddToLastHeld(decimal rescaled)
    {
        for (var i = _steps.Count - 1; rescaled != 0 && i >= 0; i--)
        {
            if (_steps[i].Cause is AdjustmentCause.Ended or AdjustmentCause.Extended)
            {
                _steps[i] = _steps[i] with { Exact = _steps[i].Exact + rescaled };
                return;
            }
        }
    }

    private void CutAtBoth(RatedPieces pieces)
    {
        _cuts.Clear();
        AddCuts(pieces);
        AddCuts(_before);
        _cuts.Sort();
        for (var i = _cuts.Count - 1; i > 0; i--)
        {
            if (_cuts[i] == _cuts[i - 1])
            {
                _cuts.RemoveAt(i);
            }
        }
    }

    private void AddCuts(RatedPieces pieces)
    {
        foreach (ref readonly var piece in pieces.AsSpan())
        {
            _cuts.Add(piece.Days.Start);
            _cuts.Add(piece.Days.End);
        }
    }

    private void Share(long change, long denominator, int decimals)
    {
        Span<decimal> exact = _steps.Count <= 16 ? stackalloc decimal[_steps.Count] : new decimal[_steps.Count];
        Span<long> shares = _steps.Count <= 16 ? stackalloc long[_steps.Count] : new long[_steps.Count];
        for (var i = 0; i < exact.Length; i++)
        {
            exact[i] = _steps[i].Exact;
        }

        Allocation.Round(exact, denominator, change, decimals, shares);
        for (var i = 0; i < shares.Length; i++)
        {
            _steps[i] = _steps[i] with { MinorUnits = shares[i] };
        }
    }

    private static decimal Value(bool raised, in RatedPiece piece) => raised ? piece.Least : piece.Exact;

    private static decimal Value(bool raised, (decimal Exact, decimal Least) price) => raised ? price.Least : price.Exact;

    // An uplift is a price, too.
    private static bool IsSameGap(AdjustmentCause left, AdjustmentCause right) =>
        left == right || (left, right) is (AdjustmentCause.Price, AdjustmentCause.Uplift) or (AdjustmentCause.Uplift, AdjustmentCause.Price);

    private static int IndexAt(ReadOnlySpan<RatedPiece> pieces, DateOnly day)
    {
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Days.Contains(day))
            {
                return i;
            }
        }

        return -1;
    }

    private static decimal? UnitPriceOf(RatedPiece? current, RatedPiece? old) => current?.Pricing.UnitPrice ?? old?.Pricing.UnitPrice;

    /// <summary>Days between two neighbouring cuts, and the piece they belong to in each state: -1 where they are not held.</summary>
    private readonly record struct Segment(ServicePeriod Days, int Now, int Then)
    {
        public bool InBoth => Now >= 0 && Then >= 0;
    }

    /// <summary>What a whole period would differ by if all of it were like the segment, and why.</summary>
    private readonly record struct Gap(AdjustmentCause Cause, decimal Rate, decimal Quantity, decimal? UnitPrice);

    /// <summary>Turns the price of a whole period into the exact value of some of its days: price × weight × numerator over the denominator.</summary>
    private readonly record struct PartScale(Charge Charge, decimal Numerator, long Denominator)
    {
        public int Weight(ServicePeriod days) => Proration.Weight(Charge.DayCount, Charge.Cadence, days);

        public AdjustmentStep Over(in AdjustmentStep step, ServicePeriod days, decimal price) => step with
        {
            Days = days,
            Share = DayScale.Share(Weight(days), Numerator, Denominator),
            Exact = price * Numerator * Weight(days),
        };
    }
}
