using System.Text;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;

namespace Msp.Billing.Tests.Quotes;

/// <summary>The comparison of a quote: one computation, frozen with the revision.</summary>
public sealed class QuoteComparisonTests
{
    // 8 calm users at 150.00, one month of onboarding, 36 months: the last row of the model's table.
    private static readonly DraftAssumption[] Calm = [new("CallsPerUser", "0.2"), new("OutagesPerSite", "0.5")];

    private static readonly string[] Codes = ["USD", "EUR", "GBP", "CAD", "JPY", "SEK"];

    [Fact]
    public void The_calm_firm_of_the_table_is_told_that_break_fix_is_cheaper()
    {
        var calm = Compared(Content(8, 150m, 36), Calm).Options[0];

        Assert.Equal(Verdict.BreakFixLikely, calm.Verdict);
        Assert.Equal(97, calm.BreakFixCheaperIn);
        Assert.Equal(3, calm.OptionCheaperIn);
        Assert.Equal(36, calm.Months);
        Assert.Equal(3, calm.Step);
        Assert.Equal("1200.00 USD", $"{calm.AtStart}"); // 8 × 150
        Assert.Null(calm.EvenMonth);
        Assert.Equal("-19000.00 USD", $"{calm.Saving}"); // three years of some 11.4 thousand beside three of some 17.7 thousand
    }

    [Fact]
    public void An_option_is_compared_over_its_own_term()
    {
        var comparison = Compared(Content(45, 110m, 36, 12, null));

        Assert.Equal([36, 12, 36], comparison.Options.Select(option => option.Months));
        Assert.Equal([13, 13, 13], comparison.Options.Select(option => option.Points.Length));
        Assert.Equal([0, 1, 2], comparison.Options[1].Points.Take(3).Select(point => point.Month));
        Assert.Equal(comparison.Options[0].PerYear, comparison.Options[1].PerYear);
        Assert.Equal(comparison.Options[0].Points[4].Mean, comparison.Options[1].Points[^1].Mean); // a year
    }

    [Fact]
    public void The_month_in_which_both_are_even_is_where_the_lines_cross()
    {
        var option = Compared(Content(45, 60m, 36)).Options[0];
        var month = Assert.NotNull(option.EvenMonth);
        decimal BreakFix(int at) => option.Points[^1].Mean.Amount * at / 36m;

        Assert.True(option.After(month) <= BreakFix(month) + 0.01m);
        Assert.True(option.After(month - 1) > BreakFix(month - 1));
    }

    [Fact]
    public void Nobody_is_compared_without_users_and_what_the_model_refuses_is_left_out()
    {
        Assert.Null(QuoteComparer.For(Content(0, 150m, 36), [], StatedNumbers.None));
        Assert.Null(Comparer(Content(45, 0m, 36)).CompareAll()); // an onboarding fee without a monthly one
    }

    [Fact]
    public void Counts_are_found_by_their_unit_in_the_singular_or_plural()
    {
        var content = Content(45, 150m, 36);
        var plural = Copy(content, new StatedCount("users", "users", 45m), new StatedCount("servers", "servers", 3m));
        var singular = Copy(content, new StatedCount("user", "users", 45m), new StatedCount("server", "servers", 3m));

        Assert.Equal(CanonicalQuote.Write(With(plural, Compared(singular))).AsSpan(), CanonicalQuote.Write(With(plural, Compared(plural))).AsSpan());
    }

    [Fact]
    public void It_is_frozen_with_the_revision_and_reads_back_the_same()
    {
        var content = Content(45, 150m, 36, 12);
        var comparison = Compared(content, new DraftAssumption("HourlyRate", "175"));
        var bytes = CanonicalQuote.Write(With(content, comparison));
        var read = CanonicalQuote.Read(bytes.AsMemory()).Comparison;

        Assert.StartsWith("{\"v\":2,", Encoding.UTF8.GetString(bytes.AsSpan()), StringComparison.Ordinal);
        Assert.NotNull(read);
        Assert.Equal((1, Comparison.ModelDate), (read.ModelVersion, read.ModelDate));
        foreach (var (was, option) in comparison.Options.Zip(read.Options))
        {
            Assert.Equal(was.Inputs, option.Inputs);
            Assert.Equal(was.Points, option.Points);
            Assert.Equal(
                (was.Option, was.Months, was.AtStart, was.PerYear, was.Verdict, was.BreakFixCheaperIn, was.BreakFixCheaperInCash, was.Saving, was.EvenMonth),
                (option.Option, option.Months, option.AtStart, option.PerYear, option.Verdict, option.BreakFixCheaperIn, option.BreakFixCheaperInCash, option.Saving, option.EvenMonth));
        }

        Assert.Equal(new ComparedInput(ComparisonInput.HourlyRate, 175, 100, 200, InputStatus.Customer), read.Options[1].Inputs[(int)ComparisonInput.HourlyRate - 1]);
        Assert.Equal(double.PositiveInfinity, read.Options[0].Inputs[(int)ComparisonInput.InsuranceRetention - 1].Value);
    }

    [Fact]
    public void A_revision_without_one_is_frozen_as_before()
    {
        var bytes = Encoding.UTF8.GetString(CanonicalQuote.Write(WorkedQuote.Content()).AsSpan());

        Assert.StartsWith("{\"v\":1,", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("comparison", bytes, StringComparison.Ordinal);
        Assert.Null(CanonicalQuote.Read(Encoding.UTF8.GetBytes(bytes)).Comparison);
    }

    [Fact]
    public void Over_random_firms_prices_terms_and_currencies_what_is_read_back_is_what_was_shown() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[0, 40_000], Gen.Int[1, 120], Gen.Int[0, 5], Gen.Int[10, 90]).Sample(
            (users, cents, months, place, calls) =>
            {
                var content = Content(users, Currency.FromCode(Codes[place]), cents / 100m, months);
                var comparison = Comparer(content, new DraftAssumption("CallsPerUser", FormattableString.Invariant($"0.{calls}"))).CompareAll();
                if (comparison is null)
                {
                    return;
                }

                var bytes = CanonicalQuote.Write(With(content, comparison));
                Assert.Equal(bytes.AsSpan(), CanonicalQuote.Write(CanonicalQuote.Read(bytes.AsMemory())).AsSpan());
                var option = comparison.Options[0];
                Assert.Equal(months, option.Months);
                Assert.Equal(months, option.Points[^1].Month);
                Assert.InRange(option.Points.Length, 2, 25);
                Assert.Equal(SignificantFigures.Of(option.Saving), option.Saving);
                Assert.True(Math.Abs(option.Saving.Amount - (option.Points[^1].Mean.Amount - option.After(months))) <= Math.Abs(option.Saving.Amount) / 10m + 1m);
            },
            iter: 40);

    private static QuoteComparison Compared(QuoteContent content, params DraftAssumption[] stated) =>
        Comparer(content, stated).CompareAll() ?? throw new InvalidOperationException("It can be compared.");

    private static QuoteComparer Comparer(QuoteContent content, params DraftAssumption[] stated) => QuoteComparer.For(
        content, new QuotePricer(WorkedQuote.Tax).PriceAll(content, content.DefaultChoice(), WorkedQuote.Customer, invoices: 0),
        StatedNumbers.Of(new QuoteDraft { Currency = content.Currency.Code, Assumptions = [.. stated] })) ?? throw new InvalidOperationException("There are users.");

    private static QuoteContent With(QuoteContent content, QuoteComparison comparison) => content.WithComparison(comparison);

    private static QuoteContent Copy(QuoteContent content, params StatedCount[] counts) => new(content.Title, content.ValidUntil, content.Options) { Counts = [.. counts] };

    private static QuoteContent Content(int users, decimal perUser, params int?[] months) => Content(users, Currency.Usd, perUser, months);

    private static QuoteContent Content(int users, Currency currency, decimal perUser, params int?[] months) => new(
        "Compared", new DateOnly(2026, 12, 22), months.Select((term, i) => Option($"o{i}", users, currency, decimal.Round(perUser, currency.Decimals), term)))
    {
        Counts = [new StatedCount("user", "users", users), new StatedCount("site", "sites", 1m)],
    };

    private static QuoteOption Option(string code, int users, Currency currency, decimal perUser, int? months)
    {
        var line = new ContractLine(1, new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(perUser, currency)) { TaxCategory = TaxCategory.OutsideScope }, Math.Max(1, users));
        var terms = new ContractTerms(currency, WorkedQuote.Start, line) { Term = months is { } term ? new Term(term, 12, 30) : Term.Evergreen };
        return new QuoteOption(code, code, terms) { Onboarding = new Onboarding("Onboarding", new Money(perUser == 0 ? 100m : perUser * Math.Max(1, users), currency), [], null, null) { TaxCategory = TaxCategory.OutsideScope } };
    }
}
