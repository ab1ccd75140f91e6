using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>What a choice costs, priced by the engine that will bill it. Amounts are before tax, but for the invoices.</summary>
public sealed class OptionFigures
{
    /// <summary>The option.</summary>
    public required QuoteOption Option { get; init; }

    /// <summary>The option with the items that are taken.</summary>
    public required QuoteChoice Choice { get; init; }

    /// <summary>What would be agreed.</summary>
    public required ContractTerms Terms { get; init; }

    /// <summary>
    /// What recurs, per month: the recurring lines at their first quantities and prices after lasting discounts, for a year or the longest cadence,
    /// spread over its months and rounded once. Discounts for the first periods or some days only, part months and price rises are not in it.
    /// </summary>
    public required Money Monthly { get; init; }

    /// <summary>The same before the discounts of quote and option.</summary>
    public required Money MonthlyBeforeDiscounts { get; init; }

    /// <summary>What is billed once, after discounts.</summary>
    public required Money OneOff { get; init; }

    /// <summary>Everything for the service days of the first twelve months, or of the agreed days if they are fewer; once-off work, part months, discounts and price rises included.</summary>
    public required Money YearOne { get; init; }

    /// <summary>Everything for the service days of the first term; null for evergreen, which has none.</summary>
    public required Money? WholeTerm { get; init; }

    /// <summary>The term, or year one for evergreen, without any discount: what the discount is measured against.</summary>
    public required Money TermBeforeDiscounts { get; init; }

    /// <summary>The lines, in the order of the terms.</summary>
    public required ImmutableArray<QuotedLine> Lines { get; init; }

    /// <summary>The first invoices with their tax, the earliest first.</summary>
    public required ImmutableArray<QuotedInvoice> Invoices { get; init; }

    /// <summary>The term, or year one for evergreen.</summary>
    public Money Term => WholeTerm ?? YearOne;

    /// <summary>What the discounts take off the term, or off year one for evergreen.</summary>
    public Money Discount => TermBeforeDiscounts - Term;

    /// <summary>The discount as a share of the price without it, half away from zero to four decimals of a percent; zero where there is no price.</summary>
    public Percentage DiscountShare => TermBeforeDiscounts.IsZero
        ? default
        : new Percentage(decimal.Round(Discount.MinorUnits * 100m / TermBeforeDiscounts.MinorUnits, 4, MidpointRounding.AwayFromZero));

    /// <summary>What the plan promises; null where the lines were written by hand.</summary>
    public ServiceLevel? Level => Option.Plan?.Level;
}
