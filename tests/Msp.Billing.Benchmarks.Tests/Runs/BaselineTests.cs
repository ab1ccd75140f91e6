using Msp.Billing.Benchmarks.Runs;
using Msp.Billing.Benchmarks.Workload;

namespace Msp.Billing.Benchmarks.Tests.Runs;

/// <summary>A baseline that did less work, or other work, would make every ratio worthless.</summary>
public sealed class BaselineTests : IDisposable
{
    private const int Contracts = 1_000;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("msp-billing-baseline-");

    [Fact]
    public void Prepared_statements_bill_the_month_once() => BillsTheMonthOnce(PreparedPipeline.Run);

    [Fact]
    public void Set_based_statements_bill_the_month_once() => BillsTheMonthOnce(SetBasedPipeline.Run);

    [Fact]
    public void Tracked_entities_bill_the_month_once() => BillsTheMonthOnce(TrackedPipeline.Run);

    public void Dispose() => _folder.Delete(recursive: true);

    private void BillsTheMonthOnce(Func<string, long> run)
    {
        var path = Path.Combine(_folder.FullName, "month.db");
        PlainTables.Create(path, Contracts);

        Assert.Equal(981, run(path));
        Assert.Equal(0, run(path));

        Assert.Empty(PlainTables.SumOf(path).DifferencesFrom(ExpectedSums.Of(Contracts)));
    }
}
