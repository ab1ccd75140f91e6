using Msp.Billing.Benchmarks.Workload;

namespace Msp.Billing.Benchmarks.Tests.Workload;

/// <summary>The published results of MSP-MONTH-1 were computed elsewhere, by programs that share no code with this one.</summary>
public sealed class MspMonth1Tests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Drafts_in_memory_equal_the_published_results(int contracts)
    {
        Assert.Empty(WorkloadCommands.Drafted(contracts).DifferencesFrom(ExpectedSums.Of(contracts)));
    }

    [Fact]
    public void A_cent_more_on_one_line_is_seen()
    {
        var sum = new WorkloadSum();
        sum.AddLine(3, 1);
        sum.AddInvoice(1, 1, 0);

        Assert.Contains("cents of line 3: 1, but it must be 30145383", sum.DifferencesFrom(ExpectedSums.Of(1_000)));
    }
}
