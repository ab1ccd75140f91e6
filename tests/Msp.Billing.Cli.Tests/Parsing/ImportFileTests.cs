using System.Text;
using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Tests.Parsing;

/// <summary>What is refused of a file before it is taken apart.</summary>
public sealed class ImportFileTests
{
    [Theory]
    [InlineData("counts.csv", "", "is empty.")]
    [InlineData("counts.csv", "\n \r\n\t", "is empty.")]
    [InlineData("counts.xlsx", "PK", "the name must end in .csv or .json, which says how the file is read.")]
    [InlineData("counts.csv", "a,b\n1,\0\n", "line 2: has a zero byte: this is no text file.")]
    public void Refused(string name, string content, string expected) => Assert.Equal([expected], Open(name, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void A_name_in_latin_1_is_refused_with_its_line() => Assert.Equal(
        ["line 3: is not UTF-8 after \"K-2,M\"; save the file as UTF-8."],
        Open("customers.csv", Encoding.Latin1.GetBytes("number,name\nK-1,Meier\nK-2,Müller\n")));

    [Fact]
    public void Utf_16_is_refused() => Assert.Equal(
        ["is written in UTF-16; save it as UTF-8."],
        Open("customers.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("number,name\n")]));

    [Fact]
    public void A_file_that_ends_inside_a_character_is_refused() => Assert.Equal(
        ["line 2: is not UTF-8: the file ends inside a character."],
        Open("customers.csv", [.. "number,name\nK-1,M"u8, 0xC3]));

    [Fact]
    public void A_character_that_lies_across_two_blocks_is_read()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var text = new string('x', (64 * 1024) - 2 - shift) + "€uro, 𝄞, ü";

            Assert.Empty(Open("customers.csv", Encoding.UTF8.GetBytes(text)));
        }
    }

    [Fact]
    public void A_byte_order_mark_is_taken()
    {
        using var file = new TemporaryFile("counts.csv", [.. Encoding.UTF8.Preamble, .. "contract,line,day,quantity\n"u8]);
        var problems = new ImportProblems();

        using var table = CsvTable.Open(ImportFile.Open(file.Path, ImportFile.DefaultLimit, problems) ?? throw new InvalidOperationException(), ["contract", "line", "day", "quantity"], [], problems);

        Assert.Empty(problems.Listed);
        Assert.NotNull(table);
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_folder_are_refused()
    {
        using var file = new TemporaryFile("counts.csv", "x");
        var folder = Path.Combine(Path.GetDirectoryName(file.Path) ?? "", "folder.csv");
        Directory.CreateDirectory(folder);

        Assert.Equal(["there is no such file."], Problems(Path.Combine(folder, "none.csv"), ImportFile.DefaultLimit));
        Assert.Equal(["is a folder; name a file."], Problems(folder, ImportFile.DefaultLimit));
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_without_reading_them()
    {
        using var file = new TemporaryFile("counts.csv", "x");
        using (var stream = File.OpenWrite(file.Path))
        {
            stream.SetLength(100L * 1024 * 1024);
        }

        Assert.Equal(
            ["has 100 MB; at most 64 MB are read. Split it, or allow more with --max-size 100."],
            Problems(file.Path, ImportFile.DefaultLimit));
    }

    private static string[] Open(string name, byte[] content)
    {
        using var file = new TemporaryFile(name, content);
        return Problems(file.Path, ImportFile.DefaultLimit);
    }

    private static string[] Problems(string path, long limit)
    {
        var problems = new ImportProblems();
        ImportFile.Open(path, limit, problems);
        return [.. problems.Listed.Select(problem => problem.ToString())];
    }
}
