using BenchmarkDotNet.Attributes;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;

namespace Msp.Billing.Benchmarks.BreakFix;

/// <summary>What does the comparison with break-fix cost while somebody types? The tornado and a month of the chart stand beside the comparison itself.</summary>
[MemoryDiagnoser]
public class CompareWithBreakFix
{
    private readonly ComparisonInputs _inputs = ComparisonInputs.For(
        new Firm(Users: 45, Servers: 3), new ManagedOffer(new UnitPrice(150m, Currency.Usd), Money.Zero(Currency.Usd), new Money(4_800m, Currency.Usd), termMonths: 36));

    /// <summary>Means, distribution, percentiles, shares of years, verdict.</summary>
    [Benchmark(Baseline = true)]
    public Comparison Compared() => Comparison.Of(_inputs);

    /// <summary>Each input low and high, for the tornado.</summary>
    [Benchmark]
    public object Tornado() => Sensitivity.Tornado(_inputs);

    /// <summary>One month of the chart with its bands.</summary>
    [Benchmark]
    public object MonthOfTheChart() => CostOverTime.After(_inputs, Regime.BreakFix, 24);
}
