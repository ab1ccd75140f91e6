using System.Globalization;
using Msp.Billing.BreakFix;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>Every default says where it comes from, and the documentation says the same.</summary>
public sealed class ComparisonDefaultsTests
{
    [Fact]
    public void Every_number_has_one_row_in_its_place() =>
        Assert.Equal(Enum.GetValues<ComparisonInput>(), ComparisonDefaults.All.Select(entry => entry.Input));

    [Fact]
    public void Every_row_has_a_source_and_a_band_within_its_bounds() =>
        Assert.All(ComparisonDefaults.All, entry =>
        {
            Assert.False(string.IsNullOrWhiteSpace(entry.Source));
            Assert.True(Enum.IsDefined(entry.Status) && Enum.IsDefined(entry.Unit));
            Assert.True(entry.Least <= entry.Low && entry.Low <= entry.Value && entry.Value <= entry.High && entry.High <= entry.Most, $"{entry.Input}");
        });

    [Fact]
    public void What_is_sourced_names_a_grade() =>
        Assert.All(ComparisonDefaults.All.Where(entry => entry.Status == InputStatus.Sourced), entry =>
            Assert.Matches(@"[;,] [A-D]\b", entry.Source));

    [Fact]
    public void Revenue_at_risk_is_nothing_by_policy() =>
        Assert.Equal(
            (0, InputStatus.Policy),
            (ComparisonDefaults.Of(ComparisonInput.RevenueAtRisk).Value, ComparisonDefaults.Of(ComparisonInput.RevenueAtRisk).Status));

    [Fact]
    public void The_documentation_prints_every_default()
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "break-fix-comparison.md"));
        var printed = page.Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(
            ComparisonDefaults.All.Where(entry => entry.Status != InputStatus.Offer).Select(Row),
            printed);
    }

    private static string Row(InputDefault entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"| `{entry.Input}` | {Number(entry.Value)} {Band(entry)}| {entry.Unit} | {entry.Status} | {entry.Source} |");

    private static string Band(InputDefault entry) => entry.Low < entry.High ? $"({Number(entry.Low)} to {Number(entry.High)}) " : "";

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "none" : value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
