using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Quotes;
using Msp.Billing.Rating;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Proposals;

/// <summary>How a figure of a proposal came to be, step by step, in the reader's language.</summary>
internal static class Arithmetic
{
    /// <summary>The steps of a line: quantity and price, the discounts, or how onboarding adds up.</summary>
    public static IReadOnlyList<(int Level, string Text)> Of(QuotedLine line, ProposalOption option, Texts texts, Format format)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(option);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(format);
        var steps = new List<(int, string)>();
        if (line.Code == Onboarding.ChargeCode && option.Onboarding is { } onboarding)
        {
            steps.AddRange(onboarding.Steps.Select(step => (0, Of(step, format, texts))));
            if (onboarding.Least is { } least && onboarding.Fee == least)
            {
                steps.Add((0, texts["raised to the least fee: {0}", format.Amount(least)]));
            }
            else if (onboarding.Most is { } most && onboarding.Fee == most)
            {
                steps.Add((0, texts["lowered to the highest fee: {0}", format.Amount(most)]));
            }
        }
        else if (line.UnitPrice is { } price)
        {
            steps.Add((0, $"{format.Number(line.Quantity)} × {format.Price(price, line.Price.Currency)} = {format.Amount(line.Price)}"));
        }
        else
        {
            steps.AddRange(option.Invoices.SelectMany(invoice => Of(invoice.Explain(), line.Price.Currency)).SkipWhile(step => !step.Text.StartsWith(line.Name, StringComparison.Ordinal)).Take(1));
        }

        if (!line.Discount.IsZero)
        {
            steps.Add((0, texts["less discounts {0}: {1}", format.Amount(line.Discount), format.Amount(line.Net)]));
        }

        return steps;
    }

    /// <summary>The steps of an explanation.</summary>
    public static IEnumerable<(int Level, string Text)> Of(Explanation explanation, Currency currency) =>
        ExplanationText.Render(explanation, currency, CultureInfo.CurrentCulture).Select(text => (Math.Min(3, (text.Length - text.TrimStart().Length) / 2), text.TrimStart()));

    private static string Of(OnboardingStep step, Format format, Texts texts)
    {
        var count = format.Number(step.Count);
        var currency = step.Amount.Currency;
        return step.Name + ": " + step.Basis switch
        {
            OnboardingBasis.Fixed => format.Amount(step.Amount),
            OnboardingBasis.PerUnit => $"{count} × {format.Price(step.Rate, currency)} = {format.Amount(step.Amount)}",
            _ => texts["{0} × {1} of {2} = {3}", count, format.Percent(step.Rate, 4), format.Amount(step.Monthly), format.Amount(step.Amount)],
        };
    }
}
