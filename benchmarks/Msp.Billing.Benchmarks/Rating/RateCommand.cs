using System.Diagnostics;
using System.Globalization;
using Msp.Billing.Benchmarks.Workload;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Benchmarks.Rating;

/// <summary>Rates MSP-MONTH-1 in memory on one thread, on two, on all, beside a decimal loop on as many, and prints times, ratios and what more threads bring.</summary>
internal sealed class RateCommand
{
    private readonly DrawnContract[] _drawn;
    private readonly (Contract Contract, Customer Customer, UsageCount[] Counts, ContractHistory History)[] _contracts;
    private readonly int _rounds;

    private RateCommand(int contracts, int rounds)
    {
        _rounds = rounds;
        _drawn = [.. MspMonth1.Draw(contracts).Where(drawn => drawn.ActiveDays > 0)];
        _contracts = [.. _drawn.Select(drawn =>
        {
            var (contract, counts) = (WorkloadBook.ContractOf(drawn), WorkloadBook.CountsOf(drawn));
            return (contract, WorkloadBook.CustomerOf(drawn), counts, HistoryOf(contract, counts));
        })];
    }

    /// <summary>Measures and prints.</summary>
    /// <param name="contracts">How many are drawn.</param>
    /// <param name="rounds">How often each is measured, in turn with the others.</param>
    /// <returns>The exit code: zero when all came to the same sum.</returns>
    internal static int Run(int contracts, int rounds) => new RateCommand(contracts, rounds).Run();

    private static ContractHistory HistoryOf(Contract contract, UsageCount[] counts) => ContractHistory.Of(contract, counts, knownAt: null, MspMonth1.Month.End);

    private static IEnumerable<int> Threads() => new[] { 1, 2, 4, 8, 16, Environment.ProcessorCount }.Where(count => count <= Environment.ProcessorCount).Distinct().Order();

    private int Run()
    {
        (string Name, Func<int, int, long> Sum)[] ways =
            [("decimal loop", Loop), ("rated from a prepared history", FromHistories), ("rated from the contract", FromContracts), ("drafted: lines, texts, tax", Drafts)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_drawn.Length:N0} contracts of five charges, {_rounds} rounds, medians"));
        Console.WriteLine();
        Console.WriteLine("| | threads | ms | contracts/s | times the loop on as many | times one thread's speed |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var expected = Loop(0, _drawn.Length);
        var alone = new double[ways.Length];
        foreach (var threads in Threads())
        {
            var seconds = Array.ConvertAll(ways, _ => new List<double>(_rounds));
            for (var round = -1; round < _rounds; round++)
            {
                for (var way = 0; way < ways.Length; way++)
                {
                    var (took, sum) = Measure(ways[way].Sum, threads);
                    if (sum != expected)
                    {
                        throw new InvalidOperationException($"{ways[way].Name} came to {sum} cents; it must come to {expected}.");
                    }

                    // The first time compiles.
                    if (round >= 0)
                    {
                        seconds[way].Add(took);
                    }
                }
            }

            var medians = Array.ConvertAll(seconds, one => one.Order().ElementAt(one.Count / 2));
            for (var way = 0; way < ways.Length; way++)
            {
                alone[way] = threads == 1 ? medians[way] : alone[way];
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {ways[way].Name} | {threads} | {medians[way] * 1_000:F2} | {_drawn.Length / medians[way]:N0} | {medians[way] / medians[0]:F2} | {alone[way] / medians[way]:F2} |"));
            }
        }

        return 0;
    }

    private (double Seconds, long Sum) Measure(Func<int, int, long> sum, int threads)
    {
        var sums = new long[threads];
        var start = Stopwatch.GetTimestamp();
        if (threads == 1)
        {
            sums[0] = sum(0, _drawn.Length);
        }
        else
        {
            var workers = Enumerable.Range(0, threads).Select(at => new Thread(() =>
                sums[at] = sum((int)((long)_drawn.Length * at / threads), (int)((long)_drawn.Length * (at + 1) / threads)))).ToArray();
            Array.ForEach(workers, worker => worker.Start());
            Array.ForEach(workers, worker => worker.Join());
        }

        return (Stopwatch.GetElapsedTime(start).TotalSeconds, sums.Sum());
    }

    private long Loop(int from, int until)
    {
        var total = 0m;
        foreach (ref readonly var drawn in _drawn.AsSpan(from, until - from))
        {
            total += PlainInvoice.Of(drawn).Subtotal;
        }

        return decimal.ToInt64(total * 100m);
    }

    private long FromHistories(int from, int until)
    {
        var (pieces, cents) = (new RatedPieces(), 0L);
        foreach (ref readonly var one in _contracts.AsSpan(from, until - from))
        {
            cents += Rated(one.Contract, one.History, pieces);
        }

        return cents;
    }

    private long FromContracts(int from, int until)
    {
        var (pieces, cents) = (new RatedPieces(), 0L);
        foreach (ref readonly var one in _contracts.AsSpan(from, until - from))
        {
            cents += Rated(one.Contract, HistoryOf(one.Contract, one.Counts), pieces);
        }

        return cents;
    }

    private long Drafts(int from, int until)
    {
        var (drafter, cents) = (new Drafter(new TableTaxCalculator(WorkloadBook.Taxes)), 0L);
        foreach (ref readonly var one in _contracts.AsSpan(from, until - from))
        {
            cents += drafter.Draft(one.Contract, new DraftRequest(one.Customer, WorkloadBook.IssueDay) { Counts = one.Counts })?.Subtotal.MinorUnits ?? 0;
        }

        return cents;
    }

    private static long Rated(Contract contract, ContractHistory history, RatedPieces pieces)
    {
        var cents = 0L;
        foreach (var line in history.Lines)
        {
            cents += Rater.Rate(line, MspMonth1.Month, contract.Terms, pieces).MinorUnits;
        }

        return cents;
    }
}
