using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>Puts the terms of a choice together, the same ones for the price that is shown and for the contract that is made.</summary>
/// <remarks>
/// Numbers do not depend on what is chosen: onboarding takes the number after the option's lines, and each item the one of its place after that. So a
/// line keeps its number in every version of a choice.
/// </remarks>
internal static class QuoteTerms
{
    internal static ContractTerms Of(QuoteContent content, QuoteChoice choice)
    {
        var option = content.Option(choice.Option);
        var lines = LinesOf(content, option, choice);
        var next = NextDiscount(option.Terms);
        var shared = option.Terms.Discounts.ToBuilder();
        foreach (var discount in content.Discounts)
        {
            if (!discount.IsFor(option.Code))
            {
                continue;
            }

            if (discount.Scope is DiscountScope.Recurring or DiscountScope.Everything)
            {
                shared.Add(discount.Numbered(next++));
            }

            for (var i = 0; i < lines.Count && discount.Scope != DiscountScope.Recurring; i++)
            {
                var isItsLine = discount.Scope == DiscountScope.Line ? lines[i].Charge.Code == discount.Line : lines[i].Charge.Timing == ChargeTiming.Once;
                lines[i] = isItsLine ? WithDiscounts(lines[i], lines[i].Discounts.Add(discount.Numbered(next++))) : lines[i];
            }
        }

        return Copy(option.Terms, [.. lines], shared.ToImmutable(), option.Terms.Uplift, option.Terms.Term, option.Terms.End);
    }

    /// <summary>The same terms with other lines, discounts, uplift, term and end.</summary>
    internal static ContractTerms Copy(
        ContractTerms terms, ImmutableArray<ContractLine> lines, ImmutableArray<Discount> discounts, Uplift? uplift, Term term, DateOnly? end, Periods.BillingAnchor? anchor = null) =>
        new(terms.Currency, terms.Start, lines.AsSpan())
        {
            End = end,
            Anchor = anchor ?? terms.Anchor,
            Discounts = discounts,
            Term = term,
            Uplift = uplift,
            PaymentDays = terms.PaymentDays,
            Rounding = terms.Rounding,
            PricesIncludeTax = terms.PricesIncludeTax,
            BilledElsewhereUntil = terms.BilledElsewhereUntil,
        };

    /// <summary>The same line with other discounts.</summary>
    internal static ContractLine WithDiscounts(ContractLine line, ImmutableArray<Discount> discounts) => With(line, line.Charge, discounts);

    /// <summary>The same line with another charge and other discounts.</summary>
    internal static ContractLine With(ContractLine line, Charge charge, ImmutableArray<Discount> discounts) => new(line.Id, charge, line.Quantity)
    {
        CommittedQuantity = line.CommittedQuantity,
        Site = line.Site,
        Start = line.Start,
        End = line.End,
        NeverUplifted = line.NeverUplifted,
        Discounts = discounts,
    };

    private static List<ContractLine> LinesOf(QuoteContent content, QuoteOption option, QuoteChoice choice)
    {
        var lines = option.Terms.Lines.ToList();
        var last = lines.Count == 0 ? 0 : lines.Max(line => line.Id);
        if (option.Onboarding is { } onboarding)
        {
            lines.Add(new ContractLine(last + 1, onboarding.ToCharge(), 1m));
        }

        for (var i = 0; i < content.Items.Length; i++)
        {
            var item = content.Items[i];
            var quantity = choice.QuantityOf(item.Code) ?? (item.IsOptional ? null : item.Quantity);
            if (quantity is { } taken && item.IsFor(option.Code))
            {
                lines.Add(new ContractLine(last + 2 + i, item.Charge, taken));
            }
        }

        return lines;
    }

    private static int NextDiscount(ContractTerms terms)
    {
        var last = 0;
        foreach (var discount in terms.Discounts.Concat(terms.Lines.SelectMany(line => line.Discounts)))
        {
            last = Math.Max(last, discount.Id);
        }

        return last + 1;
    }
}
