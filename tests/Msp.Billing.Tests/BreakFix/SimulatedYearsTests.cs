using MathNet.Numerics.Distributions;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>The whole model as a seeded simulation, written from its description and not from its code.</summary>
public sealed class SimulatedYearsTests
{
    private const int Years = 10_000;

    public static TheoryData<string> Cases => ["45 users", "45 users at 110", "8 calm users", "insured, two sites"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_convolution_agrees_with_the_simulation(string name)
    {
        var inputs = name switch
        {
            "45 users" => Firms.FortyFive,
            "45 users at 110" => Firms.Of(45, 2, 110).KnowingCalls(),
            "8 calm users" => Firms.CalmEight,
            _ => Firms.Of(30, 2, 120, 2).With(InsuranceRetention, 10_000).With(RevenueAtRisk, 800).With(CallsCounted, 40),
        };
        var comparison = Comparison.Of(inputs);
        var random = new Random(1);
        var years = Enumerable.Range(0, Years).Select(_ => Year(inputs, random)).ToArray();

        Quantiles(comparison.BreakFix.AllIn, years.Select(year => year.BreakFix));
        Quantiles(comparison.Managed.AllIn, years.Select(year => year.Managed));
        Quantiles(comparison.BreakFix.Cash, years.Select(year => year.BreakFixCash));
        Quantiles(comparison.Managed.Cash, years.Select(year => year.ManagedCash));
        Share(years.Count(year => year.BreakFix < year.Managed), comparison.BreakFixCheaper);
        Share(years.Count(year => year.BreakFixCash < year.ManagedCash), comparison.BreakFixCheaperInCash);
    }

    // The share of simulated years below a computed percentile lies within four standard errors of it, or the percentile within half a percent of its own.
    private static void Quantiles(CostFigures figures, IEnumerable<double> simulated)
    {
        var sorted = simulated.Order().ToArray();
        foreach (var (probability, amount) in ((double, Money)[])[(0.1, figures.P10), (0.5, figures.P50), (0.9, figures.P90), (0.95, figures.P95)])
        {
            var error = 4 * Math.Sqrt(probability * (1 - probability) / Years);
            var (low, high) = (sorted[(int)((probability - error) * Years)], sorted[(int)((probability + error) * Years)]);
            Assert.InRange((double)amount.Amount, low * 0.995, high * 1.005);
        }
    }

    private static void Share(int count, double probability) =>
        Assert.Equal(probability, count / (double)Years, (4 * Math.Sqrt(probability * (1 - probability) / Years)) + 0.002);

    private static (double BreakFix, double Managed, double BreakFixCash, double ManagedCash) Year(ComparisonInputs inputs, Random random)
    {
        double X(ComparisonInput input) => inputs[input].Value;
        double Log(double mean, double spread) => Math.Exp(Normal.Sample(random, Math.Log(mean) - (spread * spread / 2), spread));

        var fee = (X(Users) * X(PlanPrice)) + X(PlanOther);
        double cash = 12 * X(Users) * X(SeparateStack), soft = 0, managedSoft = 0;
        var managedCash = (12 * fee) + (X(OnboardingMonths) * fee * 12 / X(TermMonths)) + (12 * X(Users) * X(OutOfScopeHours) * X(HourlyRate));

        var rate = Gamma.Sample(random, X(CallsCounted), X(CallsCounted) / X(CallsPerUser));
        for (var calls = Poisson.Sample(random, 12 * X(Users) * rate); calls > 0; calls--)
        {
            var onSite = Bernoulli.Sample(random, X(OnSiteShare)) == 1;
            var late = Bernoulli.Sample(random, X(AfterHoursShare)) == 1;
            var hours = Math.Ceiling(Log(X(RepairHours), X(RepairSpread)) / X(BillingStep)) * X(BillingStep);
            hours = Math.Max(hours, X(onSite ? OnSiteMinimum : RemoteMinimum));
            cash += (hours * X(HourlyRate) * (late ? X(AfterHoursMultiplier) : 1)) + (onSite ? X(TripCharge) : 0);
            var wait = Log(1, X(WaitSpread)) * X(LossWhileWaiting) * X(LoadedWage);
            soft += wait * X(WaitHours);
            managedSoft += Bernoulli.Sample(random, X(CallsRemaining)) == 1 ? wait * X(ManagedWaitHours) : 0;
        }

        var mixed = X(HourlyRate) * (1 + (X(AfterHoursShare) * (X(AfterHoursMultiplier) - 1)));
        var perHour = (X(Users) / X(Sites) * X(OutageAffected) * X(OutageLoss) * X(LoadedWage)) + X(RevenueAtRisk);
        for (var outages = Poisson.Sample(random, (X(Sites) * X(OutagesPerSite)) + (X(Servers) * X(OutagesPerServer))); outages > 0; outages--)
        {
            var hours = X(OutageHours) * Math.Exp(Normal.Sample(random, 0, X(OutageSpread)));
            cash += (hours + 1) * mixed;
            soft += hours * perHour;
            managedSoft += Bernoulli.Sample(random, X(OutagesPrevented)) == 1 ? 0 : hours * X(OutageLength) * perHour;
        }

        for (var events = Poisson.Sample(random, X(SecurityEvents) * X(SecurityMultiplier)); events > 0; events--)
        {
            var loss = Math.Min(Log(X(SecurityLoss), X(SecuritySpread)), X(InsuranceRetention));
            cash += loss;
            managedCash += Bernoulli.Sample(random, 1 / X(SecurityMultiplier)) == 1 ? loss : 0;
        }

        return (cash + soft, managedCash + managedSoft, cash, managedCash);
    }
}
