using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Billing.Tests.Documentation;

/// <summary>What README shows is compiled here, and prints what README says it prints.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_code_in_README_is_the_code_below()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests/Msp.Billing.Tests/Documentation/ReadmeTests.cs")).ReplaceLineEndings("\n").Split('\n');
        var from = Array.FindIndex(source, line => line.Trim() == "#region README") + 1;
        var until = Array.FindIndex(source, line => line.Trim() == "#endregion");
        var code = source[from..until].Select(line => line.Length == 0 ? line : line["        ".Length..]).ToArray();

        Assert.Equal(string.Join('\n', code).Trim(), Block("csharp"));
        Assert.Equal(10, code.Count(line => line.Length > 0));
    }

    [Fact]
    public void It_prints_what_README_shows()
    {
        Run();

        Assert.Equal(Block("text"), string.Join('\n', Console.Lines));
    }

    [Fact]
    public void Every_file_that_it_points_to_is_there()
    {
        var missing = Readme.Split("](").Skip(1).Select(link => link.Split(')')[0].Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal))
            .Where(link => !Path.Exists(Path.Combine(Repository.Root, link)))
            .ToList();

        Assert.Empty(missing);
    }

    private static string Block(string language)
    {
        Assert.Contains($"```{language}\n", Readme, StringComparison.Ordinal);
        var start = Readme.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Readme[start..Readme.IndexOf("\n```", start, StringComparison.Ordinal)].Trim();
    }

    private static void Run()
    {
        #region README
        var march = new ServicePeriod(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));
        var users = new Charge("managed-user", "Managed users", BillingUnit.User, Pricing.PerUnit(150m, Currency.Usd));
        var terms = new ContractTerms(Currency.Usd, march.Start, new ContractLine(1, users, 45));
        var contract = new Contract("C-1001", "K-1001", terms, DateTimeOffset.UtcNow, ContractStatus.Scheduled);

        contract.ChangeQuantity(new AmendmentNote(new DateOnly(2026, 3, 17), DateTimeOffset.UtcNow, "maria", "Three joined."), lineId: 1, quantity: 48);
        contract.ChangeQuantity(new AmendmentNote(new DateOnly(2026, 3, 24), DateTimeOffset.UtcNow, "maria", "Two left."), lineId: 1, quantity: 46);

        var line = ContractHistory.Of(contract, counts: [], knownAt: null).Lines[0];
        var owed = Explainer.Explain(line, march, terms);
        foreach (var text in ExplanationText.Render(owed, Currency.Usd, CultureInfo.GetCultureInfo("en-US")))
            Console.WriteLine(text);
        #endregion
    }

    /// <summary>Stands in for the real one, which other tests write to at the same time.</summary>
    private static class Console
    {
        internal static List<string> Lines { get; } = [];

        internal static void WriteLine(string line) => Lines.Add(line);
    }
}
