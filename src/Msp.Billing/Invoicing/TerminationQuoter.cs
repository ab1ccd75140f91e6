using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Invoicing;

/// <summary>Says what it costs to leave a contract early, from what its recurring lines would still bill.</summary>
/// <remarks>
/// That is what the engine would bill if the contract ran to its regular end, less what it bills if it ends on the day: with the uplifts, discounts, changes and
/// pauses that are known for those days. What is billed once is not in it, and of what is billed by report only what is billed without a report.
/// </remarks>
/// <param name="tax">Decides the tax that is in the prices, where prices include it. Not asked otherwise.</param>
public sealed class TerminationQuoter(ITaxCalculator tax)
{
    /// <summary>Quotes leaving on a day. Records nothing.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="customer">Who pays.</param>
    /// <param name="day">The first day that would no longer be billed.</param>
    /// <param name="noticeDay">The day on which notice is given, where none was given before; the regular end follows from it.</param>
    /// <param name="counts">What was counted and reported for the contract.</param>
    /// <exception cref="AmendmentException">The contract is not running on the day.</exception>
    /// <exception cref="MissingTaxRateException">Prices include a tax that there is no rate for.</exception>
    /// <exception cref="OverflowException">An amount is beyond what can be computed or stored.</exception>
    public TerminationCost Quote(Contract contract, Customer customer, DateOnly day, DateOnly noticeDay, ReadOnlyMemory<UsageCount> counts = default)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(customer);
        ImmutableArray<RemainingLine> lines = [];
        var quote = contract.QuoteTermination(day, noticeDay, days =>
        {
            lines = Remaining(contract, customer, days, counts.Span);
            return lines.Sum(line => line.Amount.Amount);
        });
        return new TerminationCost(quote, lines, Explain(quote, lines, contract.Terms));
    }

    private ImmutableArray<RemainingLine> Remaining(Contract contract, Customer customer, ServicePeriod days, ReadOnlySpan<UsageCount> counts)
    {
        var longer = ContractHistory.EndingOn(contract, counts, days.End, days.End);
        var shorter = ContractHistory.EndingOn(contract, counts, days.Start, days.End);
        var (longerReductions, shorterReductions) = (new SharedReductions(longer), new SharedReductions(shorter));
        var pieces = new RatedPieces();
        var found = new List<(ContractLine Line, long MinorUnits)>();
        foreach (var line in longer.Lines)
        {
            if (line.Line.Charge.Timing == ChargeTiming.Once || shorter.LineWithId(line.Line.Id) is not { } left)
            {
                continue;
            }

            var units = 0L;
            foreach (var natural in line.Due(DateOnly.MaxValue, days.Start))
            {
                units += Owed(line, natural, longerReductions) - Owed(left, natural, shorterReductions);
            }

            // A line that is priced by what is held at a period's end can bill less if it runs on; nobody is paid for leaving.
            if (units > 0)
            {
                found.Add((line.Line, units));
            }
        }

        var net = contract.Terms.PricesIncludeTax ? Net(found, customer, days.Start, contract.Terms.Rounding) : [.. found.Select(line => line.MinorUnits)];
        return [.. found.Select((line, i) => new RemainingLine(line.Line, days, Money.FromMinorUnits(net[i], contract.Terms.Currency)))];

        long Owed(LineHistory line, ServicePeriod natural, SharedReductions reductions) =>
            Rater.Rate(line, natural, contract.Terms, pieces).MinorUnits - reductions.Of(line, natural);
    }

    // As on a document: net once for each category and rate, shared out to its lines.
    private long[] Net(List<(ContractLine Line, long MinorUnits)> lines, Customer customer, DateOnly taxPoint, RoundingMode mode)
    {
        var net = new long[lines.Count];
        var groups = new Dictionary<(TaxCategory, Percentage Rate), List<int>>();
        for (var i = 0; i < lines.Count; i++)
        {
            var key = tax.TaxOf(customer.Tax, lines[i].Line.Charge.TaxCategory, taxPoint);
            if (!groups.TryGetValue(key, out var places))
            {
                groups.Add(key, places = []);
            }

            places.Add(i);
        }

        foreach (var ((_, rate), places) in groups)
        {
            var gross = places.Sum(place => lines[place].MinorUnits);
            var shares = new long[places.Count];
            Allocation.Round(
                [.. places.Select(place => (decimal)lines[place].MinorUnits * DocumentTax.Whole)], DocumentTax.Whole + rate.Millionths,
                gross - DocumentTax.Included(gross, rate, mode), 0, shares);
            for (var i = 0; i < shares.Length; i++)
            {
                net[places[i]] = shares[i];
            }
        }

        return net;
    }

    private static Explanation Explain(TerminationQuote quote, ImmutableArray<RemainingLine> lines, ContractTerms terms)
    {
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        var (exact, before) = (0m, 0m);
        foreach (var step in quote.Steps)
        {
            var part = StepOf(step, before, lines, terms.Currency);
            parts.Add(part);
            if (step is not TerminationStep.RegularEnd)
            {
                before = exact = part.Numerator;
            }
        }

        if (exact != quote.Fee.Amount)
        {
            parts.Add(new Explanation(
                ExplanationRule.Rounded,
                [
                    new Operand.Amount(OperandName.Before, exact, terms.Currency), new Operand.Label(OperandName.Rounding, terms.Rounding.ToString()),
                    new Operand.Number(OperandName.Decimals, terms.Currency.Decimals),
                ],
                quote.Fee.Amount));
        }

        return new Explanation(ExplanationRule.TerminationFee, [new Operand.Day(OperandName.Day, quote.Day)], quote.Fee.Amount, 1, parts.ToImmutable());
    }

    private static Explanation StepOf(TerminationStep step, decimal before, ImmutableArray<RemainingLine> lines, Currency currency) => step switch
    {
        TerminationStep.RegularEnd end => new Explanation(
            ExplanationRule.RegularEnd, [new Operand.Day(OperandName.Since, end.NoticeDay), new Operand.Day(OperandName.Day, end.End)], end.WholeMonthsLeft),
        TerminationStep.Remainder remainder => new Explanation(
            ExplanationRule.RemainingRecurring, [new Operand.Period(OperandName.Days, remainder.Days)], remainder.Amount, 1, PartsOf(lines)),
        TerminationStep.MonthsCharged months => new Explanation(
            ExplanationRule.RemainingRecurring, [new Operand.Number(OperandName.Months, months.Months), new Operand.Period(OperandName.Days, months.Days)], months.Amount, 1, PartsOf(lines)),
        TerminationStep.ShareOfIt share => new Explanation(
            ExplanationRule.RemainingShare,
            share.Year is { } year
                ? [new Operand.Number(OperandName.Year, year), new Operand.Number(OperandName.Percent, share.Percent.Value), new Operand.Amount(OperandName.Before, before, currency)]
                : [new Operand.Number(OperandName.Percent, share.Percent.Value), new Operand.Amount(OperandName.Before, before, currency)],
            share.Amount),
        TerminationStep.FixedFee fee => new Explanation(ExplanationRule.AgreedFee, [], fee.Amount.Amount),
        _ => throw new InvalidOperationException($"No such step: {step}."),
    };

    private static ImmutableArray<Explanation> PartsOf(ImmutableArray<RemainingLine> lines) =>
    [
        .. lines.Select(line => new Explanation(
            ExplanationRule.RemainingLine, [new Operand.Label(OperandName.Name, line.Line.Charge.Name), new Operand.Period(OperandName.Days, line.Days)], line.Amount.Amount)),
    ];
}
