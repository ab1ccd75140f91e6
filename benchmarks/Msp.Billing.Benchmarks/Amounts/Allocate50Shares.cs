using BenchmarkDotNet.Attributes;
using Msp.Billing.Amounts;

namespace Msp.Billing.Benchmarks.Amounts;

/// <summary>What does it cost that 50 shares add up to the amount, beside dividing 50 times and losing cents?</summary>
[MemoryDiagnoser]
public class Allocate50Shares
{
    private const long Cents = 10_001;
    private readonly decimal[] _weights = [.. Enumerable.Range(1, 50).Select(i => (decimal)i)];
    private readonly long[] _shares = new long[50];
    private readonly Money _money = Money.FromMinorUnits(Cents, Currency.Eur);

    /// <summary>Refuses to measure what does not add up; and the loop must be off, or it would be no loss to lose it.</summary>
    [GlobalSetup]
    public void Setup()
    {
        if (Divide() == Cents || LargestRemainder() != Cents)
        {
            throw new InvalidOperationException($"Of {Cents} cents the loop shared out {Divide()}, largest remainder {LargestRemainder()}.");
        }
    }

    [Benchmark(Baseline = true)]
    public long Divide()
    {
        var total = 0m;
        foreach (var weight in _weights)
        {
            total += weight;
        }

        var sum = 0L;
        for (var i = 0; i < _weights.Length; i++)
        {
            _shares[i] = decimal.ToInt64(Math.Round(Cents * _weights[i] / total, MidpointRounding.AwayFromZero));
            sum += _shares[i];
        }

        return sum;
    }

    [Benchmark]
    public long LargestRemainder()
    {
        Allocation.Distribute(_money.MinorUnits, _weights, _shares);
        return Sum();
    }

    private long Sum()
    {
        var sum = 0L;
        foreach (var share in _shares)
        {
            sum += share;
        }

        return sum;
    }
}
