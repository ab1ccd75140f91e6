using System.Text.RegularExpressions;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>Rules of this folder that no analyzer knows.</summary>
public sealed partial class HouseRulesTests
{
    [Fact]
    public void No_function_is_used_whose_last_digit_depends_on_the_machine() =>
        Assert.All(Sources(), file => Assert.DoesNotMatch(Machine(), File.ReadAllText(file)));

    [Fact]
    public void Nothing_is_summed_in_parallel() =>
        Assert.All(Sources(), file => Assert.DoesNotContain("Parallel", File.ReadAllText(file), StringComparison.Ordinal));

    private static List<string> Sources()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Msp.Billing", "BreakFix"), "*.cs", SearchOption.AllDirectories).ToList();
        Assert.True(files.Count > 30, $"Only {files.Count} files were found.");
        return files;
    }

    [GeneratedRegex(@"\bMath\.(Exp|Log|Log2|Log10|Pow|Sin|Cos|SinCos|Tan|Atan|Atan2|Asin|Acos|Sinh|Cosh|Tanh|Cbrt|FusedMultiplyAdd)\(|\bVector[<.]")]
    private static partial Regex Machine();
}
