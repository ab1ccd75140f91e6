using System.Collections.Immutable;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Quotes;
using Msp.Billing.Tests.Invoicing;
using Msp.Billing.Tests.Properties;

namespace Msp.Billing.Tests.Quotes;

/// <summary>Over random quotes: any pricing, cadence, day count, anchor, discount, currency and tax.</summary>
public sealed class QuoteProperties
{
    private static readonly TableTaxCalculator Tax = new(Books.Taxes);

    private static readonly DateTimeOffset AcceptedAt = new(2022, 12, 1, 10, 0, 0, TimeSpan.Zero);

    private static readonly Gen<QuoteItem> Items =
        from line in Recipes.WithoutSharedAmounts.Select(recipe => recipe.Terms.Lines[0])
        from optional in Gen.Bool
        from editable in Gen.Bool
        select new QuoteItem(line.Charge, line.Quantity)
        {
            IsOptional = optional,
            IsPreselected = optional,
            Minimum = editable ? 0m : null,
            Maximum = editable ? line.Quantity + 10m : null,
        };

    private static Gen<QuoteContent> Contents { get; } =
        from first in Recipes.Any.Select(recipe => recipe.Terms)
        from second in Recipes.Any.Select(recipe => recipe.Terms)
        from percent in Gen.Int[0, 10_000]
        from scope in Recipes.Pick(DiscountScope.Recurring, DiscountScope.OneOff, DiscountScope.Everything)
        from firstPeriods in Gen.Int[0, 6]
        from amount in Gen.Int[0, 5_000]
        from fee in Gen.Int[0, 900_000]
        from invoiceDay in Gen.Int[0, 40]
        from item in Items.Array[0, 2]
        let options = second.Currency == first.Currency ? (ContractTerms[])[first, second] : [first]
        select new QuoteContent(
            "Random", first.Start.AddDays(-1),
            options.Select((terms, i) => new QuoteOption($"o{i}", $"Option {i}", terms) { Onboarding = Onboarding.Fixed("Onboarding", Money.FromMinorUnits(fee, terms.Currency)) }),
            item.Where(one => one.Charge.Pricing.Currency == first.Currency).Take(1),
            [
                firstPeriods == 0 ? QuoteDiscount.OfPercent("Percent", percent / 100m, scope) : QuoteDiscount.OfPercent("Percent", percent / 100m, scope).Within(firstPeriods: firstPeriods),
                QuoteDiscount.OfAmount("Amount", Money.FromMinorUnits(amount, first.Currency)),
            ])
        {
            FirstInvoiceDay = invoiceDay < 10 ? null : first.Start.AddDays(invoiceDay - 10),
            InternalNotes = "internal",
        };

    private static Gen<(QuoteContent Content, QuoteChoice Choice)> Quotes { get; } =
        from content in Contents
        from option in Gen.Int[0, 1]
        from extra in Gen.Int[0, 10]
        from taken in Gen.Bool
        let items = content.Items.Where(item => taken || !item.IsOptional)
            .Select(item => new ChosenItem(item.Code, item.CanChangeQuantity ? Math.Min(item.Quantity + extra, item.Maximum ?? 0) : item.Quantity))
        select (content, new QuoteChoice(content.Options[option % content.Options.Length].Code, items));

    [Fact]
    public void The_contract_is_billed_what_the_quote_showed_line_by_line_to_the_cent() =>
        Quotes.Sample(
            quote =>
            {
                var (content, choice) = quote;
                var pricer = new QuotePricer(Tax);
                var figures = pricer.Price(content, choice, Recipe.Customer);
                var shown = pricer.Forecast(content, choice, Recipe.Customer, 12);

                // Frozen, stored, accepted later and under a number of its own: what is billed is what was shown.
                var frozen = CanonicalQuote.Read(CanonicalQuote.Write(content).AsMemory(), CanonicalQuote.WriteInternals(content).AsMemory());
                var contract = frozen.ToContract(choice, "C-2027-1", "K-1", AcceptedAt);
                var first = content.FirstInvoiceDay ?? contract.Terms.Start;

                AssertSame(shown, Forecaster.Forecast(contract, Recipe.Customer, Tax, first, 12));
                AssertSame(shown, Billed(contract, first));
                var drafts = shown.Where(month => month.Draft is not null).Take(3).ToList();
                Assert.True(figures.Invoices.Length >= drafts.Count);
                for (var i = 0; i < drafts.Count; i++)
                {
                    AssertSame(drafts[i].Draft, figures.Invoices[i].Draft);
                }
            },
            iter: 150);

    [Fact]
    public void Reading_frozen_bytes_and_freezing_again_gives_the_same_bytes() =>
        Contents.Sample(
            content =>
            {
                var (bytes, internals) = (CanonicalQuote.Write(content), CanonicalQuote.WriteInternals(content));
                var read = CanonicalQuote.Read(bytes.AsMemory(), internals.AsMemory());

                Assert.Equal(bytes.AsSpan(), CanonicalQuote.Write(read).AsSpan());
                Assert.Equal(internals.AsSpan(), CanonicalQuote.WriteInternals(read).AsSpan());
            },
            iter: 300);

    [Fact]
    public void Year_one_and_the_term_are_what_the_engine_bills_for_their_days() =>
        Quotes.Sample(
            quote =>
            {
                var (content, choice) = quote;
                var figures = new QuotePricer(Tax).Price(content, choice, Recipe.Customer, 0);
                var terms = content.TermsFor(choice);
                if (terms.Term.Months is null || terms.PricesIncludeTax)
                {
                    return;
                }

                // Until the term is over nobody is billed for a day after it: every month's run on a contract that ends with its term.
                var end = terms.Start.AddMonths(terms.Term.Months.Value);
                end = terms.End < end ? terms.End.Value : end;
                var ended = new ContractTerms(terms.Currency, terms.Start, terms.Lines.ToArray())
                {
                    End = end,
                    Anchor = terms.Anchor,
                    Discounts = terms.Discounts,
                    Uplift = terms.Uplift,
                    Rounding = terms.Rounding,
                    BilledElsewhereUntil = terms.BilledElsewhereUntil,
                };
                var contract = new Contract("C-1", "K-1", ended, AcceptedAt, ContractStatus.Scheduled);
                var months = Forecaster.Forecast(contract, Recipe.Customer, Tax, terms.Start, 60);

                Assert.Equal(months.Sum(month => month.Draft?.Subtotal.MinorUnits ?? 0), figures.WholeTerm?.MinorUnits);
            },
            iter: 100);

    private static ImmutableArray<ForecastMonth> Billed(Contract contract, DateOnly first)
    {
        var (ledger, drafter) = (new BilledLedger(), new Drafter(Tax));
        return
        [
            .. Enumerable.Range(0, 12).Select(month =>
            {
                var day = first.AddMonths(month);
                var draft = drafter.Draft(contract, new DraftRequest(Recipe.Customer, day) { KnownAt = Books.At(day, 23), Billed = ledger.For(contract.Number) });
                if (draft is not null)
                {
                    ledger.Post(draft, Books.At(day, 23));
                }

                return new ForecastMonth(day, draft);
            }),
        ];
    }

    private static void AssertSame(ImmutableArray<ForecastMonth> shown, ImmutableArray<ForecastMonth> billed)
    {
        Assert.Equal(shown.Select(month => month.Through), billed.Select(month => month.Through));
        for (var i = 0; i < shown.Length; i++)
        {
            AssertSame(shown[i].Draft, billed[i].Draft);
        }
    }

    private static void AssertSame(InvoiceDraft? shown, InvoiceDraft? billed)
    {
        Assert.Equal(shown is null, billed is null);
        Assert.Equal((shown?.IssueDay, shown?.Total, shown?.Tax, shown?.Subtotal), (billed?.IssueDay, billed?.Total, billed?.Tax, billed?.Subtotal));
        Assert.Equal(shown?.Lines.Select(Text), billed?.Lines.Select(Text));
    }

    private static string Text(DraftLine line) =>
        $"{line.Source.Id} {line.Source.Charge.Code} {Books.Text(line)} net {line.NetMinorUnits} {line.TaxCategory} {line.TaxRate} {line.Kind} {line.Natural} {line.Round}/{line.Piece}";
}
