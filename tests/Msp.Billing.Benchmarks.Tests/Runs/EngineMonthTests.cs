using Msp.Billing.Benchmarks.Runs;
using Msp.Billing.Benchmarks.Workload;

namespace Msp.Billing.Benchmarks.Tests.Runs;

public sealed class EngineMonthTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("msp-billing-month-");

    [Theory]
    [InlineData(1_000, 981)]
    [InlineData(10_000, 9_799)]
    public void Posted_documents_equal_the_published_results_and_a_second_run_posts_nothing(int contracts, int invoices)
    {
        var path = Path.Combine(_folder.FullName, "month.db");
        EngineMonth.Create(path, contracts);

        Assert.Equal(invoices, EngineMonth.Run(path));
        Assert.Equal(0, EngineMonth.Run(path));

        Assert.Empty(EngineMonth.SumOf(path).DifferencesFrom(ExpectedSums.Of(contracts)));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
