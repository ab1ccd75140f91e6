using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Charts;
using Msp.Quoting.Web.Quoting;

namespace Msp.Quoting.Web.Proposals;

/// <summary>Compares what is offered with break-fix: the same model and the same numbers that the seller saw.</summary>
internal static class Comparisons
{
    /// <summary>The months that are compared, whatever the term: long enough for the onboarding to weigh no more than it should.</summary>
    private const int Months = 36;

    // Percentiles are computed at these steps; between them the bands are drawn straight, which the eye cannot tell from the curve.
    private const int Step = 6;

    /// <summary>The comparison for a proposal.</summary>
    /// <param name="proposal">What is offered and chosen.</param>
    /// <param name="assumptions">Numbers that were entered for the quote, by their names.</param>
    /// <param name="rival">What break-fix is called.</param>
    /// <returns>Null where nobody said how many users there are, or a number is one that the model refuses.</returns>
    public static ComparisonView? Of(Proposal proposal, IReadOnlyDictionary<string, decimal> assumptions, string rival)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(assumptions);
        if (FirmOf(proposal) is not { } firm)
        {
            return null;
        }

        try
        {
            var chosen = InputsOf(proposal, proposal.Chosen, firm, assumptions);
            var comparison = Comparison.Of(chosen);
            var plans = PlanGroup.Of(proposal).Select(group => SeriesOf(InputsOf(proposal, group.Shown, firm, assumptions), group)).ToList();
            var bands = BandsOf(chosen, rival);
            var own = plans.First(plan => plan.IsSelected).Cumulative;
            int? even = null;
            for (var month = Months; month >= 0 && own[month] <= bands.Mean[month]; month--)
            {
                even = month;
            }

            return new ComparisonView(
                new CostChart(proposal.Currency, plans, bands, even), comparison.Verdict, bands.Mean[Months] - own[Months],
                (int)Math.Round(100 * comparison.BreakFixCheaper, MidpointRounding.AwayFromZero),
                chosen.All.Count(value => value.Status == InputStatus.Assumption), chosen.All.Length);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Firm? FirmOf(Proposal proposal)
    {
        int? CountOf(string code) => proposal.Counts.FirstOrDefault(count => count.Code == code || count.Code == code + "s") is { Quantity: > 0 and < 100_000 } count ? (int)count.Quantity : null;
        return CountOf("user") is { } users ? new Firm(users, CountOf("server") ?? 0, CountOf("site") ?? 1) : null;
    }

    private static ComparisonInputs InputsOf(Proposal proposal, ProposalOption option, Firm firm, IReadOnlyDictionary<string, decimal> assumptions)
    {
        var inputs = ComparisonInputs.For(firm, OfferOf(option, firm, proposal.Currency), (double)assumptions.GetValueOrDefault("PriceLevel", PriceLevelOf(proposal.Currency)));
        inputs = option.Plan is { } plan ? EqualScope.Of(plan.Lines).ApplyTo(inputs) : inputs;
        foreach (var (name, value) in assumptions)
        {
            if (Enum.TryParse<ComparisonInput>(name, out var input))
            {
                inputs = inputs.With(input, (double)value);
            }
        }

        return inputs;
    }

    // Add-ons and one-time work cost the same either way and are left out of both.
    private static ManagedOffer OfferOf(ProposalOption option, Firm firm, Currency currency)
    {
        var (users, others) = (0m, 0m);
        foreach (var line in option.Lines.Where(line => !line.IsItem && line.Cadence is { Unit: CadenceUnit.Month }))
        {
            var month = line.Net.Amount / line.Cadence.GetValueOrDefault().Count;
            (users, others) = line.Unit == BillingUnit.User ? (users + month, others) : (users, others + month);
        }

        return new ManagedOffer(
            new UnitPrice(decimal.Round(users / firm.Users, 6), currency), new Money(decimal.Round(others, currency.Decimals, MidpointRounding.AwayFromZero), currency),
            option.Onboarding?.Fee ?? Money.Zero(currency), option.TermMonths ?? Months);
    }

    // What an amount of a dollar is taken as elsewhere: a statement about prices there, not a rate of exchange.
    private static decimal PriceLevelOf(Currency currency) => currency.Code switch
    {
        "EUR" or "CHF" => 0.9m,
        "GBP" => 0.8m,
        _ => 1m,
    };

    // The average adds up evenly, so two points are the whole line.
    private static CostSeries SeriesOf(ComparisonInputs inputs, PlanGroup group)
    {
        var (start, end) = (CostOverTime.After(inputs, Regime.Managed, 0).Mean.Amount, CostOverTime.After(inputs, Regime.Managed, Months).Mean.Amount);
        return new CostSeries(group.Name, [.. Enumerable.Range(0, Months + 1).Select(month => start + ((end - start) * month / Months))], group.IsChosen);
    }

    private static CostBands BandsOf(ComparisonInputs inputs, string name)
    {
        var points = BreakFixCurve.Of(inputs, Months, Step);
        List<decimal> Between(Func<CostFigures, Money> figure) =>
        [
            .. Enumerable.Range(0, Months + 1).Select(month =>
            {
                var (index, rest) = Math.DivRem(month, Step);
                var from = figure(points[index]).Amount;
                return rest == 0 ? from : from + ((figure(points[index + 1]).Amount - from) * rest / Step);
            }),
        ];
        return new CostBands(name, Between(at => at.P10), Between(at => at.P25), Between(at => at.Mean), Between(at => at.P75), Between(at => at.P90));
    }
}
