using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Invoicing;

/// <summary>Finds what changed between two states of knowledge of one period, day by day, and shares the difference among the changes.</summary>
/// <remarks>
/// Both states are cut where either changes. Wherever the gap between them widens or narrows, a step begins; each step runs to the end
/// of the days held, so that "three more users from the 17th" is one line however the days before it were cut.
/// </remarks>
internal sealed class AdjustmentSteps
{
    private readonly RatedPieces _before = new();
    private readonly List<DateOnly> _cuts = [];
    private readonly List<AdjustmentStep> _steps = [];

    internal int Count => _steps.Count;

    internal ref readonly AdjustmentStep this[int index] => ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_steps)[index];

    internal void Find(
        LineHistory line, in RatedPeriod now, RatedPieces pieces, ContractHistory beforeHistory, ContractTerms terms, long difference)
    {
        _steps.Clear();
        _before.Clear();
        var denominator = 1L;
        RatedPeriod? before = null;
        foreach (var known in beforeHistory.Lines)
        {
            if (known.Line.Id == line.Line.Id)
            {
                before = Rater.Rate(known, now.Natural, terms, _before);
            }
        }

        if (before is { } then)
        {
            var charge = line.Line.Charge;
            if (charge.Basis == QuantityBasis.Reported || charge.Timing == ChargeTiming.Once)
            {
                AddWhole(now, pieces, charge);
            }
            else
            {
                denominator = AddByDay(charge, now, pieces, then);
            }
        }

        if (_steps.Count == 0)
        {
            _steps.Add(new AdjustmentStep(AdjustmentCause.Other, now.Natural, 0, null, 0, difference));
            return;
        }

        Share(difference, denominator, terms.Currency.Decimals);
    }

    private static RatedPiece? At(ReadOnlySpan<RatedPiece> pieces, DateOnly day)
    {
        foreach (var piece in pieces)
        {
            if (piece.Days.Contains(day))
            {
                return piece;
            }
        }

        return null;
    }

    private void AddWhole(in RatedPeriod now, RatedPieces pieces, Charge charge)
    {
        RatedPiece? old = _before.Count > 0 ? _before[0] : null;
        RatedPiece? current = pieces.Count > 0 ? pieces[0] : null;
        var quantity = (current?.Billable ?? 0m) - (old?.Billable ?? 0m);
        var cause = (old, current) switch
        {
            (not null, null) => AdjustmentCause.Ended,
            (null, not null) => AdjustmentCause.Extended,
            _ when quantity != 0 => charge.Basis == QuantityBasis.Reported ? AdjustmentCause.Usage : AdjustmentCause.Quantity,
            _ when old?.Pricing.Equals(current?.Pricing) == false => current is { Uplifted: true } ? AdjustmentCause.Uplift : AdjustmentCause.Price,
            _ => AdjustmentCause.Discount,
        };
        _steps.Add(new AdjustmentStep(cause, now.Natural, quantity, current?.Pricing.UnitPrice ?? old?.Pricing.UnitPrice, 1m, 0));
    }

    // Rates by day stay whole numerators over one denominator: 1/31 has no decimal form, and a tie must fall as it is.
    private long AddByDay(Charge charge, in RatedPeriod now, RatedPieces pieces, in RatedPeriod then)
    {
        CutAtBoth(pieces);
        var (shareNow, shareThen) = (DayShare.Of(now), DayShare.Of(then));
        var denominator = DayShare.CommonDenominator(shareNow, shareThen);
        var (scaleNow, scaleThen) = (shareNow.NumeratorOver(denominator), shareThen.NumeratorOver(denominator));
        var (gap, gapQuantity) = (0m, 0m);
        var (wasHeld, isHeld) = (false, false);
        for (var i = 0; i + 1 < _cuts.Count; i++)
        {
            var current = At(pieces.AsSpan(), _cuts[i]);
            var old = At(_before.AsSpan(), _cuts[i]);
            var rate = (PriceOf(now, current) * scaleNow) - (PriceOf(then, old) * scaleThen);
            var quantity = (current?.Billable ?? 0m) - (old?.Billable ?? 0m);
            if (rate != gap || quantity != gapQuantity)
            {
                var days = new ServicePeriod(_cuts[i], _cuts[^1]);
                var exact = (rate - gap) * Proration.Weight(charge.DayCount, charge.Cadence, days);
                var cause = CauseOf(current, old, wasHeld, isHeld, quantity - gapQuantity);
                _steps.Add(new AdjustmentStep(cause, days, quantity - gapQuantity, UnitPriceOf(cause, current, old), exact, 0));
                (gap, gapQuantity) = (rate, quantity);
            }

            (wasHeld, isHeld) = (old is not null, current is not null);
        }

        return denominator;
    }

    private static decimal PriceOf(in RatedPeriod period, RatedPiece? piece) =>
        piece is { } known ? (period.RaisedToMinimum ? known.Least : known.Exact) : 0m;

    private void CutAtBoth(RatedPieces pieces)
    {
        _cuts.Clear();
        foreach (var piece in pieces.AsSpan())
        {
            _cuts.Add(piece.Days.Start);
            _cuts.Add(piece.Days.End);
        }

        foreach (var piece in _before.AsSpan())
        {
            _cuts.Add(piece.Days.Start);
            _cuts.Add(piece.Days.End);
        }

        _cuts.Sort();
        for (var i = _cuts.Count - 1; i > 0; i--)
        {
            if (_cuts[i] == _cuts[i - 1])
            {
                _cuts.RemoveAt(i);
            }
        }
    }

    private static AdjustmentCause CauseOf(RatedPiece? current, RatedPiece? old, bool wasHeld, bool isHeld, decimal quantity)
    {
        if (old is not null && current is null && (isHeld || !wasHeld))
        {
            return AdjustmentCause.Ended;
        }

        if (old is null && current is not null && (wasHeld || !isHeld))
        {
            return AdjustmentCause.Extended;
        }

        if (quantity != 0)
        {
            return AdjustmentCause.Quantity;
        }

        return old is { } before && current is { } now && !before.Pricing.Equals(now.Pricing)
            ? (now.Uplifted ? AdjustmentCause.Uplift : AdjustmentCause.Price)
            : AdjustmentCause.Discount;
    }

    private static decimal? UnitPriceOf(AdjustmentCause cause, RatedPiece? current, RatedPiece? old) =>
        cause is AdjustmentCause.Quantity or AdjustmentCause.Ended or AdjustmentCause.Extended
            ? current?.Pricing.UnitPrice ?? old?.Pricing.UnitPrice
            : null;

    private void Share(long difference, long denominator, int decimals)
    {
        Span<decimal> exact = _steps.Count <= 16 ? stackalloc decimal[_steps.Count] : new decimal[_steps.Count];
        Span<long> shares = _steps.Count <= 16 ? stackalloc long[_steps.Count] : new long[_steps.Count];
        for (var i = 0; i < exact.Length; i++)
        {
            exact[i] = _steps[i].Exact;
        }

        Allocation.Round(exact, denominator, difference, decimals, shares);
        for (var i = 0; i < shares.Length; i++)
        {
            _steps[i] = _steps[i] with { MinorUnits = shares[i] };
        }
    }

    /// <summary>What one day's weight is of a whole period's price, in lowest terms.</summary>
    private readonly record struct DayShare(long Numerator, long Denominator)
    {
        internal static DayShare Of(in RatedPeriod period)
        {
            long numerator = period.Share.Numerator;
            var denominator = (long)period.Share.Denominator * Math.Max(period.Weight, 1);
            var divisor = Greatest(numerator, denominator);
            return new DayShare(numerator / divisor, denominator / divisor);
        }

        internal static long CommonDenominator(DayShare left, DayShare right) =>
            left.Denominator / Greatest(left.Denominator, right.Denominator) * right.Denominator;

        internal long NumeratorOver(long denominator) => Numerator * (denominator / Denominator);

        private static long Greatest(long left, long right)
        {
            while (right != 0)
            {
                (left, right) = (right, left % right);
            }

            return left;
        }
    }
}
