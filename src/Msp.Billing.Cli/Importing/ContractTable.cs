using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads contracts from a table with one row a line: the rows of a contract follow each other and repeat its columns.</summary>
internal sealed class ContractTable
{
    private readonly CsvTable _table;
    private readonly KnownRecords _known;
    private readonly DateTimeOffset _recordedAt;
    private readonly ImportProblems _problems;
    private readonly ContractNumbers _numbers;
    private readonly List<ContractLine> _lines = [];
    private readonly Dictionary<int, int> _lineNumbers = [];
    private readonly string?[] _repeated = new string?[HeadColumns.Length];
    private ContractHead? _head;
    private DiscountNumbers _discountNumbers = new();
    private int _firstLine;
    private int _problemsBefore;

    private ContractTable(CsvTable table, KnownRecords known, DateTimeOffset recordedAt, ImportProblems problems)
    {
        _table = table;
        _known = known;
        _recordedAt = recordedAt;
        _problems = problems;
        _numbers = new ContractNumbers(known);
    }

    /// <summary>The columns that must be there.</summary>
    public static string[] Required { get; } = ["contract", "customer", "currency", "start", "line", "charge", "name", "model"];

    /// <summary>The columns that every row of a contract repeats, or leaves empty after the first.</summary>
    private static string[] HeadColumns { get; } = [.. ContractHead.Fields, .. TermImport.Columns, .. UpliftImport.Columns];

    /// <summary>The columns that may be left out.</summary>
    public static string[] Optional { get; } =
        [.. HeadColumns.Concat(LineImport.Fields).Concat(ChargeImport.Fields).Concat(PricingImport.Fields).Concat(["discount_percent", "discount_amount"]).Except(Required)];

    /// <summary>The contracts of a table.</summary>
    public static IEnumerable<Contract> Read(ImportFile file, KnownRecords known, DateTimeOffset recordedAt, ImportProblems problems)
    {
        using var table = CsvTable.Open(file, Required, Optional, problems);
        if (table is null)
        {
            yield break;
        }

        var contracts = new ContractTable(table, known, recordedAt, problems);
        while (table.Read())
        {
            if (contracts.BeginsAnother() && contracts.Finish() is { } contract)
            {
                yield return contract;
            }

            contracts.TakeRow();
        }

        if (contracts.Finish() is { } last)
        {
            yield return last;
        }
    }

    private bool BeginsAnother() => _head is { } head && _table.Row["contract"] is var number && number != head.Number && (number is not null || head.Number.Length > 0);

    private void TakeRow()
    {
        var row = _table.Row;
        if (_head is null)
        {
            Begin(row);
        }
        else
        {
            CheckRepeated(row);
        }

        if (_head is { } head && LineImport.Read(row, head.Currency, head.Start, _discountNumbers) is { } line)
        {
            _lines.Add(line);
            if (!_lineNumbers.TryAdd(line.Id, row.Line))
            {
                row.Refuse("line", FormattableString.Invariant($"number {line.Id} is taken by the contract's line of row {_lineNumbers[line.Id]}."));
            }

            ContractImport.CheckSite(row, head.Customer, line.Site, _known);
        }
    }

    private void Begin(CsvRow row)
    {
        _problemsBefore = _problems.Count;
        _firstLine = row.Line;
        for (var i = 0; i < _repeated.Length; i++)
        {
            _repeated[i] = row[HeadColumns[i]];
        }

        _head = ContractHead.Read(row);
        var line = _firstLine;
        _numbers.Check(_head, row, () => FormattableString.Invariant($"line {line}"));
    }

    private void CheckRepeated(CsvRow row)
    {
        for (var i = 0; i < _repeated.Length; i++)
        {
            if (row[HeadColumns[i]] is { } written && written != _repeated[i])
            {
                row.Refuse(HeadColumns[i], FormattableString.Invariant(
                    $"'{SourceRecord.Shortened(written)}' differs from {(_repeated[i] is { } first ? $"'{SourceRecord.Shortened(first)}'" : "nothing")} in line {_firstLine}, the contract's first; a contract has one."));
            }
        }
    }

    private Contract? Finish()
    {
        if (_head is not { } head)
        {
            return null;
        }

        var contract = _problems.Count == _problemsBefore ? head.ToContract(_table.Row, [.. _lines], [], _recordedAt) : null;
        _head = null;
        _lines.Clear();
        _lineNumbers.Clear();
        _discountNumbers = new DiscountNumbers();
        return contract;
    }
}
