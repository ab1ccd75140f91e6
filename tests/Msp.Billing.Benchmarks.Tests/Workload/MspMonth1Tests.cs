using Msp.Billing.Benchmarks.Workload;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Benchmarks.Tests.Workload;

/// <summary>The published results of MSP-MONTH-1 were computed elsewhere, by programs that share no code with this one.</summary>
public sealed class MspMonth1Tests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Drafts_in_memory_equal_the_published_results(int contracts)
    {
        var drafter = new Drafter(new TableTaxCalculator(WorkloadBook.Taxes));
        var sum = new WorkloadSum();
        foreach (var drawn in MspMonth1.Draw(contracts))
        {
            var request = new DraftRequest(WorkloadBook.CustomerOf(drawn), WorkloadBook.IssueDay) { Counts = WorkloadBook.CountsOf(drawn) };
            if (drafter.Draft(WorkloadBook.ContractOf(drawn), request) is { } draft)
            {
                sum.Add(draft);
            }
        }

        using var expected = ExpectedSums.Load();
        Assert.Empty(expected.DifferencesFrom(contracts, sum));
    }

    [Fact]
    public void A_cent_more_on_one_line_is_seen()
    {
        var sum = new WorkloadSum();
        sum.AddLine(3, 1);
        sum.AddInvoice(1, 1, 0);

        using var expected = ExpectedSums.Load();
        Assert.Contains("cents of line 3: 1, but it must be 30145383", expected.DifferencesFrom(1_000, sum));
    }
}
