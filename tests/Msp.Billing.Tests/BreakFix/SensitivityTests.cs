using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>Breakevens and the tornado of the 45-user firm.</summary>
public sealed class SensitivityTests
{
    [Theory]
    [InlineData(PlanPrice, 115.06)]
    [InlineData(CallsPerUser, 0.50)]
    [InlineData(HourlyRate, 239.83)]
    [InlineData(OutagesPerSite, 7.96)]
    [InlineData(RevenueAtRisk, 3_360.62)]
    public void Both_cost_the_same_at(ComparisonInput input, double expected) =>
        Assert.Equal(expected, Assert.IsType<Breakeven.At>(Sensitivity.BreakevenOf(Firms.FortyFive, input)).Value, 0.005);

    // The shared outages spread over more people, so a larger firm must be offered a lower price.
    [Theory]
    [InlineData(10, 1, 131.77)]
    [InlineData(20, 1, 119.29)]
    [InlineData(150, 2, 110.75)]
    public void The_price_at_which_both_cost_the_same_falls_with_size(int users, int servers, double expected) =>
        Assert.Equal(expected, Assert.IsType<Breakeven.At>(Sensitivity.BreakevenOf(Firms.Of(users, servers, 150), PlanPrice)).Value, 0.005);

    [Fact]
    public void Fewer_seats_turn_it_where_outages_are_shared()
    {
        var seats = Assert.IsType<Breakeven.At>(Sensitivity.BreakevenOf(Firms.Of(45, 2, 120), Users));

        Assert.Equal(Regime.Managed, seats.CheaperBelow);
        Assert.InRange(seats.Value, 20, 40);
    }

    [Fact]
    public void The_average_turns_exactly_at_every_breakeven()
    {
        var found = 0;
        foreach (var input in Enum.GetValues<ComparisonInput>())
        {
            if (Sensitivity.BreakevenOf(Firms.FortyFive, input) is Breakeven.At at)
            {
                found++;
                var below = Saving(input, at.Value - (1e-6 * Math.Abs(at.Value)));
                var above = Saving(input, at.Value + (1e-6 * Math.Abs(at.Value)));
                Assert.True(below < 0 != above < 0, $"{input} at {at.Value}: {below} and {above}");
                Assert.Equal(at.CheaperBelow, below < 0 ? Regime.BreakFix : Regime.Managed);
            }
        }

        Assert.InRange(found, 20, 30);
    }

    [Theory]
    [InlineData(TermMonths)]
    [InlineData(CallsCounted)]
    [InlineData(Salary)]
    public void Where_nothing_turns_it_that_is_said(ComparisonInput input) =>
        Assert.Equal(Regime.BreakFix, Assert.IsType<Breakeven.Never>(Sensitivity.BreakevenOf(Firms.FortyFive, input)).Cheaper);

    [Fact]
    public void The_tornado_is_that_of_the_model()
    {
        var bars = Sensitivity.Tornado(Firms.FortyFive).Select(swing => $"{swing.Input.Input} {SignificantFigures.Of(swing.Length).Amount / 1_000:0.#}").ToList();

        Assert.Equal(
            [
                "CallsPerUser 77", "PlanPrice 56", "SeparateStack 27", "RepairHours 25", "HourlyRate 22", "WaitHours 21", "OutOfScopeHours 12", "RevenueAtRisk 12",
                "OutageHours 11", "OutagesPerSite 11", "LoadedWage 9.4", "OnSiteShare 8.5", "LossWhileWaiting 8.3", "TripCharge 7.6", "SecurityMultiplier 4.7",
                "RemoteMinimum 4.5", "OnboardingMonths 4.5", "TermMonths 4.5", "OnSiteMinimum 4.5", "SecurityLoss 3.9", "AfterHoursShare 3.5", "BillingStep 3.1",
                "OutagesPrevented 3", "SecurityEvents 2.9", "AfterHoursMultiplier 1.7",
            ],
            bars);
    }

    [Fact]
    public void The_tornado_is_centred_on_the_average_saving()
    {
        var saving = Comparison.Of(Firms.FortyFive).AverageSaving;

        Assert.All(Sensitivity.Tornado(Firms.FortyFive), swing =>
            Assert.True(Min(swing) - Firms.Usd(0.05m) <= saving && saving <= Max(swing) + Firms.Usd(0.05m), $"{swing}"));
    }

    [Fact]
    public void The_bars_that_cross_the_line_are_those_that_turn_it() =>
        Assert.Equal([CallsPerUser, PlanPrice], Sensitivity.Tornado(Firms.FortyFive).Where(swing => swing.Turns).Select(swing => swing.Input.Input));

    [Fact]
    public void The_three_nearest_turning_points_are_named() =>
        // 0.15 of a band of 0.6; 35 of 100; 36 of 50
        Assert.Equal([CallsPerUser, PlanPrice, SeparateStack], Sensitivity.TurningPoints(Firms.FortyFive).Select(point => point.Input));

    private static double Saving(ComparisonInput input, double value) =>
        YearLines.MeanDifference(Firms.FortyFive.With(input, value).Quantities());

    private static Money Min(Swing swing) => swing.SavingAtLow < swing.SavingAtHigh ? swing.SavingAtLow : swing.SavingAtHigh;

    private static Money Max(Swing swing) => swing.SavingAtLow < swing.SavingAtHigh ? swing.SavingAtHigh : swing.SavingAtLow;
}
