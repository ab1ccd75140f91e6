using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Quotes;

/// <summary>The terms with which a contract goes on: its lines as they stand on the day before, in a term of their own.</summary>
public static class QuoteRenewal
{
    /// <summary>The terms of the successor.</summary>
    /// <param name="contract">The contract that is renewed, with everything recorded.</param>
    /// <param name="start">The first day of the successor.</param>
    /// <param name="term">How long it binds.</param>
    /// <param name="rise">By how much prices rise; lines that are never uplifted keep theirs.</param>
    /// <exception cref="ArgumentException">No line runs on the day before.</exception>
    public static ContractTerms TermsOf(Contract contract, DateOnly start, Term term, Percentage rise = default)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(term);
        var last = start.AddDays(-1);
        var lines = new List<ContractLine>();
        foreach (var line in ContractHistory.Of(contract, [], null, start).Lines)
        {
            if (line.Line.Charge.Timing != ChargeTiming.Once && line.IsHeldIn(new ServicePeriod(last, start)))
            {
                var price = line.PriceOn(last);
                price = line.Line.NeverUplifted || rise == default ? price : price.Scaled(1m + rise.Fraction);
                lines.Add(new ContractLine(line.Line.Id, line.Line.Charge.WithPricing(price), line.QuantityOn(last))
                {
                    CommittedQuantity = line.Line.CommittedQuantity,
                    Site = line.Line.Site,
                    NeverUplifted = line.Line.NeverUplifted,
                });
            }
        }

        var terms = contract.Terms;
        return lines.Count == 0
            ? throw new ArgumentException(FormattableString.Invariant($"No line of contract {contract.Number} runs on {last:yyyy-MM-dd}; there is nothing to renew on {start:yyyy-MM-dd}."), nameof(start))
            : new ContractTerms(terms.Currency, start, lines.ToArray())
            {
                Anchor = BillingAnchor.OnDay(terms.Anchor.DayOfMonth, start),
                Term = term,
                Uplift = terms.Uplift is { Yearly: not null } or { ByIndex: true } ? terms.Uplift : null,
                PaymentDays = terms.PaymentDays,
                Rounding = terms.Rounding,
                PricesIncludeTax = terms.PricesIncludeTax,
            };
    }
}
