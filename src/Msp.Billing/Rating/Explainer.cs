using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>Explains what a line owes for a period: the same arithmetic as <see cref="Rater"/>, with every step kept.</summary>
/// <remarks>It checks itself: an explanation that does not lead to the rated amount is never given out.</remarks>
public static class Explainer
{
    /// <summary>Explains one natural period.</summary>
    /// <param name="line">The line as known.</param>
    /// <param name="natural">One of its natural periods.</param>
    /// <param name="terms">The contract's terms.</param>
    /// <returns>
    /// The entitlement. Its parts: the runs of days, which sum to the exact amount; where it is more, the minimum spend instead; how days became
    /// shares; the rounding; and what is held and not billed.
    /// </returns>
    /// <exception cref="OverflowException">The amount is beyond what can be computed or stored.</exception>
    public static Explanation Explain(LineHistory line, ServicePeriod natural, ContractTerms terms)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(terms);
        var pieces = new RatedPieces();
        var rated = Rater.Rate(line, natural, terms, pieces);
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        foreach (ref readonly var piece in pieces.AsSpan())
        {
            parts.Add(Piece(line, rated, piece, pieces.Count, terms.Currency));
        }

        if (rated.RaisedToMinimum && rated.Share.Numerator > 0)
        {
            parts.Add(Minimum(line, rated, pieces, terms.Currency));
        }

        if (DayCountOf(line, rated, pieces) is { } dayCount)
        {
            parts.Add(dayCount);
        }

        parts.Add(new Explanation(
            ExplanationRule.Rounded,
            [
                new Operand.Amount(OperandName.Before, rated.Numerator, rated.Denominator, terms.Currency),
                new Operand.Label(OperandName.Rounding, terms.Rounding.ToString()), new Operand.Number(OperandName.Decimals, terms.Currency.Decimals),
            ],
            AmountOf(rated.MinorUnits, terms.Currency)));
        NotBilledExplainer.Add(parts, line, rated, pieces, terms);
        return new Explanation(
            ExplanationRule.Entitlement,
            [new Operand.Label(OperandName.Name, line.Line.Charge.Name), new Operand.Period(OperandName.Days, natural)],
            AmountOf(rated.MinorUnits, terms.Currency), 1, parts.ToImmutable());
    }

    internal static decimal AmountOf(long minorUnits, Currency currency) => Money.FromMinorUnits(minorUnits, currency).Amount;

    private static Explanation Piece(LineHistory line, in RatedPeriod rated, in RatedPiece piece, int pieces, Currency currency)
    {
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        parts.Add(QuantityExplainer.Explain(line, rated.Natural, piece));
        parts.Add(PriceExplainer.Explain(line, piece));
        var exact = AddDiscounts(parts, line, piece.Days.Start, parts[1].Numerator, currency);
        if (exact != piece.Exact)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"The explanation of line {line.Line.Id} from {piece.Days.Start:yyyy-MM-dd} gives {exact}, but {piece.Exact} was rated."));
        }

        // What was used is not prorated, only a minimum spend for it.
        var share = line.Line.Charge.Basis == QuantityBasis.Reported ? Share.One : DayScale.Of(rated, piece, pieces);
        return new Explanation(
            ExplanationRule.Days,
            [
                new Operand.Period(OperandName.Days, piece.Days), new Operand.Number(OperandName.Quantity, piece.Quantity),
                new Operand.Label(OperandName.Unit, ExplanationUnits.CountedIn(line.Line.Charge)), new Operand.Amount(OperandName.Before, exact, currency),
                new Operand.Fraction(OperandName.Share, share.Numerator, share.Denominator), new Operand.Number(OperandName.Weight, piece.Weight),
            ],
            exact * share.Numerator, share.Denominator, parts.ToImmutable());
    }

    /// <returns>The amount after the discounts of a day.</returns>
    private static decimal AddDiscounts(ImmutableArray<Explanation>.Builder parts, LineHistory line, DateOnly day, decimal amount, Currency currency)
    {
        foreach (var window in line.Discounts)
        {
            if (window.Days.Contains(day))
            {
                parts.Add(Discounted(window.Discount, amount, currency));
                amount = parts[^1].Numerator;
            }
        }

        return amount;
    }

    private static Explanation Discounted(Discount discount, decimal before, Currency currency) => discount.Percent is { } percent
        ? new Explanation(
            ExplanationRule.PercentDiscount,
            [
                new Operand.Label(OperandName.Name, discount.Name), new Operand.Amount(OperandName.Before, before, currency),
                new Operand.Number(OperandName.Percent, percent.Value),
            ],
            before * (1m - percent.Fraction))
        : new Explanation(
            ExplanationRule.AmountDiscount,
            [
                new Operand.Label(OperandName.Name, discount.Name), new Operand.Amount(OperandName.Before, before, currency),
                new Operand.Amount(OperandName.Amount, discount.Amount?.Amount ?? 0m, currency),
            ],
            Math.Max(0m, before - (discount.Amount?.Amount ?? 0m)));

    private static Explanation Minimum(LineHistory line, in RatedPeriod rated, RatedPieces pieces, Currency currency)
    {
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        var sum = 0m;
        foreach (ref readonly var piece in pieces.AsSpan())
        {
            var discounts = ImmutableArray.CreateBuilder<Explanation>();
            var least = AddDiscounts(discounts, line, piece.Days.Start, piece.Pricing.MinimumSpend, currency);
            var share = DayScale.Of(rated, piece, pieces.Count);
            sum += piece.Exact * (pieces.Count == 1 ? 1 : piece.Weight);
            parts.Add(new Explanation(
                ExplanationRule.MinimumPrice,
                [
                    new Operand.Period(OperandName.Days, piece.Days), new Operand.Amount(OperandName.Limit, piece.Pricing.MinimumSpend, currency),
                    new Operand.Amount(OperandName.Before, least, currency), new Operand.Fraction(OperandName.Share, share.Numerator, share.Denominator),
                ],
                least * share.Numerator, share.Denominator, discounts.ToImmutable()));
        }

        var whole = line.Line.Charge.Basis == QuantityBasis.Reported ? Share.One : rated.Share;
        var days = pieces.Count == 1 ? 1 : Math.Max(rated.Weight, 1);
        return new Explanation(
            ExplanationRule.MinimumSpend,
            [new Operand.Amount(OperandName.Before, sum * whole.Numerator, (long)whole.Denominator * days, currency)],
            rated.Numerator, rated.Denominator, parts.ToImmutable());
    }

    /// <returns>Null where nothing is prorated: a whole period of one piece, a charge billed once, reported use.</returns>
    private static Explanation? DayCountOf(LineHistory line, in RatedPeriod rated, RatedPieces pieces)
    {
        var charge = line.Line.Charge;
        if (charge.Timing == ChargeTiming.Once || pieces.Count == 0 || (rated.Share.IsWhole && pieces.Count == 1) ||
            (charge.Basis == QuantityBasis.Reported && !rated.RaisedToMinimum))
        {
            return null;
        }

        var (held, weight) = line.HeldIn(rated.Natural);
        return new Explanation(
            ExplanationRule.DayCount,
            [
                new Operand.Label(OperandName.DayCount, charge.DayCount.ToString()), new Operand.Number(OperandName.Held, held),
                new Operand.Number(OperandName.Natural, rated.Natural.Days), new Operand.Number(OperandName.Weight, weight),
                new Operand.Number(OperandName.Months, charge.Cadence.Unit == CadenceUnit.Month ? charge.Cadence.Count : 0),
            ],
            rated.Share.Numerator, rated.Share.Denominator);
    }
}
