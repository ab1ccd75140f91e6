using Msp.Billing.BreakFix;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>The third column: an own technician.</summary>
public sealed class InHouseTests
{
    [Fact]
    public void One_technician_costs_salary_load_tools_and_the_hours_nobody_is_there()
    {
        var cost = Comparison.Of(Firms.FortyFive).InHouse;

        // 61,580 × 1.35; 6,000; 45 × 25 × 12; 189 × 0.8 × (1 − 1,680/2,080) × 203.81
        Assert.Equal(83_133, cost.Line(CostKind.Salaries));
        Assert.Equal(6_000, cost.Line(CostKind.HireTools));
        Assert.Equal(13_500, cost.Line(CostKind.SeparateStack));
        Assert.Equal(189 * 0.8 * (400.0 / 2_080) * 203.814, cost.Line(CostKind.Repairs), 0.5);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(210, 3)]
    public void Technicians_are_whole_people(int users, int technicians) =>
        Assert.Equal(technicians * 83_133.0, Comparison.Of(Firms.Of(users, 0, 150)).InHouse.Line(CostKind.Salaries));

    [Fact]
    public void Around_the_clock_one_technician_covers_a_fifth()
    {
        var business = Comparison.Of(Firms.FortyFive).InHouse;
        var always = Comparison.Of(Firms.FortyFive.With(CoverHours, 8_760)).InHouse;

        // 1 − 1,680 / 8,760 against 1 − 1,680 / 2,080
        Assert.Equal((7_080.0 / 8_760) / (400.0 / 2_080), always.Line(CostKind.Repairs) / business.Line(CostKind.Repairs), 1e-4);
        Assert.True(always.AllIn.Mean > business.AllIn.Mean);
    }

    [Fact]
    public void Enough_technicians_buy_no_hours()
    {
        var cost = Comparison.Of(Firms.FortyFive.With(UsersPerHire, 20)).InHouse;

        Assert.Equal(0, cost.Line(CostKind.Repairs));
        Assert.Equal(0, cost.Line(CostKind.OutageRepairs));
    }

    [Fact]
    public void An_own_technician_is_too_much_for_eight_people_and_may_pay_for_seventy()
    {
        var eight = Comparison.Of(Firms.CalmEight);
        var seventy = Comparison.Of(Firms.Of(70, 2, 210));

        Assert.True(eight.InHouse.Mean() > 4 * eight.Managed.Mean());
        Assert.True(seventy.InHouse.Mean() < seventy.Managed.Mean());
    }
}
