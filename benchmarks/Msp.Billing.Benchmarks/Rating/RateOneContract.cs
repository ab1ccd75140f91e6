using BenchmarkDotNet.Attributes;
using Msp.Billing.Rating;

namespace Msp.Billing.Benchmarks.Rating;

/// <summary>What does rating one contract cost beside the arithmetic that it cannot do without?</summary>
/// <remarks>
/// The baseline loops over charges as rows of numbers, as a program must that bills more than one contract. <see cref="Handwritten"/> knows its one
/// contract by heart and is what no program can beat. Neither explains anything.
/// </remarks>
[MemoryDiagnoser]
public class RateOneContract
{
    private readonly RatedPieces _pieces = new();
    private readonly ContractHistory _history = History();
    private readonly PlainCharge[] _charges = OneContract.Plain;
    private readonly decimal _gigabytes = 3649.513m;
    private readonly int _users = 48;
    private readonly int _devices = 60;
    private readonly int _heldDays = 15;
    private readonly int _minutes = 95;

    /// <summary>Refuses to measure what does not agree.</summary>
    [GlobalSetup]
    public void Setup()
    {
        if (PlainDecimal() != Handwritten() || PlainDecimal() != FromHistory() || PlainDecimal() != FromContract())
        {
            throw new InvalidOperationException($"The loops disagree: {PlainDecimal()}, {Handwritten()}, {FromHistory()}, {FromContract()}.");
        }
    }

    [Benchmark(Baseline = true)]
    public long PlainDecimal() => PlainCharge.Total(_charges);

    [Benchmark]
    public long Handwritten() => OneContract.Handwritten(_users, _devices, _heldDays, _gigabytes, _minutes);

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
