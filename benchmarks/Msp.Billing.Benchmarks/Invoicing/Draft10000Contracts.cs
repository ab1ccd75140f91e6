using BenchmarkDotNet.Attributes;
using Msp.Billing.Benchmarks.Workload;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Usage;

namespace Msp.Billing.Benchmarks.Invoicing;

/// <summary>What do 10,000 drafts cost, with lines, tax and everything that an invoice prints, beside their bare amounts?</summary>
[MemoryDiagnoser]
public class Draft10000Contracts
{
    private const int Size = 10_000;
    private readonly Drafter _drafter = new(new TableTaxCalculator(WorkloadBook.Taxes));
    private readonly DrawnContract[] _drawn = [.. MspMonth1.Draw(Size)];
    private (Contract Contract, Customer Customer, UsageCount[] Counts)[] _contracts = [];

    /// <summary>Refuses to measure what does not agree.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _contracts = [.. _drawn.Select(drawn => (WorkloadBook.ContractOf(drawn), WorkloadBook.CustomerOf(drawn), WorkloadBook.CountsOf(drawn)))];
        if (PlainDecimal() != Draft())
        {
            throw new InvalidOperationException($"The totals disagree: {PlainDecimal()} and {Draft()} cents.");
        }
    }

    [Benchmark(Baseline = true)]
    public long PlainDecimal()
    {
        var total = 0m;
        foreach (ref readonly var drawn in _drawn.AsSpan())
        {
            if (drawn.ActiveDays > 0)
            {
                var invoice = PlainInvoice.Of(drawn);
                total += invoice.Subtotal + invoice.TaxOf(drawn);
            }
        }

        return decimal.ToInt64(total * 100m);
    }

    [Benchmark]
    public long Draft()
    {
        var total = 0L;
        foreach (var (contract, customer, counts) in _contracts)
        {
            total += _drafter.Draft(contract, new DraftRequest(customer, WorkloadBook.IssueDay) { Counts = counts })?.Total.MinorUnits ?? 0;
        }

        return total;
    }
}
