using System.Globalization;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Usage;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads what was counted or reported. The format is described in <c>docs/import.md</c>.</summary>
internal sealed class CountImport
{
    private static readonly string[] Required = ["contract", "line", "day", "quantity"];
    private static readonly string[] Optional = ["recorded_at"];
    private static readonly string[] Properties = [.. Required, .. Optional];

    private readonly KnownRecords _known;
    private readonly DateTimeOffset _recordedAt;

    // A count in a large file is some 20 bytes, so what is kept of each to find a second one must be small.
    private readonly Dictionary<string, int> _contracts = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Contract, int Line, int Day), int> _places = [];
    private string? _lastContract;
    private IReadOnlyDictionary<int, BillingUnit>? _lastLines;

    private CountImport(KnownRecords known, DateTimeOffset recordedAt) => (_known, _recordedAt) = (known, recordedAt);

    /// <summary>The counts of a file with their contracts' numbers, one at a time; they may be kept only if there is no problem after the last one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">What is stored already.</param>
    /// <param name="recordedAt">When counts are recorded that do not say when they were.</param>
    /// <param name="problems">Where problems are reported.</param>
    public static IEnumerable<(string Contract, UsageCount Count)> Read(ImportFile file, KnownRecords known, DateTimeOffset recordedAt, ImportProblems problems)
    {
        var counts = new CountImport(known, recordedAt);
        return file.IsJson ? counts.FromJson(file, problems) : counts.FromCsv(file, problems);
    }

    private IEnumerable<(string Contract, UsageCount Count)> FromCsv(ImportFile file, ImportProblems problems)
    {
        using var table = CsvTable.Open(file, Required, Optional, problems);
        while (table?.Read() == true)
        {
            if (One(table.Row, table.Line, "line {0}") is { } count)
            {
                yield return count;
            }
        }
    }

    private IEnumerable<(string Contract, UsageCount Count)> FromJson(ImportFile file, ImportProblems problems)
    {
        using var items = new JsonItems(file, problems);
        var index = 0;
        foreach (var (list, path, item) in items.Read("counts", ["$schema", "counts"]))
        {
            var before = problems.Count;
            if (list == "counts" && JsonRecord.From(item, path, Properties, problems) is { } record &&
                One(record, index, "counts[{0}]") is { } count && problems.Count == before)
            {
                yield return count;
            }

            index += list == "counts" ? 1 : 0;
        }
    }

    private (string Contract, UsageCount Count)? One(SourceRecord record, int place, string words)
    {
        var before = record.ProblemCount;
        var contract = record.RequiredText("contract", "C-1001");
        var line = record.Whole("line", 1, int.MaxValue) ?? record.Missing<int>("line", "2");
        var day = record.Day("day") ?? record.Missing<DateOnly>("day", "2026-03-01");
        var quantity = record.Number("quantity", NumberRange.Quantity) ?? record.Missing<decimal>("quantity", "48");
        var recorded = record.Instant("recorded_at") ?? _recordedAt;
        if (record.ProblemCount > before)
        {
            return null;
        }

        CheckLine(record, contract, line, quantity);
        CheckOnce(record, contract, line, day, place, words);
        return record.ProblemCount > before ? null : (contract, new UsageCount(line, day, quantity, recorded));
    }

    private void CheckLine(SourceRecord record, string contract, int line, decimal quantity)
    {
        if (_known.LinesOf is not { } linesOf)
        {
            return;
        }

        if (contract != _lastContract)
        {
            (_lastContract, _lastLines) = (contract, linesOf(contract));
        }

        if (_lastLines is not { } lines)
        {
            record.Refuse("contract", $"there is no contract '{SourceRecord.Shortened(contract)}'.");
        }
        else if (!lines.TryGetValue(line, out var unit))
        {
            record.Refuse("line", string.Create(
                CultureInfo.InvariantCulture, $"contract '{SourceRecord.Shortened(contract)}' has no line {line}. Its lines: {string.Join(", ", lines.Keys.Order().Take(20))}."));
        }
        else if (!unit.AllowsFractions && decimal.Truncate(quantity) != quantity)
        {
            record.Refuse("quantity", string.Create(CultureInfo.InvariantCulture, $"{quantity} is not whole; {unit.Plural} are counted in whole numbers."));
        }
    }

    private void CheckOnce(SourceRecord record, string contract, int line, DateOnly day, int place, string words)
    {
        if (!_contracts.TryGetValue(contract, out var number))
        {
            _contracts.Add(contract, number = _contracts.Count);
        }

        if (!_places.TryAdd((number, line, day.DayNumber), place))
        {
            var first = string.Format(CultureInfo.InvariantCulture, words, _places[(number, line, day.DayNumber)]);
            record.Refuse("day", string.Create(
                CultureInfo.InvariantCulture, $"line {line} of contract '{SourceRecord.Shortened(contract)}' was counted for {day:yyyy-MM-dd} already, in {first}."));
        }
    }
}
