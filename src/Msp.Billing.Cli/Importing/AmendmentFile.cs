using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Commands;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads the file of one amendment: lines or a price, written as in the file of a contract.</summary>
internal static class AmendmentFile
{
    private const long LargestFile = 1024 * 1024;

    /// <summary>The line, or the list of lines, of a file. A line without a number takes the next free one.</summary>
    /// <param name="path">A JSON file.</param>
    /// <param name="stored">The contract, for its currency, its numbers and its customer's sites.</param>
    /// <param name="day">The first day of the lines unless they name another.</param>
    /// <exception cref="CommandException">The file is refused; the message names everything that is wrong with it.</exception>
    public static IReadOnlyList<ContractLine> Lines(string path, StoredContract stored, DateOnly day) => Read<IReadOnlyList<ContractLine>>(path, (root, problems) =>
    {
        var numbers = new DiscountNumbers();
        foreach (var discount in ContractParts.DiscountsOf(stored.Contract))
        {
            numbers.Take(discount.Id);
        }

        var next = ContractParts.NextLine(stored.Contract);
        var lines = new List<ContractLine>();
        foreach (var (item, place) in Items(root))
        {
            if (JsonRecord.From(item, place, LineImport.Properties, problems) is { } record &&
                LineImport.Read(record, stored.Contract.Terms.Currency, day, numbers, next) is { } line)
            {
                next = Math.Max(next, line.Id) + 1;
                lines.Add(line);
                CheckSite(record, line, stored.Customer);
            }
        }

        if (lines.Count == 0 && problems.None)
        {
            problems.Add("has no line.");
        }

        return lines;
    });

    /// <summary>The price of a file.</summary>
    /// <param name="path">A JSON file with the object that a contract's line has as <c>pricing</c>.</param>
    /// <param name="currency">The contract's currency.</param>
    /// <exception cref="CommandException">The file is refused; the message names everything that is wrong with it.</exception>
    public static Pricing Price(string path, Currency currency) => Read(path, (root, problems) =>
        JsonRecord.From(root, JsonPath.Root("pricing"), PricingImport.Fields, problems) is { } record ? PricingImport.Read(record, currency) : null);

    private static T Read<T>(string path, Func<JsonElement, ImportProblems, T?> take)
        where T : class
    {
        var problems = new ImportProblems();
        T? taken = null;
        if (ImportFile.Open(path, LargestFile, problems) is { } file)
        {
            if (!file.IsJson)
            {
                throw new CommandException(ExitCode.BadFile, $"{path}: is a table; an amendment is read from a JSON file.");
            }

            try
            {
                using var stream = file.OpenRead();
                using var document = JsonDocument.Parse(stream);
                taken = take(document.RootElement, problems);
            }
            catch (JsonException exception)
            {
                problems.Add((int?)exception.LineNumber + 1, null, "is no JSON from here on.");
            }
            catch (ArgumentException exception)
            {
                problems.Add(DomainRefusal.Sentence(exception));
            }
        }

        return problems.None && taken is not null
            ? taken
            : throw new CommandException(ExitCode.BadFile, string.Join(Environment.NewLine, problems.Listed.Select(problem => $"{path}: {problem}").Append("Nothing was recorded.")));
    }

    private static IEnumerable<(JsonElement Item, JsonPath Place)> Items(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            yield return (root, JsonPath.Root("line"));
            yield break;
        }

        var lines = JsonPath.Root("lines");
        var index = 0;
        foreach (var item in root.EnumerateArray())
        {
            yield return (item, lines.Item(index++));
        }
    }

    private static void CheckSite(JsonRecord record, ContractLine line, Customer customer)
    {
        if (line.Site is { } site && !customer.Sites.Any(known => known.Code == site))
        {
            record.Refuse("site", $"customer '{customer.Number}' has no site '{SourceRecord.Shortened(site)}'.");
        }
    }
}
