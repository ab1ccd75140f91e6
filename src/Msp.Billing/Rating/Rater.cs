using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>What a line owes for a natural period. This is the one place where a quantity, a price and days become an amount.</summary>
/// <remarks>
/// <para>A pure function of the line's history. The period is cut where quantity, price or a discount changes; exact amounts are
/// summed as a fraction; the sum is rounded once.</para>
/// <para>Thread-safe: all state is the caller's. Allocates nothing but room in the caller's list.</para>
/// </remarks>
public static class Rater
{
    /// <summary>Rates one natural period.</summary>
    /// <param name="line">The line as known.</param>
    /// <param name="natural">One of its natural periods.</param>
    /// <param name="terms">The contract's terms, for currency and rounding.</param>
    /// <param name="pieces">Emptied, then filled with the runs of days in order; empty when no day is held.</param>
    /// <exception cref="OverflowException">The amount is beyond what can be computed or stored.</exception>
    public static RatedPeriod Rate(LineHistory line, ServicePeriod natural, ContractTerms terms, RatedPieces pieces)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(pieces);
        pieces.Clear();
        var charge = line.Line.Charge;
        if (line.IsConstant && charge.Timing != ChargeTiming.Once)
        {
            return Constant(line, charge, natural, terms, pieces);
        }

        if (charge.Basis == QuantityBasis.Reported)
        {
            return Reported(line, natural, terms, pieces);
        }

        var heldDays = 0;
        var weight = 0;
        var (numerator, least) = (0m, 0m);
        var forWholePeriod = charge.Basis == QuantityBasis.Timeline ? (decimal?)null : QuantityOfPeriod(line, natural);
        foreach (var held in line.Held)
        {
            var days = held.Intersect(natural);
            if (days.IsEmpty)
            {
                continue;
            }

            heldDays += days.Days;
            for (var from = days.Start; from < days.End;)
            {
                var until = NextCut(line, from, days.End, forWholePeriod is null);
                var piece = Piece(line, charge, new ServicePeriod(from, until), forWholePeriod ?? line.QuantityOn(from));
                pieces.Add(piece);
                weight += piece.Weight;
                numerator += piece.Exact * piece.Weight;
                least += piece.Least * piece.Weight;
                from = until;
            }
        }

        var share = charge.Timing == ChargeTiming.Once
            ? (heldDays > 0 ? Share.One : Share.Zero)
            : Proration.Of(charge.DayCount, charge.Cadence, natural, heldDays, weight);
        // A single piece may weigh nothing, such as one day that months of thirty days do not have. Nothing raises a credit, which is below zero.
        var raised = pieces.Count == 1 ? pieces[0].Least != 0 && pieces[0].Least > pieces[0].Exact : least != 0 && least > numerator;
        var exact = raised ? least : numerator;
        return pieces.Count == 1
            ? Rounded(line, natural, terms, raised ? pieces[0].Least : pieces[0].Exact, 1, share, weight, raised)
            : Rounded(line, natural, terms, exact, Math.Max(weight, 1), share, weight, raised);
    }

    /// <summary>The exact amount of one piece as a numerator over <see cref="RatedPeriod.Denominator"/>'s scale of the whole period.</summary>
    /// <param name="period">The rated period.</param>
    /// <param name="piece">One of its pieces.</param>
    public static decimal NumeratorOf(in RatedPeriod period, in RatedPiece piece) =>
        (period.RaisedToMinimum ? piece.Least : piece.Exact) * piece.Weight * period.Share.Numerator;

    /// <summary>The denominator that <see cref="NumeratorOf"/> is over.</summary>
    /// <param name="period">The rated period.</param>
    public static long DenominatorOf(in RatedPeriod period) => (long)period.Share.Denominator * Math.Max(period.Weight, 1);

    // One run of days at one quantity and one price: most periods of most contracts. The same arithmetic with nothing to sum.
    private static RatedPeriod Constant(LineHistory line, Charge charge, ServicePeriod natural, ContractTerms terms, RatedPieces pieces)
    {
        var days = line.Held[0].Intersect(natural);
        if (days.IsEmpty)
        {
            return new RatedPeriod(line.Line.Id, natural, 0, 0, 1, Share.Zero, 0, RaisedToMinimum: false);
        }

        ref readonly var price = ref line.Prices[0];
        var reported = charge.Basis == QuantityBasis.Reported;
        if (reported && price.Pricing.MinimumSpend != 0)
        {
            return Reported(line, natural, terms, pieces);
        }

        var quantity = reported ? line.BilledReportIn(natural) : line.Quantities[0].Quantity;
        var billable = price.Pricing.Billable(quantity);
        var exact = price.Pricing.ExactOfBillable(billable);
        var least = price.Pricing.MinimumSpend;
        var weight = reported ? 1 : Proration.Weight(charge.DayCount, charge.Cadence, days);
        pieces.Add(new RatedPiece(days, quantity, billable, price.Pricing, price.Uplifted, exact, least, weight));
        var share = reported || days.Days == natural.Days ? Share.One : Proration.Of(charge.DayCount, charge.Cadence, natural, days.Days, weight);
        var raised = least != 0 && least > exact;
        return Rounded(line, natural, terms, raised ? least : exact, 1, share, weight, raised);
    }

    private static RatedPeriod Rounded(
        LineHistory line, ServicePeriod natural, ContractTerms terms, decimal exact, int divisor, Share share, int weight, bool raised)
    {
        var (numerator, denominator) = share.IsWhole ? (exact, divisor) : (exact * share.Numerator, (long)divisor * share.Denominator);
        var units = Rounding.ToMinorUnits(numerator, denominator, terms.Currency.Decimals, terms.Rounding);
        return new RatedPeriod(line.Line.Id, natural, units, numerator, denominator, share, weight, raised);
    }

    private static RatedPeriod Reported(LineHistory line, ServicePeriod natural, ContractTerms terms, RatedPieces pieces)
    {
        DateOnly? first = null;
        var (last, heldDays, heldWeight) = (natural.Start, 0, 0);
        var charge = line.Line.Charge;
        foreach (var held in line.Held)
        {
            var days = held.Intersect(natural);
            if (!days.IsEmpty)
            {
                first ??= days.Start;
                last = days.End;
                heldDays += days.Days;
                heldWeight += Proration.Weight(charge.DayCount, charge.Cadence, days);
            }
        }

        if (first is not { } start)
        {
            return new RatedPeriod(line.Line.Id, natural, 0, 0, 1, Share.Zero, 0, RaisedToMinimum: false);
        }

        var piece = Piece(line, charge, new ServicePeriod(start, last), line.BilledReportIn(natural)) with { Weight = 1 };
        pieces.Add(piece);
        if (piece.Least == 0)
        {
            return Rounded(line, natural, terms, piece.Exact, 1, Share.One, 1, raised: false);
        }

        var share = Proration.Of(charge.DayCount, charge.Cadence, natural, heldDays, heldWeight);
        var raised = piece.Least * share.Numerator > piece.Exact * share.Denominator;
        return raised
            ? Rounded(line, natural, terms, piece.Least, 1, share, 1, raised)
            : Rounded(line, natural, terms, piece.Exact, 1, Share.One, 1, raised);
    }

    /// <summary>The price and the minimum spend of a whole period at a price and a quantity, after the line's discounts of a day; exact, in major units.</summary>
    internal static (decimal Exact, decimal Least) PriceOf(LineHistory line, Pricing pricing, decimal quantity, DateOnly day) =>
        PriceOfBillable(line, pricing, pricing.Billable(quantity), day);

    private static (decimal Exact, decimal Least) PriceOfBillable(LineHistory line, Pricing pricing, decimal billable, DateOnly day)
    {
        var exact = pricing.ExactOfBillable(billable);
        var least = pricing.MinimumSpend;
        foreach (var window in line.Discounts)
        {
            if (!window.Days.Contains(day))
            {
                continue;
            }

            if (window.Discount.Percent is { } percent)
            {
                exact *= 1m - percent.Fraction;
                least *= 1m - percent.Fraction;
            }
            else if (window.Discount.Amount is { } amount)
            {
                exact = Math.Max(0m, exact - amount.Amount);
                least = Math.Max(0m, least - amount.Amount);
            }
        }

        return (exact, least);
    }

    private static RatedPiece Piece(LineHistory line, Charge charge, ServicePeriod days, decimal quantity)
    {
        var price = line.Prices[line.PriceIndexOn(days.Start)];
        var billable = price.Pricing.Billable(quantity);
        var (exact, least) = PriceOfBillable(line, price.Pricing, billable, days.Start);
        return new RatedPiece(
            days, quantity, billable, price.Pricing, price.Uplifted, exact, least,
            Proration.Weight(charge.DayCount, charge.Cadence, days));
    }

    private static DateOnly NextCut(LineHistory line, DateOnly from, DateOnly end, bool atQuantities)
    {
        var cut = end;
        if (atQuantities)
        {
            foreach (var change in line.Quantities)
            {
                cut = Earlier(change.Day, from, cut);
            }
        }

        foreach (var change in line.Prices)
        {
            cut = Earlier(change.Day, from, cut);
        }

        foreach (var window in line.Discounts)
        {
            cut = Earlier(window.Days.Start, from, cut);
            cut = Earlier(window.Days.End, from, cut);
        }

        return cut;
    }

    private static DateOnly Earlier(DateOnly candidate, DateOnly from, DateOnly cut) => candidate > from && candidate < cut ? candidate : cut;

    private static decimal QuantityOfPeriod(LineHistory line, ServicePeriod natural)
    {
        var (sum, days, highest, first, last) = (0m, 0, 0m, (decimal?)null, 0m);
        foreach (var run in line.Held)
        {
            var held = run.Intersect(natural);
            for (var from = held.Start; from < held.End;)
            {
                var until = held.End;
                foreach (var change in line.Quantities)
                {
                    until = Earlier(change.Day, from, until);
                }

                last = line.QuantityOn(from);
                first ??= last;
                highest = Math.Max(highest, last);
                sum += last * (until.DayNumber - from.DayNumber);
                days += until.DayNumber - from.DayNumber;
                from = until;
            }
        }

        return line.Line.Charge.Basis switch
        {
            QuantityBasis.PeriodStart => first ?? 0m,
            QuantityBasis.PeriodEnd => last,
            QuantityBasis.Highest => highest,
            QuantityBasis.DayWeightedAverage => days == 0 ? 0m : Average(sum, days, line.Line.Charge.Unit.AllowsFractions),
            _ => throw new InvalidOperationException($"No such quantity basis: {line.Line.Charge.Basis}."),
        };
    }

    private static decimal Average(decimal sum, int days, bool fractions) => fractions
        ? decimal.Round(sum / days, 6, MidpointRounding.AwayFromZero)
        : decimal.Ceiling(sum / days);
}
