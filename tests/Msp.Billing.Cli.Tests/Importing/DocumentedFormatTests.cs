using System.Runtime.CompilerServices;
using System.Text.Json;
using Msp.Billing.Cli.Importing;

namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>The page and the schemas name what the import reads, no more and no less.</summary>
public sealed class DocumentedFormatTests
{
    [Fact]
    public void Every_column_of_contracts_is_on_the_page()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "import.md"));
        string[] missing = [.. ContractTable.Required.Concat(ContractTable.Optional).Where(column => !page.Contains($"`{column}`", StringComparison.Ordinal))];

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_field_of_customers_is_on_the_page_and_in_the_schema()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "import.md"));
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "schemas", "customers.schema.json")));
        var item = Names(schema.RootElement.GetProperty("$defs"), "item");

        Assert.DoesNotContain(CustomerImport.Properties, column => !page.Contains($"`{column}`", StringComparison.Ordinal));
        Assert.Equal(CustomerImport.Properties.Order(StringComparer.Ordinal), item.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_schema_of_contracts_has_the_properties_that_are_read()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "schemas", "contracts.schema.json")));
        var parts = schema.RootElement.GetProperty("$defs");

        Assert.Superset(ContractHead.Fields.ToHashSet(), Names(parts, "item"));
        Assert.Equal(LineImport.Properties.Order(StringComparer.Ordinal), Names(parts, "line").Order(StringComparer.Ordinal));
        Assert.Equal(PricingImport.Fields.Order(StringComparer.Ordinal), Names(parts, "pricing").Order(StringComparer.Ordinal));
        Assert.Equal(DiscountImport.Properties.Order(StringComparer.Ordinal), Names(parts, "discount").Order(StringComparer.Ordinal));
        var contract = parts.GetProperty("item").GetProperty("properties");
        Assert.Equal(UpliftImport.Properties.Order(StringComparer.Ordinal), Names(contract, "uplift").Order(StringComparer.Ordinal));
        Assert.Equal(
            AmendmentImport.Properties.Order(StringComparer.Ordinal), Names(contract.GetProperty("amendments"), "items").Order(StringComparer.Ordinal));
    }

    private static HashSet<string> Names(JsonElement parts, string part) =>
        [.. parts.GetProperty(part).GetProperty("properties").EnumerateObject().Select(property => property.Name)];

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here) ?? "";
        while (!File.Exists(Path.Combine(folder, "Msp.Billing.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests has the solution.");
        }

        return folder;
    }
}
