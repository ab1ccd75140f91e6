using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>Shows as money what is held and not billed, so that a policy is never a silence: waiting part periods and waiting changes.</summary>
internal static class NotBilledExplainer
{
    internal static IEnumerable<Explanation> Explain(LineHistory line, RatedPeriod rated, RatedPieces pieces, ContractTerms terms)
    {
        var charge = line.Line.Charge;
        if (charge.DayCount == DayCount.NextWholePeriod && rated.Share.Numerator == 0)
        {
            for (var i = 0; i < pieces.Count; i++)
            {
                yield return Amount(charge, pieces[i].Days, pieces[i].Exact, rated.Natural, terms);
            }
        }

        if (charge.Basis != QuantityBasis.Timeline || line.Wanted.Length < 2)
        {
            yield break;
        }

        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            for (var from = piece.Days.Start; from < piece.Days.End;)
            {
                var until = line.NextWantedChange(from, piece.Days.End);
                var wanted = line.WantedOn(from);
                if (wanted != piece.Quantity && piece.Quantity != line.Line.CommittedQuantity)
                {
                    yield return Amount(
                        charge, new ServicePeriod(from, until), piece.Pricing.Exact(wanted) - piece.Pricing.Exact(piece.Quantity), rated.Natural, terms);
                }

                from = until;
            }
        }
    }

    private static Explanation Amount(Charge charge, ServicePeriod days, decimal exact, ServicePeriod natural, ContractTerms terms)
    {
        var weight = Proration.Weight(charge.DayCount, charge.Cadence, days);
        return new Explanation(
            ExplanationRule.NotBilled,
            [
                new Operand.Period(OperandName.Days, days), new Operand.Amount(OperandName.Before, exact, terms.Currency),
                new Operand.Fraction(OperandName.Share, weight, natural.Days),
            ],
            exact * weight, natural.Days);
    }
}
