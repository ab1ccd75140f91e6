using Msp.Billing.BreakFix;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>The term at today's value, by hand.</summary>
public sealed class TermValueTests
{
    private static readonly ComparisonInputs Certain = Firms.FortyFive.With(CallsPerUser, 0).With(OutagesPerSite, 0).With(OutagesPerServer, 0)
        .With(SecurityEvents, 0).With(OutOfScopeHours, 0).With(DiscountRate, 0.08).With(PlanUplift, 0.03).With(PriceGrowth, 0.05);

    [Fact]
    public void Years_count_from_their_middle_and_rise()
    {
        // 13,500 × (1 / 1.08^0.5 + 1.05 / 1.08^1.5 + 1.05² / 1.08^2.5)
        var expected = 13_500 * (Math.Pow(1.08, -0.5) + (1.05 * Math.Pow(1.08, -1.5)) + (1.05 * 1.05 * Math.Pow(1.08, -2.5)));

        Assert.Equal(expected, (double)Comparison.Of(Certain).BreakFix.PresentValue.Amount, 0.005);
    }

    [Fact]
    public void Onboarding_is_paid_on_the_first_day_and_leaving_on_the_last()
    {
        // 6,750 + 81,000 × (1 / 1.08^0.5 + 1.03 / 1.08^1.5 + 1.03² / 1.08^2.5) + 10,000 / 1.08³
        var plan = 81_000 * (Math.Pow(1.08, -0.5) + (1.03 * Math.Pow(1.08, -1.5)) + (1.03 * 1.03 * Math.Pow(1.08, -2.5)));

        Assert.Equal(
            6_750 + plan + (10_000 / Math.Pow(1.08, 3)),
            (double)Comparison.Of(Certain.With(ExitFee, 10_000)).Managed.PresentValue.Amount,
            0.005);
    }

    [Fact]
    public void A_part_year_counts_as_far_as_the_term_reaches()
    {
        // 18 months: a year from its middle, half a year from 1.25
        var expected = 13_500 * (Math.Pow(1.08, -0.5) + (1.05 * 0.5 * Math.Pow(1.08, -1.25)));

        Assert.Equal(expected, (double)Comparison.Of(Certain.With(TermMonths, 18)).BreakFix.PresentValue.Amount, 0.005);
    }

    [Fact]
    public void Without_discount_and_growth_it_is_the_term_times_the_year()
    {
        var comparison = Comparison.Of(Firms.FortyFive.With(DiscountRate, 0).With(PlanUplift, 0).With(PriceGrowth, 0));

        Assert.Equal(3 * comparison.BreakFix.Mean(), (double)comparison.BreakFix.PresentValue.Amount, 0.05);
        Assert.Equal(3 * comparison.Managed.Mean(), (double)comparison.Managed.PresentValue.Amount, 0.05);
        Assert.Equal(3 * (double)comparison.Managed.Cash.Mean.Amount, (double)comparison.Managed.CashPresentValue.Amount, 0.05);
    }
}
