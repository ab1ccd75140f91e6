using System.Text.Json;
using Msp.Billing.Cli.Commands;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary><c>msp demo</c>: the company in a database, billed and explained, or as files.</summary>
public sealed class DemoCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("msp-demo-").FullName;

    private string Database => Path.Combine(_folder, "demo.db");

    [Fact]
    public void Two_months_are_billed_and_an_invoice_with_a_late_change_is_explained()
    {
        var (exit, output, error) = Run("demo", "--run", "--db", Database);

        Assert.Equal((ExitCode.Ok, ""), (exit, error));
        Assert.Contains("RUN-0002 through 2026-03-31", output, StringComparison.Ordinal);
        Assert.Contains("> msp invoice show INV-2026-", output, StringComparison.Ordinal);
        Assert.Contains("rounded once", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, Run("invoice", "verify", "--db", Database).Exit);
    }

    [Fact]
    public void Json_is_one_document_and_the_same_each_time()
    {
        var first = Run("demo", "--run", "--json", "--db", Database);
        var second = Run("demo", "--run", "--json", "--db", Path.Combine(_folder, "again.db"));

        using var json = JsonDocument.Parse(first.Output);
        Assert.Equal(60, json.RootElement.GetProperty("customers").GetInt32());
        Assert.StartsWith("INV-2026-", json.RootElement.GetProperty("invoice").GetString(), StringComparison.Ordinal);
        Assert.Equal(first.Output.Replace("demo.db", "again.db", StringComparison.Ordinal), second.Output);
    }

    [Fact]
    public void A_second_demo_in_one_database_is_refused()
    {
        Assert.Equal(ExitCode.Ok, Run("demo", "--db", Database).Exit);

        var (exit, _, error) = Run("demo", "--db", Database);

        Assert.Equal(ExitCode.Refused, exit);
        Assert.Contains("has a seller 'northwind' already", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_files_make_the_same_database_through_the_import()
    {
        Assert.Equal(ExitCode.Ok, Run("demo", "--files", _folder).Exit);
        Assert.Equal(ExitCode.Ok, Run("init", "--name", "Northwind", "--country", "IE", "--currency", "EUR", "--time-zone", "Europe/Dublin", "--db", Database).Exit);

        foreach (var (kind, file) in new[] { ("catalog", "catalog.json"), ("customers", "customers.json"), ("contracts", "contracts.json"), ("counts", "counts.csv") })
        {
            var (exit, _, error) = Run("import", kind, Path.Combine(_folder, file), "--db", Database);
            Assert.Equal((ExitCode.Ok, ""), (exit, error));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(args, new Terminal { Output = output, Error = error, LoginName = "test" });
        return (exit, output.ToString(), error.ToString());
    }
}
