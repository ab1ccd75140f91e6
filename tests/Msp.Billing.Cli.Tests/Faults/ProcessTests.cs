using System.Text.Json;

namespace Msp.Billing.Cli.Tests.Faults;

/// <summary>The built program as a script sees it: exit code, what was asked for on one stream and what went wrong on the other.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("msp-process-").FullName;

    private string Database => Path.Combine(_folder, "billing.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Good_files_are_taken_and_said_so()
    {
        Init();

        // A dry run finds nothing wrong and stores nothing: the same file is taken afterwards.
        using var document = JsonDocument.Parse(Call("import", "customers", Sample("customers.csv"), "--dry-run", "--json").Output);
        Assert.Equal((true, false, 4), (
            document.RootElement.GetProperty("dryRun").GetBoolean(), document.RootElement.GetProperty("saved").GetBoolean(),
            document.RootElement.GetProperty("records").GetProperty("customers").GetInt32()));
        Assert.Equal((0, "", ""), Call("import", "customers", Sample("customers.csv"), "--dry-run", "--quiet"));
        foreach (var (kind, sample) in new[] { ("catalog", "catalog.json"), ("customers", "customers.csv"), ("contracts", "contracts.csv"), ("counts", "counts.csv") })
        {
            var (code, output, error) = Call("import", kind, Sample(sample));
            Assert.Equal((0, ""), (code, error));
            Assert.StartsWith("Imported ", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_file_is_on_the_error_stream_and_in_the_document()
    {
        Init();
        var file = Path.Combine(_folder, "customers.csv");
        File.WriteAllText(file, "number,name,jurisdiction\nK-1,,DE\nK-2,Aurora Clinic,\nK-2,Aurora Clinic,DE\n");

        var (code, output, error) = Call("import", "customers", file);
        Assert.Equal((3, ""), (code, output));
        foreach (var words in (string[])["line 2, name: ", "line 3, jurisdiction: ", "line 4, number: ", "3 problems; nothing was stored."])
        {
            Assert.Contains(words, error, StringComparison.Ordinal);
        }

        (code, output, error) = Call("import", "customers", file, "--json");
        using var document = JsonDocument.Parse(output);
        Assert.Equal((3, ""), (code, error));
        Assert.Equal(
            [(2, "name"), (3, "jurisdiction"), (4, "number")],
            document.RootElement.GetProperty("problems").EnumerateArray().Select(problem => (problem.GetProperty("line").GetInt32(), problem.GetProperty("field").GetString())));
    }

    [Theory]
    [InlineData(2, "import", "customers")]
    [InlineData(2, "import", "costumers", "x.csv")]
    [InlineData(3, "import", "customers", "nowhere.csv")]
    [InlineData(1, "run", "approve")]
    [InlineData(1, "invoice", "show", "INV-1")]
    [InlineData(2, "demo", "--seed", "x")]
    public void A_failure_has_its_code_and_one_document(int expected, params string[] arguments)
    {
        Init();
        var (code, output, error) = Call([.. arguments, "--json"]);

        Assert.Equal(expected, code);

        // A file that is refused is what was asked about; any other failure is an error.
        using var document = JsonDocument.Parse(expected == 3 ? output : error);
        Assert.Equal("", expected == 3 ? error : output);
        Assert.Equal(expected, expected == 3 ? 3 : document.RootElement.GetProperty("error").GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public void Without_a_database_the_code_is_4()
    {
        var (code, output, error) = Call("run", "status");

        Assert.Equal((4, ""), (code, output));
        Assert.Contains("msp init", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_bills_two_months_and_explains_an_invoice()
    {
        var (code, output, error) = Call("demo", "--run");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("> msp invoice show INV-2026-", output, StringComparison.Ordinal);

        (code, output, error) = Call("demo", "--run", "--json");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("already", error, StringComparison.Ordinal);

        using var log = JsonDocument.Parse(Call("audit", "--json").Output);
        Assert.Equal(12, log.RootElement.GetProperty("total").GetInt32());
        Assert.Equal((0, "[]"), (Call("invoice", "verify", "--json").Code, Call("invoice", "verify", "--json").Output.Trim()));
    }

    [Fact]
    public void The_demo_for_programs_is_one_document()
    {
        var (code, output, error) = Call("demo", "--run", "--json");

        Assert.Equal((0, ""), (code, error));
        using var document = JsonDocument.Parse(output);
        Assert.StartsWith("INV-2026-", document.RootElement.GetProperty("invoice").GetString(), StringComparison.Ordinal);
    }

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name);

    private void Init() => Assert.Equal(0, Call("init", "--name", "Northwind", "--country", "US", "--currency", "USD", "--time-zone", "America/Chicago").Code);

    private (int Code, string Output, string Error) Call(params string[] arguments) => MspProcess.Call([.. arguments, "--db", Database]);
}
