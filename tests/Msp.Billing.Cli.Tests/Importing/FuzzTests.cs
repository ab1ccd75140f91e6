using System.Text;
using CsCheck;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>Whatever is in a file, it is read or refused with a reason; nothing is thrown.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Nasty =
    [
        "", " ", "\"", "\"\"", ",", ";", "\n", "\r\n", "\0", "{", "}", "[", "]", "null", "true", "-1", "0", "1e999", "0.0000001", "99999999999999999999",
        "79228162514264337593543950335", "9999-12-31", "0001-01-01", "2026-02-29", "\\ud800", "\u202E", "𝄞", "=1+1", "K-1001", "C-1001", "percent-of", "once", "reported", ":", "*:", "*:0", "1:1;*:1",
    ];

    [Theory]
    [InlineData("catalog.json")]
    [InlineData("prices.csv")]
    [InlineData("customers.csv")]
    [InlineData("customers.json")]
    [InlineData("contracts.csv")]
    [InlineData("contracts.json")]
    [InlineData("counts.csv")]
    [InlineData("counts.json")]
    public void A_damaged_sample_is_read_or_refused(string name)
    {
        var sample = Encoding.UTF8.GetBytes(Imports.Sample(name));
        var edit = Gen.Select(Gen.Int[0, sample.Length], Gen.Int[0, 12], OneOf(Nasty));

        using var temporary = new TemporaryFile(name, sample);
        edit.Array[1, 4].Sample(edits =>
        {
            var content = sample;
            foreach (var (at, length, text) in edits)
            {
                var start = Math.Min(at, content.Length);
                content = [.. content[..start], .. Encoding.UTF8.GetBytes(text), .. content[Math.Min(content.Length, start + length)..]];
            }

            Read(temporary, name, content);
        }, iter: 500, threads: 1);
    }

    [Theory]
    [InlineData("catalog.json", ':')]
    [InlineData("prices.csv", ',')]
    [InlineData("customers.csv", ',')]
    [InlineData("contracts.csv", ',')]
    [InlineData("counts.csv", ',')]
    [InlineData("contracts.json", ':')]
    [InlineData("customers.json", ':')]
    public void A_sample_with_other_values_is_read_or_refused(string name, char between)
    {
        var parts = Imports.Sample(name).Split(between);
        var swap = Gen.Select(Gen.Int[0, parts.Length - 1], OneOf([.. Nasty, .. parts]));

        using var temporary = new TemporaryFile(name, "");
        swap.Array[1, 4].Sample(swaps =>
        {
            var content = parts.ToArray();
            foreach (var (at, text) in swaps)
            {
                content[at] = text;
            }

            Read(temporary, name, Encoding.UTF8.GetBytes(string.Join(between, content)));
        }, iter: 500, threads: 1);
    }

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static void Read(TemporaryFile temporary, string name, byte[] content)
    {
        File.WriteAllBytes(temporary.Path, content);
        var problems = new ImportProblems();
        if (ImportFile.Open(temporary.Path, ImportFile.DefaultLimit, problems) is { } file)
        {
            foreach (var _ in Items(name, file, problems))
            {
            }
        }
    }

    private static IEnumerable<object> Items(string name, ImportFile file, ImportProblems problems) => name[..4] switch
    {
        "cust" => CustomerImport.Read(file, KnownRecords.Unchecked, problems),
        "cata" or "pric" => CatalogImport.Read(file, KnownRecords.Unchecked, problems) is { } catalog ? [catalog] : [],
        "cont" => ContractImport.Read(file, KnownRecords.Unchecked, Imports.RecordedAt, problems),
        _ => CountImport.Read(file, KnownRecords.Unchecked, Imports.RecordedAt, problems).Select(count => (object)count),
    };
}
