using Msp.Billing.Amounts;
using NetArchTest.Rules;

namespace Msp.Billing.Tests.Architecture;

/// <summary>The order of the core's folders: each may use those before it and none after it.</summary>
public sealed class FlowTests
{
    private static readonly string[] Flow =
    [
        "Amounts", "Periods", "Specifications", "Catalog", "Plans", "Contracts", "Usage", "Rating", "Invoicing", "Ledger", "Runs", "BreakFix", "Quotes", "Insights",
    ];

    public static TheoryData<string> Folders => [.. Flow];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Uses_nothing_downstream(string folder)
    {
        var downstream = Flow.SkipWhile(name => name != folder).Skip(1).Select(name => $"Msp.Billing.{name}").ToArray();
        if (downstream.Length == 0)
        {
            return;
        }

        var result = Types.InAssembly(typeof(Money).Assembly)
            .That().ResideInNamespace($"Msp.Billing.{folder}")
            .ShouldNot().HaveDependencyOnAny(downstream)
            .GetResult();

        Assert.True(result.IsSuccessful, $"{folder} uses a folder to its right: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Every_folder_is_in_the_flow()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/Msp.Billing")).Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"));
        var namespaces = typeof(Money).Assembly.GetTypes().Select(type => type.Namespace)
            .Where(name => name is not null && name.StartsWith("Msp.Billing.", StringComparison.Ordinal))
            .Select(name => name?.Split('.')[2]); // a folder within a folder belongs to it
        var unknown = folders.Concat(namespaces).Distinct().Except(Flow).Order();

        Assert.Equal([], unknown);
    }

    [Fact]
    public void Every_public_type_lies_in_a_folder() =>
        Assert.DoesNotContain(typeof(Money).Assembly.GetExportedTypes(), type => type.Namespace is null or "Msp.Billing");
}
