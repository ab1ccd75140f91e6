using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>Holds a quote against a seller's rules: every option, in the worst case for the seller that it leaves to the customer.</summary>
/// <remarks>A quote that is within the limits stays within them whatever the customer takes, leaves out or changes the quantity of.</remarks>
public static class ApprovalCheck
{
    private const int Steps = 100; // of a percent

    /// <summary>What the rules say about a quote.</summary>
    /// <param name="content">The quote.</param>
    /// <param name="rules">The seller's rules.</param>
    /// <param name="customer">Who would pay.</param>
    /// <param name="tax">Decides category and rate of each line.</param>
    public static ApprovalAnswer Of(QuoteContent content, ApprovalRules rules, Customer customer, ITaxCalculator tax)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(rules);
        if (rules == ApprovalRules.None)
        {
            return ApprovalAnswer.NotNeeded;
        }

        var breaches = ImmutableArray.CreateBuilder<ApprovalBreach>();
        foreach (var option in content.Options)
        {
            Check(content, option, rules, customer, tax, breaches);
        }

        return breaches.Count == 0 ? ApprovalAnswer.NotNeeded : new ApprovalAnswer(breaches.ToImmutable());
    }

    private static void Check(
        QuoteContent content, QuoteOption option, ApprovalRules rules, Customer customer, ITaxCalculator tax, ImmutableArray<ApprovalBreach>.Builder breaches)
    {
        ChoiceRange Range(QuoteContent changed) => new(changed, option.Code, customer, tax);
        var range = Range(content);
        if (rules.MostDiscount is { } mostDiscount)
        {
            ImmutableArray<ChosenItem> Worst(ChoiceRange among) => among.Worst(each => (each.BeforeDiscounts - each.Revenue).MinorUnits, each => each.BeforeDiscounts.MinorUnits);
            var changes = Worst(range);
            if (range.At(changes) is var worst && worst.Discount > mostDiscount)
            {
                breaches.Add(new ApprovalBreach(
                    ApprovalRule.Discount, option.Code, $"{worst.Discount}", $"{mostDiscount}",
                    LowerDiscount(content, option, Cleared(Range, Worst, changes, economics => economics.Discount <= mostDiscount)))
                { Changes = changes });
            }
        }

        if (rules.LeastMargin is { } leastMargin && !IsUnknown(range, "the gross margin", breaches, option))
        {
            ImmutableArray<ChosenItem> Worst(ChoiceRange among) => among.Worst(each => (each.Revenue - (each.GrossProfit ?? each.Revenue)).MinorUnits, each => each.Revenue.MinorUnits);
            var changes = Worst(range);
            if (range.At(changes) is var worst && !(worst.GrossMargin >= leastMargin))
            {
                breaches.Add(new ApprovalBreach(
                    ApprovalRule.GrossMargin, option.Code, worst.GrossMargin is { } margin ? $"{margin}" : $"{worst.GrossProfit}", $"{leastMargin}",
                    Remedy(content, option, Cleared(Range, Worst, changes, economics => economics.GrossMargin >= leastMargin)))
                { Changes = changes });
            }
        }

        CheckAmounts(content, option, rules, range, Range, breaches);
    }

    private static void CheckAmounts(
        QuoteContent content, QuoteOption option, ApprovalRules rules, ChoiceRange range, Func<QuoteContent, ChoiceRange> rangeOf, ImmutableArray<ApprovalBreach>.Builder breaches)
    {
        var currency = range.Beforehand.Revenue.Currency;
        foreach (var limit in (ReadOnlySpan<Money?>)[rules.LeastHourlyRate, rules.MostAmount])
        {
            if (limit is { } amount && amount.Currency != currency)
            {
                breaches.Add(new ApprovalBreach(ApprovalRule.Currency, option.Code, currency.Code, amount.Currency.Code, null));
                return;
            }
        }

        if (rules.LeastHourlyRate is { } leastRate)
        {
            if (range.Beforehand is { LineCosts: not null, HourlyRate: null })
            {
                breaches.Add(new ApprovalBreach(ApprovalRule.KnownCosts, option.Code, "the hours of work are", "what an hour earns", null));
            }
            else if (!IsUnknown(range, "what an hour earns", breaches, option))
            {
                ImmutableArray<ChosenItem> Worst(ChoiceRange among) => among.Worst(each => ((each.LineCosts ?? each.Revenue) - each.Revenue).MinorUnits);
                var changes = Worst(range);
                if (range.At(changes).HourlyRate is { } rate && rate < leastRate)
                {
                    breaches.Add(new ApprovalBreach(
                        ApprovalRule.HourlyRate, option.Code, $"{rate}", $"{leastRate}",
                        Remedy(content, option, Cleared(rangeOf, Worst, changes, economics => economics.HourlyRate is { } better && better >= leastRate)))
                    { Changes = changes });
                }
            }
        }

        if (rules.MostAmount is { } most)
        {
            var changes = range.Worst(each => each.Revenue.MinorUnits);
            if (range.At(changes) is var largest && largest.Revenue > most)
            {
                breaches.Add(new ApprovalBreach(ApprovalRule.Amount, option.Code, $"{largest.Revenue}", $"{most}", new ApprovalRemedy.LowerAmount(largest.Revenue - most)) { Changes = changes });
            }
        }
    }

    private static bool IsUnknown(ChoiceRange range, string what, ImmutableArray<ApprovalBreach>.Builder breaches, QuoteOption option)
    {
        ImmutableArray<ChosenItem>? changes = range.Beforehand.LineCosts is null ? ImmutableArray<ChosenItem>.Empty : range.UnknownCost();
        if (changes is { } found)
        {
            breaches.Add(new ApprovalBreach(ApprovalRule.KnownCosts, option.Code, "the cost of a line is", what, null) { Changes = found });
        }

        return changes is not null;
    }

    // A change of the quote can make another choice the worst. Each that was is kept and tried first: most trials then need one pricing, and few the whole range.
    private static Func<QuoteContent, bool> Cleared(
        Func<QuoteContent, ChoiceRange> rangeOf, Func<ChoiceRange, ImmutableArray<ChosenItem>> worst, ImmutableArray<ChosenItem> first, Func<QuoteEconomics, bool> clears)
    {
        var known = new List<ImmutableArray<ChosenItem>> { first };
        return changed =>
        {
            var range = rangeOf(changed);
            if (!known.TrueForAll(changes => clears(range.At(changes))))
            {
                return false;
            }

            var changes = worst(range);
            if (clears(range.At(changes)))
            {
                return true;
            }

            known.Add(changes);
            return false;
        };
    }

    private static ApprovalRemedy? Remedy(QuoteContent content, QuoteOption option, Func<QuoteContent, bool> clears) =>
        LowerDiscount(content, option, clears) as ApprovalRemedy ?? RaisePrices(content, option, clears);

    // The largest of the quote's percentages is the one to lower: what it takes falls with it, so the bound is found by halving.
    private static ApprovalRemedy.LowerDiscount? LowerDiscount(QuoteContent content, QuoteOption option, Func<QuoteContent, bool> clears)
    {
        var lowered = content.Discounts.Where(discount => discount.IsFor(option.Code) && discount.Reduction.Percent is not null)
            .MaxBy(discount => discount.Reduction.Percent.GetValueOrDefault().Value);
        if (lowered?.Reduction.Percent is not { } percent)
        {
            return null;
        }

        QuoteContent At(int steps) => content.WithDiscounts(content.Discounts.Select(discount => discount == lowered ? lowered.WithPercent((decimal)steps / Steps) : discount));
        var (clear, broken) = (-1, decimal.ToInt32(decimal.Ceiling(percent.Value * Steps)));
        while (broken - clear > 1)
        {
            var middle = (clear + broken) / 2;
            (clear, broken) = clears(At(middle)) ? (middle, broken) : (clear, middle);
        }

        return clear < 0 ? null : new ApprovalRemedy.LowerDiscount(lowered.Name, new Percentage((decimal)clear / Steps));
    }

    private static ApprovalRemedy.RaisePrices? RaisePrices(QuoteContent content, QuoteOption option, Func<QuoteContent, bool> clears)
    {
        QuoteContent At(int steps) => content.WithOptions(content.Options.Select(known => known == option ? Raised(option, 1m + ((decimal)steps / Steps / 100m)) : known));
        var (broken, clear) = (0, 1_000 * Steps);
        if (!clears(At(clear)))
        {
            return null;
        }

        while (clear - broken > 1)
        {
            var middle = (clear + broken) / 2;
            (clear, broken) = clears(At(middle)) ? (middle, broken) : (clear, middle);
        }

        return new ApprovalRemedy.RaisePrices(new Percentage((decimal)clear / Steps));
    }

    private static QuoteOption Raised(QuoteOption option, decimal factor)
    {
        var terms = option.Terms;
        var lines = terms.Lines.Select(line => line.Charge.Timing == ChargeTiming.Once
            ? line
            : QuoteTerms.With(line, line.Charge.WithPricing(line.Charge.Pricing.Scaled(factor)), line.Discounts));
        return new QuoteOption(option.Code, option.Name, QuoteTerms.Copy(terms, [.. lines], terms.Discounts, terms.Uplift, terms.Term, terms.End))
        {
            Plan = option.Plan,
            Onboarding = option.Onboarding,
            ExpectedMonthlyHours = option.ExpectedMonthlyHours,
            ExpectedInitialHours = option.ExpectedInitialHours,
        };
    }
}
