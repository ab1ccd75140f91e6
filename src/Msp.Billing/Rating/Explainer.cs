using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;

namespace Msp.Billing.Rating;

/// <summary>Explains what a line owes for a period: the same arithmetic as <see cref="Rater"/>, with every step kept.</summary>
/// <remarks>It checks itself: an explanation that does not lead to the rated amount is never given out.</remarks>
public static class Explainer
{
    /// <summary>Explains one natural period.</summary>
    /// <param name="line">The line as known.</param>
    /// <param name="natural">One of its natural periods.</param>
    /// <param name="terms">The contract's terms.</param>
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
            parts.Add(Piece(line, rated, piece, terms.Currency));
        }

        if (rated.RaisedToMinimum)
        {
            parts.Add(Minimum(rated, pieces, terms.Currency));
        }

        parts.Add(new Explanation(
            ExplanationRule.Rounded, [new Operand.Amount(OperandName.Before, rated.Numerator / rated.Denominator, terms.Currency)], AmountOf(rated.MinorUnits, terms.Currency)));
        foreach (var left in NotBilledExplainer.Explain(line, rated, pieces, terms))
        {
            parts.Add(left);
        }

        return new Explanation(
            ExplanationRule.Entitlement,
            [new Operand.Label(OperandName.Name, line.Line.Charge.Name), new Operand.Period(OperandName.Days, natural)],
            AmountOf(rated.MinorUnits, terms.Currency), 1, parts.ToImmutable());
    }

    internal static decimal AmountOf(long minorUnits, Currency currency) => Money.FromMinorUnits(minorUnits, currency).Amount;

    private static Explanation Piece(LineHistory line, in RatedPeriod rated, in RatedPiece piece, Currency currency)
    {
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        var price = line.Prices[line.PriceIndexOn(piece.Days.Start)];
        parts.Add(PriceExplainer.Explain(price, piece.Quantity, line.Line.Charge.Unit.Code));
        var exact = parts[0].Numerator;
        foreach (var window in line.Discounts)
        {
            if (window.Days.Contains(piece.Days.Start))
            {
                parts.Add(Discounted(window.Discount, exact, currency));
                exact = parts[^1].Numerator;
            }
        }

        if (exact != piece.Exact)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"The explanation of line {line.Line.Id} from {piece.Days.Start:yyyy-MM-dd} gives {exact}, but {piece.Exact} was rated."));
        }

        var (numerator, denominator) = ((long)piece.Weight * rated.Share.Numerator, (long)rated.Share.Denominator * Math.Max(rated.Weight, 1));
        var divisor = GreatestDivisor(numerator, denominator);
        return new Explanation(
            ExplanationRule.Days,
            [
                new Operand.Period(OperandName.Days, piece.Days), new Operand.Number(OperandName.Quantity, piece.Quantity),
                new Operand.Label(OperandName.Unit, line.Line.Charge.Unit.Code), new Operand.Amount(OperandName.Before, exact, currency),
                new Operand.Fraction(OperandName.Share, numerator / divisor, denominator / divisor),
            ],
            exact * (numerator / divisor), denominator / divisor, parts.ToImmutable());
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

    private static Explanation Minimum(in RatedPeriod rated, RatedPieces pieces, Currency currency)
    {
        var exact = 0m;
        foreach (ref readonly var piece in pieces.AsSpan())
        {
            exact += piece.Exact * piece.Weight;
        }

        return new Explanation(
            ExplanationRule.MinimumSpend,
            [
                new Operand.Amount(OperandName.Before, exact * rated.Share.Numerator / ((decimal)rated.Share.Denominator * Math.Max(rated.Weight, 1)), currency),
                new Operand.Amount(OperandName.Limit, pieces[pieces.Count - 1].Pricing.MinimumSpend, currency),
                new Operand.Fraction(OperandName.Share, rated.Share.Numerator, rated.Share.Denominator),
            ],
            rated.Numerator, rated.Denominator);
    }

    internal static long GreatestDivisor(long left, long right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return Math.Max(left, 1);
    }
}
