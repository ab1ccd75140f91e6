using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Commands;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Tests.Importing;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary><c>msp import</c> against a database: all of a file or nothing, and what the shell is told.</summary>
public sealed class ImportCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("msp-import-").FullName;

    private string Database => Path.Combine(_folder, "msp.db");

    [Fact]
    public void Every_sample_is_stored_and_read_back()
    {
        Init();

        Assert.Equal("Imported 6 tax rates, 5 services, 2 plans, 1 plan family, 1 price book from catalog.json.", Import("catalog", "catalog.json"));
        Assert.Equal("Imported 2 price books from prices.csv.", Import("catalog", "prices.csv"));
        Assert.Equal("Imported 4 customers from customers.csv.", Import("customers", "customers.csv"));
        Assert.Equal("Imported 2 customers from customers.json.", Import("customers", "customers.json"));
        Assert.Equal("Imported 2 contracts, 7 lines from contracts.csv.", Import("contracts", "contracts.csv"));
        Assert.Equal("Imported 1 contract, 3 lines, 1 amendment from contracts.json.", Import("contracts", "contracts.json"));
        Assert.Equal("Imported 6 counts from counts.csv.", Import("counts", "counts.csv"));
        Assert.Equal("Imported 2 counts from counts.json.", Import("counts", "counts.json"));

        using var store = BillingStorage.Open(Database);
        using var contracts = new ContractReader(store, 1);
        Assert.Equal(8, contracts.Find("C-1001")?.Counts.Length);
        Assert.Equal("j.porter", contracts.Find("C-2001")?.Contract.Amendments[0].Author);
        var catalog = StoredCatalog.Read(store, 1);
        Assert.Equal(["EUR 2026", "GBP 2026", "GBP 2027"], catalog.PriceBooks.All.Select(book => book.Name));
        Assert.Equal(62m, catalog.Plans.Single(plan => plan.Code == "managed-standard").Charges[0].Pricing.Steps[0].UnitPrice);
        Assert.Equal(2, catalog.Families[0].Plans.Length);
    }

    [Fact]
    public void One_bad_row_keeps_all_of_a_file_out()
    {
        Init();
        Import("customers", "customers.csv");
        var table = Imports.Sample("contracts.csv").Replace(",USD,2026-03-17,", ",USX,2026-03-17,", StringComparison.Ordinal);

        var (exit, output, error) = Run("import", "contracts", Write("contracts.csv", table));

        Assert.Equal(ExitCode.BadFile, exit);
        Assert.Equal("", output);
        Assert.Equal(
            $"""
            {PathOf("contracts.csv")}: line 7, currency: 'USX' is not a currency of ISO 4217; write its three capital letters, such as USD.
            {PathOf("contracts.csv")}: 1 problem; nothing was stored.

            """,
            error);
        using var store = BillingStorage.Open(Database);
        using var contracts = new ContractReader(store, 1);
        Assert.Empty(contracts.Read());
    }

    [Fact]
    public void Importing_twice_is_refused_for_contracts_and_harmless_for_a_catalogue()
    {
        Init();
        Import("customers", "customers.csv");
        Import("contracts", "contracts.csv");
        Import("catalog", "catalog.json");

        var (exit, _, error) = Run("import", "contracts", PathOf("contracts.csv"));

        Assert.Equal(ExitCode.BadFile, exit);
        Assert.Contains("line 2, contract: a contract 'C-1001' is stored already.", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, Run("import", "catalog", PathOf("catalog.json")).Exit);
    }

    [Fact]
    public void Counts_fit_the_lines_that_amendments_brought()
    {
        Init();
        Import("customers", "customers.csv");
        var added = """
            "amendments": [{"kind": "add-line", "day": "2026-04-01", "recorded_at": "2026-03-20T08:00:00Z", "reason": "More",
              "added": [{"line": 9, "charge": "gb", "name": "GB", "unit": "gb", "pricing": {"model": "per-unit", "price": 1}, "timing": "arrears", "basis": "reported"}]}],
            "recorded_at": "2026-02-01T08:00:00Z"
            """;
        Assert.Equal(ExitCode.Ok, Run("import", "contracts", Write("one.json", Imports.ContractJson(added).Replace("K-1\"", "K-1001\"", StringComparison.Ordinal))).Exit);

        Assert.Equal(ExitCode.Ok, Run("import", "counts", Write("counts.csv", "contract,line,day,quantity\nC-1,9,2026-04-30,1.5\n")).Exit);
        Assert.Equal(ExitCode.BadFile, Run("import", "counts", Write("counts.csv", "contract,line,day,quantity\nC-1,8,2026-04-30,1.5\n")).Exit);
    }

    [Fact]
    public void A_dry_run_stores_nothing_and_needs_no_database()
    {
        var (exit, output, _) = Run("import", "customers", Write("customers.csv", Imports.Sample("customers.csv")), "--dry-run");

        Assert.Equal(ExitCode.Ok, exit);
        Assert.Equal(
            $"""
            {PathOf("customers.csv")} is good: 4 customers. Nothing was stored.
            There is no database at {Database}, so nothing was checked against it.

            """,
            output);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public void A_dry_run_with_a_database_checks_against_it()
    {
        Init();

        var (exit, _, error) = Run("import", "contracts", Write("contracts.csv", Imports.Sample("contracts.csv")), "--dry-run");

        Assert.Equal(ExitCode.BadFile, exit);
        Assert.Contains("line 2, customer: there is no customer 'K-1001'; import it first.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_document_with_every_problem()
    {
        Init();

        var (exit, output, error) = Run("import", "contracts", Write("contracts.csv", Imports.Sample("contracts.csv")), "--json");

        Assert.Equal((ExitCode.BadFile, ""), (exit, error));
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        Assert.False(root.GetProperty("saved").GetBoolean());
        Assert.Equal(2, root.GetProperty("problemCount").GetInt32());
        var second = root.GetProperty("problems")[1];
        Assert.Equal((7, "customer"), (second.GetProperty("line").GetInt32(), second.GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("--max-size", "0")]
    [InlineData("--max-size", "1,5")]
    [InlineData("--max-size", "99999")]
    [InlineData("--recorded-at", "yesterday")]
    public void Options_out_of_range_are_a_usage_error(string option, string value) =>
        Assert.Equal(ExitCode.Usage, Run("import", "counts", "counts.csv", option, value).Exit);

    [Fact]
    public void A_file_over_the_limit_is_refused_before_it_is_read()
    {
        Init();
        var path = Write("counts.csv", "x");
        using (var stream = File.OpenWrite(path))
        {
            stream.SetLength(2L * 1024 * 1024);
        }

        var (exit, _, error) = Run("import", "counts", path, "--max-size", "1");

        Assert.Equal(ExitCode.BadFile, exit);
        Assert.StartsWith($"{path}: has 2 MB; at most 1 MB are read. Split it, or allow more with --max-size 2.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_means_nothing_is_stored()
    {
        Init();
        using var source = new CancellationTokenSource();
        source.Cancel();

        var (exit, _, _) = Run(source.Token, "import", "customers", Write("customers.csv", Imports.Sample("customers.csv")));

        Assert.Equal(ExitCode.Cancelled, exit);
        using var store = BillingStorage.Open(Database);
        using var customers = new CustomerReader(store, 1);
        Assert.Empty(customers.All());
    }

    [Fact]
    public void A_long_file_shows_how_far_it_is_but_not_to_programs()
    {
        Init();
        var table = new System.Text.StringBuilder("number,name,jurisdiction\n");
        for (var number = 0; number < 40_000; number++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"K-{number:D7},Customer of a provider,US-CA\n");
        }

        var path = Write("customers.csv", table.ToString());

        Assert.Equal((ExitCode.Ok, ""), (Run("import", "customers", path, "--dry-run", "--json").Exit, Run("import", "customers", path, "--dry-run", "--quiet").Error));
        var (exit, _, error) = Run("import", "customers", path);
        Assert.Equal(ExitCode.Ok, exit);
        var lines = error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 3, 10);
        Assert.All(lines, line => Assert.Matches("^Importing: [0-9,]+ of 1,523 KB$", line));
        Assert.Equal("Importing: 1,523 of 1,523 KB", lines[^1]);
    }

    [Fact]
    public void Without_a_database_the_storage_error_says_what_to_do()
    {
        var (exit, _, error) = Run("import", "customers", Write("customers.csv", Imports.Sample("customers.csv")));

        Assert.Equal(ExitCode.Storage, exit);
        Assert.Contains("Create it with 'msp init'", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Init()
    {
        BillingStorage.CreateOrMigrate(Database);
        using var store = BillingStorage.Open(Database);
        using var transaction = store.Begin();
        new SellerBook(store).Add(new("main", "Northwind", "US", Currency.Usd, "America/Chicago"));
        transaction.Commit();
    }

    private string Import(string kind, string sample)
    {
        var (exit, output, error) = Run("import", kind, Write(sample, Imports.Sample(sample)));
        Assert.Equal((ExitCode.Ok, ""), (exit, error));
        return output.Trim().Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    private (int Exit, string Output, string Error) Run(params string[] args) => Run(CancellationToken.None, args);

    private (int Exit, string Output, string Error) Run(CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run([.. args, "--db", Database], new Terminal { Output = output, Error = error, LoginName = "maria", Cancellation = cancellation });
        return (exit, output.ToString(), error.ToString());
    }
}
