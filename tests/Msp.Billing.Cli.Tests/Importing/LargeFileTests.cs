using System.Globalization;
using System.Text;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>Files just under the limit, good or hostile, are read in little memory.</summary>
public sealed class LargeFileTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void A_good_table_of_60_megabytes()
    {
        var row = "C-{0:D7},K-1,USD,2026-03-01,{1},user-{1},Managed users and their workstations of every kind,per-unit,45,user,38.50\n";
        var table = new StringBuilder(Imports.ContractTable("quantity,unit,price"), 61 * Megabyte);
        var contracts = 0;
        while (table.Length < 60 * Megabyte)
        {
            contracts++;
            for (var line = 1; line <= 5; line++)
            {
                table.AppendFormat(CultureInfo.InvariantCulture, row, contracts, line);
            }
        }

        var (read, problems) = Measure("contracts.csv", table.ToString(), out var grown, file => ContractImport.Read(file, KnownRecords.Unchecked, Imports.RecordedAt, new ImportProblems()));

        Assert.Equal(contracts, read);
        Assert.Empty(problems);
        Assert.InRange(grown, 0, 150);
    }

    [Theory]
    [InlineData("[", ",", "0")] // millions of items that are nothing
    [InlineData("{\"contracts\": [", ",", "{}")] // millions of empty items
    [InlineData("[{\"lines\": [", ",", "0")] // one item that never ends
    [InlineData("[{\"contract\": \"", "", "aaaaaaaaaaaaaaaa")] // one text that never ends
    [InlineData("", "", "                ")] // nothing but blanks, then an end
    [InlineData("[{", ",", "\"a\": 1")] // one object with millions of properties
    public void A_hostile_json_file_of_60_megabytes(string start, string between, string item)
    {
        var json = new StringBuilder(start, 61 * Megabyte);
        while (json.Length < 60 * Megabyte)
        {
            json.Append(item).Append(between);
        }

        json.Append('x');
        var found = new ImportProblems();
        var (read, _) = Measure("contracts.json", json.ToString(), out var grown, file => ContractImport.Read(file, KnownRecords.Unchecked, Imports.RecordedAt, found));

        Assert.Equal(0, read);
        Assert.False(found.None);
        Assert.InRange(grown, 0, 150);
    }

    [Fact]
    public void A_quote_that_is_never_closed_in_60_megabytes()
    {
        var table = new StringBuilder("contract,line,day,quantity\n\"C-1,2,2026-03-01,4\n", 61 * Megabyte);
        while (table.Length < 60 * Megabyte)
        {
            table.Append("C-1,2,2026-03-01,4\n");
        }

        var found = new ImportProblems();
        Measure("counts.csv", table.ToString(), out var grown, file => CountImport.Read(file, KnownRecords.Unchecked, Imports.RecordedAt, found).Select(count => count.Contract));

        Assert.Equal(
            ["line 2: the row is longer than 1 MB; a quote is probably opened and never closed. Nothing after it was read."],
            found.Listed.Select(problem => problem.ToString()));
        Assert.InRange(grown, 0, 150);
    }

    // The peak of what was alive after a collection, taken a hundred times on the way, in megabytes above the start.
    private static (int Read, string[] Problems) Measure<T>(string name, string content, out long grown, Func<ImportFile, IEnumerable<T>> read)
    {
        using var temporary = new TemporaryFile(name, content);
        var problems = new ImportProblems();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var file = ImportFile.Open(temporary.Path, ImportFile.DefaultLimit, problems);
        var (count, peak) = (0, before);
        foreach (var _ in file is null ? [] : read(file))
        {
            if (count++ % 10_000 == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        grown = (Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)) - before) / Megabyte;
        return (count, [.. problems.Listed.Select(problem => problem.ToString())]);
    }
}
