using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>The table of the model: five firms, their costs, and who is cheaper how often.</summary>
public sealed class ComparisonTests
{
    // Means in closed form. The percentiles and shares were first found by simulating 6,000 years (docs/break-fix-comparison.md); they agree within 2 % and 0.03.
    [Theory]
    [InlineData(45, 2, 150, 0.35, 0, 74.5, 69.3, 86.3, 94.7, 93.9, 91.0, 97.1, 0.97)]
    [InlineData(45, 2, 110, 0.35, 0, 74.5, 69.3, 86.3, 94.7, 71.7, 68.8, 74.9, 0.52)]
    [InlineData(45, 2, 150, 0.50, 2_000, 111.4, 101.7, 146.4, 166.8, 99.9, 94.7, 112.2, 0.36)]
    [InlineData(20, 1, 150, 0.35, 0, 34.9, 30.6, 39.6, 44.3, 42.5, 40.3, 42.6, 0.94)]
    public void The_table_comes_out_when_the_rate_of_calls_is_known(
        int users, int servers, int price, double calls, double revenue,
        double breakFix, double breakFix50, double breakFix90, double breakFix95, double managed, double managed50, double managed90, double cheaper)
    {
        var comparison = Comparison.Of(Firms.Of(users, servers, price)
            .With(ComparisonInput.CallsPerUser, calls).With(ComparisonInput.RevenueAtRisk, revenue).KnowingCalls());

        Assert.Equal((breakFix, managed), (Thousands(comparison.BreakFix.AllIn.Mean), Thousands(comparison.Managed.AllIn.Mean)));
        Near(breakFix50, comparison.BreakFix.AllIn.P50);
        Near(breakFix90, comparison.BreakFix.AllIn.P90);
        Near(breakFix95, comparison.BreakFix.AllIn.P95);
        Near(managed50, comparison.Managed.AllIn.P50);
        Near(managed90, comparison.Managed.AllIn.P90);
        Assert.Equal(cheaper, comparison.BreakFixCheaper, 0.03);
    }

    [Fact]
    public void The_45_users_add_up_by_hand()
    {
        var comparison = Comparison.Of(Firms.FortyFive);

        // 189 calls × 203.81; 189 × 3 h × 0.4 × 40; 2.5 outages × 3.297 h × 36 people × 0.7 × 40; 0.03 × 115,000; 45 × 25 × 12
        Assert.Equal(38_520.85, comparison.BreakFix.Line(CostKind.Repairs), 0.01);
        Assert.Equal(9_072, comparison.BreakFix.Line(CostKind.Waiting));
        Assert.Equal(8_309.56, comparison.BreakFix.Line(CostKind.OutageTime), 0.01);
        Assert.Equal(3_450, comparison.BreakFix.Line(CostKind.Security));
        Assert.Equal(13_500, comparison.BreakFix.Line(CostKind.SeparateStack));

        // 45 × 150 × 12; 6,750 × 12/36; 45 × 0.05 × 12 × 150; 189 × 0.8 × 1 h × 0.4 × 40; 0.015 × 115,000
        Assert.Equal(81_000, comparison.Managed.Line(CostKind.PlanUsers));
        Assert.Equal(2_250, comparison.Managed.Line(CostKind.Onboarding));
        Assert.Equal(4_050, comparison.Managed.Line(CostKind.OutOfScope));
        Assert.Equal(2_419.20, comparison.Managed.Line(CostKind.Waiting));
        Assert.Equal(1_725, comparison.Managed.Line(CostKind.Security));
    }

    [Fact]
    public void Break_fix_is_cheaper_for_a_calm_firm_of_eight()
    {
        var comparison = Comparison.Of(Firms.CalmEight);

        Assert.Equal(Verdict.BreakFixLikely, comparison.Verdict);
        Assert.Equal("Break-fix is likely cheaper for you.", Verdicts.Words(comparison.Verdict));
        Assert.True(comparison.BreakFix.AllIn.Mean < comparison.Managed.AllIn.Mean);
        Assert.True(comparison.BreakFix.AllIn.P90 < comparison.Managed.AllIn.P10, "Even a bad year of break-fix is cheaper than a good one of the plan.");
    }

    // A third of its mean is the rare security event: 0.03 × 115,000 of 11,319.
    [Fact]
    public void The_calm_firm_of_eight_comes_out_as_in_the_table()
    {
        var comparison = Comparison.Of(Firms.CalmEight.KnowingCalls());

        Assert.Equal((11.3, 17.6), (Thousands(comparison.BreakFix.AllIn.Mean), Thousands(comparison.Managed.AllIn.Mean)));
        Near(7.7, comparison.BreakFix.AllIn.P50);
        Near(10.6, comparison.BreakFix.AllIn.P90);
        Near(15.8, comparison.Managed.AllIn.P50);
        Near(16.1, comparison.Managed.AllIn.P90);
        Near(16.4, comparison.Managed.AllIn.P95);
        Assert.Equal(0.98, comparison.BreakFixCheaper, 0.01);
    }

    [Fact]
    public void The_offer_is_cheaper_for_a_firm_that_calls_often_and_loses_revenue()
    {
        var comparison = Comparison.Of(Firms.Of(45, 3, 120)
            .With(ComparisonInput.CallsPerUser, 0.9).With(ComparisonInput.RevenueAtRisk, 1_000).KnowingCalls());

        Assert.Equal(Verdict.ManagedLikely, comparison.Verdict);
        Assert.True(comparison.AverageSaving.MinorUnits > 0);
    }

    [Fact]
    public void Not_knowing_the_rate_of_calls_widens_the_years_and_keeps_the_mean()
    {
        var (known, unknown) = (Comparison.Of(Firms.FortyFive.KnowingCalls()), Comparison.Of(Firms.FortyFive));

        Assert.Equal(known.BreakFix.AllIn.Mean, unknown.BreakFix.AllIn.Mean);
        Assert.True(known.BreakFix.AllIn.P90 < unknown.BreakFix.AllIn.P90);
        Assert.True(known.BreakFix.AllIn.P10 > unknown.BreakFix.AllIn.P10);
        Assert.Equal((0.97, 0.82), (Math.Round(known.BreakFixCheaper, 2), Math.Round(unknown.BreakFixCheaper, 2)));
    }

    [Fact]
    public void In_cash_alone_break_fix_wins_more_often() =>
        Assert.All([Firms.FortyFive, Firms.CalmEight, Firms.Of(45, 2, 110), Firms.Of(20, 1, 150)], inputs =>
        {
            var comparison = Comparison.Of(inputs.KnowingCalls());
            Assert.True(comparison.BreakFixCheaperInCash > 0.98, $"{comparison.BreakFixCheaperInCash}");
            Assert.True(comparison.BreakFixCheaperInCash > comparison.BreakFixCheaper);
            Assert.Equal(Verdict.BreakFixLikely, comparison.CashVerdict);
        });

    [Fact]
    public void Rare_bad_years_can_turn_the_average_against_most_years()
    {
        // At 110.00 break-fix costs 74.5k on average and the plan 71.7k; in 52 of 100 years break-fix is cheaper all the same.
        var comparison = Comparison.Of(Firms.Of(45, 2, 110).KnowingCalls());

        Assert.True(comparison.AverageAndYearsDisagree);
        Assert.False(Comparison.Of(Firms.FortyFive).AverageAndYearsDisagree);
    }

    [Fact]
    public void Every_line_is_the_product_of_its_factors_and_the_lines_sum_to_the_mean() =>
        Assert.All(Regimes(Comparison.Of(Firms.Of(45, 3, 150, 2).With(ComparisonInput.ExitFee, 9_000).With(ComparisonInput.RevenueAtRisk, 500))), cost =>
        {
            Assert.All(cost.Lines, line =>
                Assert.Equal((double)line.PerYear.Amount, line.Factors.Aggregate(1.0, (product, factor) => product * factor.Value), 0.0051));
            Assert.Equal(cost.AllIn.Mean.Amount, cost.Lines.Sum(line => line.PerYear.Amount));
            Assert.Equal(cost.Cash.Mean.Amount, cost.Lines.Where(line => line.IsCash).Sum(line => line.PerYear.Amount));
        });

    [Fact]
    public void The_lines_and_the_stream_of_events_have_the_same_mean()
    {
        var inputs = Firms.Of(45, 3, 150, 2).With(ComparisonInput.InsuranceRetention, 20_000).With(ComparisonInput.RevenueAtRisk, 500);
        var stream = new EventStream(inputs.Quantities());

        foreach (var regime in Enum.GetValues<Regime>())
        {
            var lines = YearLines.Of(regime, inputs.Quantities()).Where(line => line.Varies).ToList();
            Assert.Equal(1, stream.CostsUnder(regime, cashOnly: false).Sum(sum => sum.Mean) / lines.Sum(line => line.Amount), 1e-9);
            Assert.Equal(
                lines.Where(line => CostLine.LeavesTheFirm(line.Kind)).Sum(line => line.Amount),
                stream.CostsUnder(regime, cashOnly: true).Sum(sum => sum.Mean),
                1e-4);
        }

        var extra = stream.ExtraUnderBreakFix(cashOnly: false).Sum(sum => sum.Mean);
        var difference = stream.CostsUnder(Regime.BreakFix, cashOnly: false).Sum(sum => sum.Mean) -
            stream.CostsUnder(Regime.Managed, cashOnly: false).Sum(sum => sum.Mean);
        Assert.Equal(difference, extra, 1e-6);
    }

    [Fact]
    public void Percentiles_rise_and_lie_about_the_certain_part() =>
        Assert.All(Regimes(Comparison.Of(Firms.FortyFive)).SelectMany(cost => (CostFigures[])[cost.AllIn, cost.Cash]), figures =>
            Assert.Equal(
                [figures.P10, figures.P25, figures.P50, figures.P75, figures.P90, figures.P95],
                ((Money[])[figures.P95, figures.P10, figures.P90, figures.P25, figures.P75, figures.P50]).Order()));

    // Written down once: the figures of a quote must come out the same years later and elsewhere.
    [Fact]
    public void Every_machine_gives_the_same_cents()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var comparison = Comparison.Of(Firms.FortyFive);

            Assert.Equal(
                "74544.53 41378.42 52380.61 67762.45 87006.32 108439.73 123945.87",
                Cents(comparison.BreakFix.AllIn));
            Assert.Equal(
                "93937.07 88894.17 89788.11 91260.59 93575.44 96984.91 100156.93",
                Cents(comparison.Managed.AllIn));
            Assert.Equal("205382.67 259363.26", Join(comparison.BreakFix.PresentValue, comparison.Managed.PresentValue));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(1.0, Verdict.BreakFixLikely)]
    [InlineData(0.801, Verdict.BreakFixLikely)]
    [InlineData(0.8, Verdict.BreakFixProbably)]
    [InlineData(0.601, Verdict.BreakFixProbably)]
    [InlineData(0.6, Verdict.TooCloseToCall)]
    [InlineData(0.4, Verdict.TooCloseToCall)]
    [InlineData(0.399, Verdict.ManagedProbably)]
    [InlineData(0.2, Verdict.ManagedProbably)]
    [InlineData(0.199, Verdict.ManagedLikely)]
    [InlineData(0.0, Verdict.ManagedLikely)]
    public void The_bands_of_the_verdict_are_fixed_and_mirror_each_other(double breakFixCheaper, Verdict expected) =>
        Assert.Equal(expected, Verdicts.Of(breakFixCheaper));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void No_verdict_on_what_is_no_probability(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Verdicts.Of(value));

    [Fact]
    public void Every_verdict_has_words() =>
        Assert.Equal(5, Enum.GetValues<Verdict>().Select(Verdicts.Words).Distinct().Count());

    private static IEnumerable<RegimeCost> Regimes(Comparison comparison) => [comparison.BreakFix, comparison.Managed, comparison.InHouse];

    private static double Thousands(Money amount) => (double)decimal.Round(amount.Amount / 1_000, 1, MidpointRounding.AwayFromZero);

    private static void Near(double thousands, Money actual) => Assert.Equal(1, (double)actual.Amount / 1_000 / thousands, 0.02);

    private static string Cents(CostFigures f) => Join(f.Mean, f.P10, f.P25, f.P50, f.P75, f.P90, f.P95);

    private static string Join(params Money[] amounts) => string.Join(' ', amounts.Select(amount => amount.Amount.ToString(CultureInfo.InvariantCulture)));
}
