using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>Holds a quote against a seller's rules: every option, with the items that are chosen before the customer decides.</summary>
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
        QuoteEconomics Economics(QuoteContent changed) => QuoteEconomics.Of(changed, changed.DefaultChoice(option.Code), customer, tax);
        ApprovalRemedy? Remedy(Func<QuoteEconomics, bool> clears) =>
            LowerDiscount(content, option, changed => clears(Economics(changed))) as ApprovalRemedy ?? RaisePrices(content, option, changed => clears(Economics(changed)));

        var now = Economics(content);
        if (rules.MostDiscount is { } mostDiscount && now.Discount > mostDiscount)
        {
            breaches.Add(new ApprovalBreach(
                ApprovalRule.Discount, option.Code, $"{now.Discount}", $"{mostDiscount}", LowerDiscount(content, option, changed => Economics(changed).Discount <= mostDiscount)));
        }

        if (rules.LeastMargin is { } leastMargin)
        {
            if (now.LineCosts is null)
            {
                breaches.Add(new ApprovalBreach(ApprovalRule.KnownCosts, option.Code, "the cost of a line is", "the gross margin", null));
            }
            else if (!(now.GrossMargin >= leastMargin))
            {
                breaches.Add(new ApprovalBreach(
                    ApprovalRule.GrossMargin, option.Code, now.GrossMargin is { } margin ? $"{margin}" : $"{now.GrossProfit}", $"{leastMargin}", Remedy(changed => changed.GrossMargin >= leastMargin)));
            }
        }

        CheckAmounts(option, rules, now, Remedy, breaches);
    }

    private static void CheckAmounts(
        QuoteOption option, ApprovalRules rules, QuoteEconomics now, Func<Func<QuoteEconomics, bool>, ApprovalRemedy?> remedy, ImmutableArray<ApprovalBreach>.Builder breaches)
    {
        var currency = now.Revenue.Currency;
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
            if (now.HourlyRate is not { } rate)
            {
                var unknown = now.LineCosts is null ? "the cost of a line is" : "the hours of work are";
                breaches.Add(new ApprovalBreach(ApprovalRule.KnownCosts, option.Code, unknown, "what an hour earns", null));
            }
            else if (rate < leastRate)
            {
                breaches.Add(new ApprovalBreach(ApprovalRule.HourlyRate, option.Code, $"{rate}", $"{leastRate}", remedy(changed => changed.HourlyRate is { } better && better >= leastRate)));
            }
        }

        if (rules.MostAmount is { } most && now.Revenue > most)
        {
            breaches.Add(new ApprovalBreach(ApprovalRule.Amount, option.Code, $"{now.Revenue}", $"{most}", new ApprovalRemedy.LowerAmount(now.Revenue - most)));
        }
    }

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
