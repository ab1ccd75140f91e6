using BenchmarkDotNet.Attributes;
using Msp.Billing.Rating;

namespace Msp.Billing.Benchmarks.Rating;

/// <summary>What does rating one contract cost beside the arithmetic that it cannot do without?</summary>
[MemoryDiagnoser]
public class RateOneContract
{
    private readonly RatedPieces _pieces = new();
    private readonly ContractHistory _history = History();
    private readonly decimal _gigabytes = 3649.513m;
    private readonly int _users = 48;
    private readonly int _devices = 60;
    private readonly int _heldDays = 15;
    private readonly int _minutes = 95;

    /// <summary>Refuses to measure what does not agree.</summary>
    [GlobalSetup]
    public void Setup()
    {
        if (PlainDecimal() != FromHistory() || FromHistory() != FromContract())
        {
            throw new InvalidOperationException($"The loops disagree: {PlainDecimal()}, {FromHistory()}, {FromContract()}.");
        }
    }

    [Benchmark(Baseline = true)]
    public long PlainDecimal() => OneContract.Plain(_users, _devices, _heldDays, _gigabytes, _minutes);

    [Benchmark]
    public long FromHistory()
    {
        var cents = 0L;
        foreach (var line in _history.Lines)
        {
            cents += Rater.Rate(line, OneContract.Month, OneContract.Contract.Terms, _pieces).MinorUnits;
        }

        return cents;
    }

    [Benchmark]
    public long FromContract()
    {
        var cents = 0L;
        foreach (var line in History().Lines)
        {
            foreach (var natural in line.Due(OneContract.Month.End))
            {
                cents += Rater.Rate(line, natural, OneContract.Contract.Terms, _pieces).MinorUnits;
            }
        }

        return cents;
    }

    private static ContractHistory History() => ContractHistory.Of(OneContract.Contract, OneContract.Counts, knownAt: null, OneContract.Month.End);
}
