using System.Collections.Immutable;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.BreakFix;

/// <summary>What a year costs on average under each regime, in closed form: every line a product.</summary>
/// <remarks>Hardware and projects are the same under all and left out of all.</remarks>
internal static class YearLines
{
    /// <summary>The lines of a regime, zero lines included.</summary>
    internal static ImmutableArray<YearLine> Of(Regime regime, in Quantities q) => regime switch
    {
        Regime.BreakFix => BreakFix(q),
        Regime.Managed => Managed(q),
        Regime.InHouse => InHouse(q),
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "There is no such regime."),
    };

    /// <summary>By how much break-fix costs more than the offer in an average year; negative when it costs less.</summary>
    internal static double MeanDifference(in Quantities q)
    {
        var difference = 0.0;
        foreach (var line in BreakFix(q))
        {
            difference += line.Amount;
        }

        foreach (var line in Managed(q))
        {
            difference -= line.Amount;
        }

        return difference;
    }

    private static ImmutableArray<YearLine> BreakFix(in Quantities q) =>
    [
        new(CostKind.Repairs, [Calls(q), Charge(q)]),
        new(CostKind.Waiting, [Calls(q), Waiting(q[WaitHours]), new(CostMeasure.WorkLost, q[LossWhileWaiting]), Wage(q)]),
        new(CostKind.OutageRepairs, [Outages(q), new(CostMeasure.OutageRepairHours, q.Outage.Mean + 1), Mixed(q)]),
        new(CostKind.OutageTime, [Outages(q), Lasting(q.Outage.Mean), Stopped(q), new(CostMeasure.WorkLost, q[OutageLoss]), Wage(q)]),
        new(CostKind.OutageRevenue, [Outages(q), Lasting(q.Outage.Mean), Revenue(q)]),
        new(CostKind.Security, [new(CostMeasure.SecurityEventsPerYear, q[SecurityEvents] * q[SecurityMultiplier]), Borne(q)]),
        Stack(q),
    ];

    private static ImmutableArray<YearLine> Managed(in Quantities q) =>
    [
        new(CostKind.PlanUsers, [People(q), new(CostMeasure.PricePerUserMonth, q[PlanPrice]), Year]),
        new(CostKind.PlanOther, [new(CostMeasure.PerMonth, q[ComparisonInput.PlanOther]), Year]),
        new(CostKind.Onboarding, [new(CostMeasure.OneOff, q[OnboardingMonths] * q.MonthlyFee), new(CostMeasure.YearOfTerm, q.YearOfTerm)]),
        new(CostKind.OutOfScope,
            [People(q), new(CostMeasure.HoursPerUserMonth, q[OutOfScopeHours]), Year, new(CostMeasure.HourlyRate, q[HourlyRate])]),
        new(CostKind.Exit, [new(CostMeasure.OneOff, q[ExitFee]), new(CostMeasure.YearOfTerm, q.YearOfTerm)]),
        Waits(q, q[ManagedWaitHours]),
        .. Served(q),
    ];

    private static ImmutableArray<YearLine> InHouse(in Quantities q) =>
    [
        new(CostKind.Salaries, [Technicians(q), new(CostMeasure.Salary, q[Salary]), new(CostMeasure.WithLoad, 1 + q[SalaryLoad])]),
        new(CostKind.HireTools, [Technicians(q), new(CostMeasure.PerTechnician, q[HireTools])]),
        Stack(q),
        new(CostKind.Repairs, [Calls(q), Remaining(q), Uncovered(q), Charge(q)]),
        new(CostKind.OutageRepairs,
            [Outages(q), Unprevented(q), Uncovered(q), new(CostMeasure.OutageRepairHours, (q.Outage.Mean * q[OutageLength]) + 1), Mixed(q)]),
        Waits(q, (q.UncoveredShare * q[WaitHours]) + ((1 - q.UncoveredShare) * q[ManagedWaitHours])),
        .. Served(q),
    ];

    // What happens alike when somebody looks after the computers all the time, be it the provider or an own technician.
    private static ImmutableArray<YearLine> Served(in Quantities q)
    {
        var length = Lasting(q.Outage.Mean * q[OutageLength]);
        return
        [
            new(CostKind.OutageTime, [Outages(q), Unprevented(q), length, Stopped(q), new(CostMeasure.WorkLost, q[OutageLoss]), Wage(q)]),
            new(CostKind.OutageRevenue, [Outages(q), Unprevented(q), length, Revenue(q)]),
            new(CostKind.Security, [new(CostMeasure.SecurityEventsPerYear, q[SecurityEvents]), Borne(q)]),
        ];
    }

    private static YearLine Waits(in Quantities q, double hours) =>
        new(CostKind.Waiting, [Calls(q), Remaining(q), Waiting(hours), new(CostMeasure.WorkLost, q[LossWhileWaiting]), Wage(q)]);

    private static YearLine Stack(in Quantities q) =>
        new(CostKind.SeparateStack, [People(q), new(CostMeasure.PricePerUserMonth, q[SeparateStack]), Year]);

    private static CostFactor Year => new(CostMeasure.MonthsPerYear, 12);

    private static CostFactor Calls(in Quantities q) => new(CostMeasure.CallsPerYear, q.CallsPerYear);

    private static CostFactor Charge(in Quantities q) => new(CostMeasure.ChargePerCall, q.ChargePerCall);

    private static CostFactor Remaining(in Quantities q) => new(CostMeasure.CallsRemaining, q[CallsRemaining]);

    private static CostFactor Waiting(double hours) => new(CostMeasure.HoursWaiting, hours);

    private static CostFactor Wage(in Quantities q) => new(CostMeasure.LoadedWage, q[LoadedWage]);

    private static CostFactor Outages(in Quantities q) => new(CostMeasure.OutagesPerYear, q.OutagesPerYear);

    private static CostFactor Unprevented(in Quantities q) => new(CostMeasure.OutagesRemaining, 1 - q[OutagesPrevented]);

    private static CostFactor Lasting(double hours) => new(CostMeasure.OutageHours, hours);

    private static CostFactor Stopped(in Quantities q) => new(CostMeasure.PeopleStopped, q.PeopleStopped);

    private static CostFactor Revenue(in Quantities q) => new(CostMeasure.RevenuePerHour, q[RevenueAtRisk]);

    private static CostFactor Mixed(in Quantities q) => new(CostMeasure.MixedRate, q.MixedRate);

    private static CostFactor Borne(in Quantities q) => new(CostMeasure.LossBorne, q.LossBorne);

    private static CostFactor People(in Quantities q) => new(CostMeasure.Users, q[Users]);

    private static CostFactor Technicians(in Quantities q) => new(CostMeasure.Technicians, q.Technicians);

    private static CostFactor Uncovered(in Quantities q) => new(CostMeasure.UncoveredShare, q.UncoveredShare);
}
