using CsCheck;
using Msp.Billing.BreakFix;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>What must hold whatever the numbers: collapses, equalities and directions.</summary>
public sealed class LimitsOfTheModelTests
{
    // Raising any of these can never make break-fix look better.
    private static readonly ComparisonInput[] AgainstBreakFix =
    [
        CallsPerUser, RepairHours, HourlyRate, AfterHoursMultiplier, AfterHoursShare, TripCharge, RemoteMinimum, OnSiteMinimum, WaitHours,
        LossWhileWaiting, LoadedWage, OutagesPerSite, OutagesPerServer, OutageHours, OutageAffected, OutageLoss, RevenueAtRisk,
        SecurityMultiplier, SecurityEvents, SecurityLoss, SeparateStack, OutagesPrevented,
    ];

    // Raising any of these can never make the offer look better.
    private static readonly ComparisonInput[] AgainstTheOffer =
        [PlanPrice, PlanOther, OnboardingMonths, ExitFee, OutOfScopeHours, ManagedWaitHours, CallsRemaining, OutageLength];

    // Out-of-scope hours are billed at the same rate: with many of them, or calls that rarely come, a higher rate hurts the offer more.
    private static readonly Gen<ComparisonInputs> AnyFirm =
        from users in Gen.Int[1, 200]
        from servers in Gen.Int[0, 10]
        from sites in Gen.Int[1, 5]
        from price in Gen.Int[20, 300]
        from calls in Gen.Double[0.05, 1.5]
        from rate in Gen.Double[60, 300]
        from known in Gen.Double[1, 500]
        from prevented in Gen.Double[0, 1]
        from multiplier in Gen.Double[1, 4]
        from outOfScope in Gen.Double[0, 0.04]
        select Firms.Of(users, servers, price, sites).With(CallsPerUser, calls).With(HourlyRate, rate).With(CallsCounted, known)
            .With(OutagesPrevented, prevented).With(SecurityMultiplier, multiplier).With(OutOfScopeHours, outOfScope);

    [Fact]
    public void Nothing_that_hurts_break_fix_makes_it_look_better() =>
        Gen.Select(AnyFirm, Gen.Int[0, AgainstBreakFix.Length - 1].Select(i => AgainstBreakFix[i]), Gen.Double[0, 1]).Sample(
            (inputs, input, step) => Moves(inputs, input, step, breakFixMustLose: true), iter: 150, threads: 1);

    [Fact]
    public void Nothing_that_hurts_the_offer_makes_it_look_better() =>
        Gen.Select(AnyFirm, Gen.Int[0, AgainstTheOffer.Length - 1].Select(i => AgainstTheOffer[i]), Gen.Double[0, 1]).Sample(
            (inputs, input, step) => Moves(inputs, input, step, breakFixMustLose: false), iter: 100, threads: 1);

    [Fact]
    public void Without_calls_outages_and_events_only_the_certain_part_is_left()
    {
        var comparison = Comparison.Of(Firms.FortyFive.With(CallsPerUser, 0).With(OutagesPerSite, 0).With(OutagesPerServer, 0).With(SecurityEvents, 0));

        // 45 × 25 × 12; 45 × 150 × 12 + 6,750 / 3 + 45 × 0.05 × 12 × 150
        foreach (var (cost, certain) in ((RegimeCost, decimal)[])[(comparison.BreakFix, 13_500m), (comparison.Managed, 87_300m)])
        {
            var expected = Firms.Usd(certain);
            Assert.Equal(new CostFigures(expected, expected, expected, expected, expected, expected, expected), cost.AllIn);
            Assert.Equal(cost.AllIn, cost.Cash);
        }

        Assert.Equal(1, comparison.BreakFixCheaper);
    }

    [Fact]
    public void An_insurance_that_bears_all_removes_the_security_cost()
    {
        var comparison = Comparison.Of(Firms.FortyFive.With(InsuranceRetention, 0));

        Assert.Equal(0, comparison.BreakFix.Line(CostKind.Security));
        Assert.Equal(0, comparison.Managed.Line(CostKind.Security));
        Assert.Equal(Comparison.Of(Firms.FortyFive.With(SecurityEvents, 0)).BreakFixCheaper, comparison.BreakFixCheaper, 1e-9);
    }

    [Fact]
    public void An_insurance_caps_what_is_borne() =>
        // E[min(X, 25,000)] with median 23,588 and σ 1.78: 115,000 Φ(−1.747) + 25,000 Φ(−0.0327)
        Assert.Equal(
            0.03 * ((115_000 * 0.04032) + (25_000 * 0.48696)),
            Comparison.Of(Firms.FortyFive.With(InsuranceRetention, 25_000)).BreakFix.Line(CostKind.Security),
            0.5);

    [Fact]
    public void An_offer_that_prevents_and_shortens_nothing_has_the_same_soft_costs()
    {
        var inputs = Firms.FortyFive.With(CallsRemaining, 1).With(OutagesPrevented, 0).With(OutageLength, 1).With(SecurityMultiplier, 1)
            .With(ManagedWaitHours, 3).With(RevenueAtRisk, 700);
        var comparison = Comparison.Of(inputs);

        Assert.All([CostKind.Waiting, CostKind.OutageTime, CostKind.OutageRevenue, CostKind.Security], kind =>
            Assert.Equal(comparison.BreakFix.Line(kind), comparison.Managed.Line(kind)));

        // Then only cash can differ, and both ways of counting agree.
        Assert.Equal(comparison.BreakFixCheaperInCash, comparison.BreakFixCheaper, 1e-6);
    }

    [Fact]
    public void Offers_that_differ_in_nothing_are_too_close_to_call()
    {
        var inputs = Firms.Of(10, 0, 1).With(PlanPrice, 25).With(OnboardingMonths, 0).With(OutOfScopeHours, 0)
            .With(CallsPerUser, 0).With(OutagesPerSite, 0).With(SecurityMultiplier, 1);

        Assert.Equal(0.5, Comparison.Of(inputs).BreakFixCheaper);
        Assert.Equal(Verdict.TooCloseToCall, Comparison.Of(inputs).Verdict);
    }

    [Fact]
    public void A_managed_wait_longer_than_that_of_break_fix_is_allowed_and_costs()
    {
        var comparison = Comparison.Of(Firms.FortyFive.With(ManagedWaitHours, 10));

        Assert.True(comparison.Managed.Line(CostKind.Waiting) > comparison.BreakFix.Line(CostKind.Waiting));
        Assert.True(comparison.BreakFixCheaper > Comparison.Of(Firms.FortyFive).BreakFixCheaper);
    }

    [Fact]
    public void The_largest_firm_and_the_widest_spreads_are_computed()
    {
        var inputs = Firms.Of(5_000, 1_000, 200, 500).With(RepairSpread, 2).With(WaitSpread, 2).With(OutageSpread, 2).With(SecuritySpread, 3)
            .With(CallsPerUser, 10).With(BillingStep, 0.05);
        var comparison = Comparison.Of(inputs);

        Assert.True(comparison.BreakFix.AllIn.P95 > comparison.BreakFix.AllIn.P50);
        Assert.InRange(comparison.BreakFixCheaper, 0, 1);
    }

    private static void Moves(ComparisonInputs inputs, ComparisonInput input, double step, bool breakFixMustLose)
    {
        var (_, most) = inputs.BoundsOf(input);
        var value = inputs[input].Value;
        var raised = inputs.With(input, Math.Min(most, (value * (1 + step)) + (inputs[input].High * 0.1 * step)));
        var (before, after) = (YearLines.MeanDifference(inputs.Quantities()), YearLines.MeanDifference(raised.Quantities()));
        var (shareBefore, shareAfter) = (Comparison.Of(inputs).BreakFixCheaper, Comparison.Of(raised).BreakFixCheaper);
        var sign = breakFixMustLose ? 1 : -1;
        Assert.True(sign * (after - before) >= -1e-6, $"{input} {value}: the average saving went from {before} to {after}.");

        // The grid moves with the numbers, so shares have an error of their own.
        Assert.True(sign * (shareBefore - shareAfter) >= -0.002, $"{input} {value}: break-fix was cheaper in {shareBefore}, then in {shareAfter}.");
    }
}
