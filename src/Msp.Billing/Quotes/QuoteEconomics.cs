using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Quotes;

/// <summary>What a choice earns the seller over its term, or over year one for evergreen. Never shown to the customer.</summary>
public sealed class QuoteEconomics
{
    private QuoteEconomics(Money revenue, Money beforeDiscounts, Money? lineCosts, decimal? hours, decimal? labourCostPerHour)
    {
        Revenue = revenue;
        BeforeDiscounts = beforeDiscounts;
        LineCosts = lineCosts;
        Hours = hours;
        if (hours is { } worked && labourCostPerHour is { } rate)
        {
            LabourCosts = Money.FromMinorUnits(
                Rounding.ToMinorUnits(worked * rate, 1, revenue.Currency.Decimals, RoundingMode.HalfAwayFromZero), revenue.Currency);
        }
    }

    /// <summary>What is billed, before tax.</summary>
    public Money Revenue { get; }

    /// <summary>What would be billed without any discount, before tax.</summary>
    public Money BeforeDiscounts { get; }

    /// <summary>What licences, tools and suppliers cost: the unit costs of the lines; null where one is not known.</summary>
    public Money? LineCosts { get; }

    /// <summary>The hours of work that are expected; null when nobody estimated them.</summary>
    public decimal? Hours { get; }

    /// <summary>What the hours cost; null when hours or their cost are not known.</summary>
    public Money? LabourCosts { get; }

    /// <summary>Revenue less the known costs; null where the line costs are not known.</summary>
    public Money? GrossProfit => LineCosts is { } costs ? Revenue - costs - (LabourCosts ?? Money.Zero(Revenue.Currency)) : null;

    /// <summary>The gross profit as a share of the revenue, rounded down to four decimals of a percent; null where it is not known, there is no revenue, or it is below -100 %.</summary>
    public Percentage? GrossMargin => GrossProfit is { } profit ? Earnings.MarginOf(profit, Revenue) : null;

    /// <summary>What an hour of work earns: revenue less line costs over the expected hours, in major units, rounded down to the minor unit; null where it is not known.</summary>
    public Money? HourlyRate => LineCosts is { } costs && Hours is { } hours ? Earnings.PerHour(Revenue - costs, hours) : null;

    /// <summary>What the discounts take, as a share of the price without them, rounded up to four decimals of a percent.</summary>
    public Percentage Discount => BeforeDiscounts.MinorUnits <= 0
        ? default
        : new Percentage(decimal.Ceiling((BeforeDiscounts - Revenue).MinorUnits * 1_000_000m / BeforeDiscounts.MinorUnits) / 10_000m);

    /// <summary>The economics of a choice.</summary>
    /// <param name="content">The quote.</param>
    /// <param name="choice">What is chosen.</param>
    /// <param name="customer">Who would pay.</param>
    /// <param name="tax">Decides category and rate of each line.</param>
    /// <exception cref="QuoteChoiceException">The quote does not offer the choice.</exception>
    public static QuoteEconomics Of(QuoteContent content, QuoteChoice choice, Customer customer, ITaxCalculator tax)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(customer);
        var pricer = new QuotePricer(tax);
        var option = content.Option(choice.Option);
        var terms = content.TermsFor(choice);
        return new QuoteEconomics(
            pricer.Revenue(terms, customer), pricer.Revenue(QuotePricer.Undiscounted(terms), customer), pricer.LineCosts(terms, customer), HoursOf(option), content.LabourCostPerHour);
    }

    private static decimal? HoursOf(QuoteOption option) =>
        option.ExpectedMonthlyHours is { } monthly ? (monthly * (option.TermMonths ?? 12)) + option.ExpectedInitialHours : null;
}
