using System.Text.Json;
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

    [Fact]
    public void What_is_printed_for_other_harnesses_has_every_field_of_the_published_results()
    {
        var path = Path.Combine(_folder.FullName, "month.db");
        EngineMonth.Prepare(path, 1_000);
        EngineMonth.Run(path);

        using var check = JsonDocument.Parse(EngineMonth.CheckOf(path));
        using var published = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Workload", "msp-month-1.expected.json")));

        var expected = published.RootElement.GetProperty("1000");
        foreach (var field in (string[])["contracts", "invoices", "lines", "zero_amount_lines", "subtotal", "tax", "total", "by_line_no", "checksum"])
        {
            Assert.True(JsonElement.DeepEquals(expected.GetProperty(field), check.RootElement.GetProperty(field)), field);
        }

        Assert.True(check.RootElement.GetProperty("numbers_gapless").GetBoolean());
        Assert.True(check.RootElement.GetProperty("line_sums_match").GetBoolean());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
