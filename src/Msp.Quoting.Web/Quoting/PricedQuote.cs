using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Quoting;

/// <summary>A quote with its figures, all computed by the library.</summary>
/// <param name="Content">What is offered.</param>
/// <param name="Customer">To whom.</param>
/// <param name="Options">Every option with the same items, in the order of the content.</param>
/// <param name="Chosen">The recommended option; with its first invoice.</param>
/// <param name="Economics">What the chosen one earns. Only for the seller's team.</param>
/// <param name="Limits">What one person may send.</param>
internal sealed record PricedQuote(
    QuoteContent Content, Customer Customer, ImmutableArray<OptionFigures> Options, OptionFigures Chosen, QuoteEconomics Economics, ApprovalRules Limits)
{
    /// <summary>What the plan itself costs a month, before discounts: what a card shows.</summary>
    public static Money PlanMonthly(OptionFigures option) => Monthly(option, line => !line.IsItem);

    /// <summary>What the add-ons cost a month, before discounts.</summary>
    public Money AddOnsMonthly => Monthly(Chosen, line => line.IsItem);

    /// <summary>What the lasting discounts take off a month.</summary>
    public Money DiscountMonthly => Chosen.MonthlyBeforeDiscounts - Chosen.Monthly;

    /// <summary>The plan by difference, so that plan, add-ons and discount sum to the month exactly.</summary>
    public Money ChosenPlanMonthly => Chosen.MonthlyBeforeDiscounts - AddOnsMonthly;

    /// <summary>Whether the discount is beyond what one person may give.</summary>
    public bool IsDiscountBeyond => Limits.MostDiscount is { } most && Economics.Discount > most;

    /// <summary>Whether the margin is below what needs no approval; false where it is not known.</summary>
    public bool IsMarginBelow => Limits.LeastMargin is { } least && Economics.LineCosts is not null && !(Economics.GrossMargin >= least);

    /// <summary>Whether a cost is missing, so that the margin cannot be told.</summary>
    public bool IsMarginUnknown => Economics.LineCosts is null;

    private static Money Monthly(OptionFigures option, Func<QuotedLine, bool> which)
    {
        var sum = 0m;
        foreach (var line in option.Lines)
        {
            if (line.Cadence is { } cadence && which(line))
            {
                sum += line.Price.Amount / cadence.Unit switch
                {
                    Msp.Billing.Periods.CadenceUnit.Month => cadence.Count,
                    Msp.Billing.Periods.CadenceUnit.Week => cadence.Count * 12m / 52m,
                    _ => cadence.Count * 12m / 365m,
                };
            }
        }

        var currency = option.Terms.Currency;
        return new Money(decimal.Round(sum, currency.Decimals, MidpointRounding.AwayFromZero), currency);
    }
}
