using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Insights;

/// <summary>Monthly recurring revenue from the engine that bills: the quantity, price and discounts of a day for a whole natural period, divided by the months of its cadence.</summary>
/// <remarks>
/// <para>In: every line that recurs and is held on the day, in advance or in arrears, whatever is billed already; also under notice, up to the last day.
/// A line billed by report counts as its last natural period that was over by the day, its committed quantity at least. Discounts count on the days on
/// which they hold, so a free first month is worth nothing. Fixed amounts off the contract are shared between lines of their cadence as on the invoice.
/// Days that were billed elsewhere before the contract was taken over count as agreed.</para>
/// <para>Out: what is billed once; tax; contracts that wait for their start, are suspended, or are over; adjustments and credits.</para>
/// <para>Each line is rounded once, by the contract's rounding. For a monthly line without tax in its price it is, to the minor unit, what the engine
/// bills for a whole month at that quantity and price. Not thread-safe: it keeps room for its work.</para>
/// </remarks>
/// <param name="tax">Asked only for prices that include tax, which count without it at the rate of the day.</param>
public sealed class MrrCalculator(ITaxCalculator tax)
{
    private readonly List<(LineHistory Line, LineMrr Mrr)> _lines = [];

    /// <summary>The MRR of a contract on a day.</summary>
    /// <param name="contract">The contract with all its amendments.</param>
    /// <param name="customer">Who pays: decides the tax that is in the prices, where it is.</param>
    /// <param name="counts">Everything that was counted and reported for it.</param>
    /// <param name="day">The day.</param>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    /// <exception cref="MissingTaxRateException">The prices include tax, and its rate is not known.</exception>
    public ContractMrr Of(Contract contract, TaxProfile customer, ReadOnlySpan<UsageCount> counts, DateOnly day, DateTimeOffset? knownAt = null) =>
        Of(contract, customer, counts, [day], knownAt)[0];

    /// <summary>The MRR of a contract on several days, of which its history is laid out once.</summary>
    /// <param name="contract">The contract with all its amendments.</param>
    /// <param name="customer">Who pays.</param>
    /// <param name="counts">Everything that was counted and reported for it.</param>
    /// <param name="days">The days; at least one, in any order.</param>
    /// <param name="knownAt">Only what was recorded by then counts; everything when null.</param>
    /// <returns>One for each day, in their order.</returns>
    /// <exception cref="ArgumentException">There is no day.</exception>
    /// <exception cref="MissingTaxRateException">The prices include tax, and its rate is not known.</exception>
    public ImmutableArray<ContractMrr> Of(
        Contract contract, TaxProfile customer, ReadOnlySpan<UsageCount> counts, ReadOnlySpan<DateOnly> days, DateTimeOffset? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(customer);
        if (days.IsEmpty)
        {
            throw new ArgumentException("Name at least one day.", nameof(days));
        }

        var last = days[0];
        foreach (var day in days)
        {
            last = day > last ? day : last;
        }

        var history = ContractHistory.Of(contract, counts, knownAt, last);
        ContractHistory? agreed = null;
        var found = ImmutableArray.CreateBuilder<ContractMrr>(days.Length);
        foreach (var day in days)
        {
            var elsewhere = day < contract.Terms.BilledElsewhereUntil;
            agreed ??= elsewhere ? ContractHistory.Agreed(contract, counts, knownAt, last) : null;
            found.Add(On(elsewhere && agreed is not null ? agreed : history, customer, day));
        }

        return found.MoveToImmutable();
    }

    /// <summary>The MRR of a contract as it is laid out, on one of its days.</summary>
    internal ContractMrr On(ContractHistory history, TaxProfile customer, DateOnly day)
    {
        _lines.Clear();
        var terms = history.Contract.Terms;
        foreach (var line in history.Lines)
        {
            if (line.Line.Charge.Timing != ChargeTiming.Once && IsHeldOn(line, day))
            {
                _lines.Add((line, LineOn(line, day)));
            }
        }

        ShareAmountsOff(history, day);
        var lines = ImmutableArray.CreateBuilder<LineMrr>(_lines.Count);
        foreach (var (line, mrr) in _lines)
        {
            lines.Add(mrr with
            {
                MinorUnits = Monthly(terms, line.Line.Charge, customer, day, Open(mrr, terms)),
                CostMinorUnits = LineCost.OfWholePeriod(line.Line.Charge, mrr.Quantity) is { } cost ? Month(cost, mrr.Cadence, terms.Currency, RoundingMode.HalfAwayFromZero) : null,
            });
        }

        return new ContractMrr(history.Contract.Number, history.Contract.Customer, terms.Currency, day, lines.MoveToImmutable());
    }

    /// <summary>What an amount of a whole natural period is a month, before tax, in minor units, rounded once.</summary>
    internal long Monthly(ContractTerms terms, Charge charge, TaxProfile customer, DateOnly day, decimal wholePeriod)
    {
        if (!terms.PricesIncludeTax)
        {
            return Month(wholePeriod, charge.Cadence, terms.Currency, terms.Rounding);
        }

        var rate = tax.TaxOf(customer, charge.TaxCategory, day).Rate.Millionths;
        var (numerator, denominator) = MonthlyRate.Of(charge.Cadence);
        return Rounding.ToMinorUnits(
            wholePeriod * numerator * DocumentTax.Whole, denominator * (DocumentTax.Whole + rate), terms.Currency.Decimals, terms.Rounding);
    }

    /// <summary>The price of a whole natural period at a price and a quantity with the discounts of a day, the minimum spend at least.</summary>
    internal static decimal WholePeriod(LineHistory line, Pricing pricing, decimal quantity, DateOnly day)
    {
        var (exact, least) = Rater.PriceOf(line, pricing, quantity, day);
        return Math.Max(exact, least);
    }

    /// <summary>Whether a day of the line is billed.</summary>
    internal static bool IsHeldOn(LineHistory line, DateOnly day)
    {
        foreach (var held in line.Held)
        {
            if (held.Contains(day))
            {
                return true;
            }
        }

        return false;
    }

    private static LineMrr LineOn(LineHistory line, DateOnly day)
    {
        var charge = line.Line.Charge;
        var reported = charge.Basis == QuantityBasis.Reported;
        var quantity = reported ? LastReported(line, day) : line.QuantityOn(day);
        var pricing = line.PriceOn(day);
        return new LineMrr
        {
            LineId = line.Line.Id,
            Charge = charge.Code,
            Name = charge.Name,
            Unit = charge.Unit.Code,
            Cadence = charge.Cadence,
            Quantity = quantity,
            Pricing = pricing,
            WholePeriod = WholePeriod(line, pricing, quantity, day),
            SharedMinorUnits = 0,
            IsUsage = reported,
            MinorUnits = 0,
            CostMinorUnits = null,
        };
    }

    // What the last period that was over billed. Before the first is over nothing was counted yet but what is committed.
    private static decimal LastReported(LineHistory line, DateOnly day)
    {
        var anchor = line.Anchor;
        var cadence = line.Line.Charge.Cadence;
        var last = anchor.Period(cadence, anchor.IndexOf(cadence, day) - 1);
        return line.IsHeldIn(last) ? line.BilledReportIn(last) : line.Line.CommittedQuantity;
    }

    // As SharedReductions does for a period of which every day is held.
    private void ShareAmountsOff(ContractHistory history, DateOnly day)
    {
        foreach (var window in history.SharedAmounts)
        {
            if (window.Discount.Amount is not { } amount || !window.Days.Contains(day))
            {
                continue;
            }

            var places = new List<int>();
            for (var i = 0; i < _lines.Count; i++)
            {
                var charge = _lines[i].Line.Line.Charge;
                if (charge.Timing == ChargeTiming.Advance && charge.Cadence == window.Discount.Cadence)
                {
                    places.Add(i);
                }
            }

            Take(amount.MinorUnits, places, history.Contract.Terms);
        }
    }

    private void Take(long amount, List<int> places, ContractTerms terms)
    {
        var weights = new decimal[places.Count];
        var left = 0m;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = RoundedOpen(_lines[places[i]].Mrr, terms);
            left += weights[i];
        }

        var taken = (long)Math.Min(left, amount);
        if (taken <= 0)
        {
            return;
        }

        var shares = new long[weights.Length];
        Allocation.Distribute(taken, weights, shares);
        for (var i = 0; i < shares.Length; i++)
        {
            var (line, mrr) = _lines[places[i]];
            _lines[places[i]] = (line, mrr with { SharedMinorUnits = mrr.SharedMinorUnits + shares[i] });
        }
    }

    private static long RoundedOpen(in LineMrr mrr, ContractTerms terms) =>
        Rounding.ToMinorUnits(mrr.WholePeriod, 1, terms.Currency.Decimals, terms.Rounding) - mrr.SharedMinorUnits;

    // Shares are taken from the rounded period, as on the invoice; without one nothing is rounded before the month is.
    private static decimal Open(in LineMrr mrr, ContractTerms terms) =>
        mrr.SharedMinorUnits == 0 ? mrr.WholePeriod : Money.FromMinorUnits(RoundedOpen(mrr, terms), terms.Currency).Amount;

    private static long Month(decimal wholePeriod, Cadence cadence, Currency currency, RoundingMode rounding)
    {
        var (numerator, denominator) = MonthlyRate.Of(cadence);
        return Rounding.ToMinorUnits(wholePeriod * numerator, denominator, currency.Decimals, rounding);
    }
}
