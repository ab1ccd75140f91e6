using System.Globalization;
using CsvHelper;

namespace Msp.Billing.Cli.Parsing;

/// <summary>A CSV file with a header, read row by row. Rows that cannot be taken apart are reported and left out.</summary>
internal sealed class CsvTable : IDisposable
{
    /// <summary>The most bytes of one row; a longer one is a quote that was never closed.</summary>
    public const int LongestRow = 1024 * 1024;

    private readonly CsvReader _reader;
    private readonly ImportProblems _problems;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvTable(ImportFile file, ImportProblems problems)
    {
        _problems = problems;
        _reader = CsvReader.Create(file.OpenRead(), new CsvReaderOptions
        {
            Separator = ',',
            DetectSeparatorHint = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = Malformed,
            PoolStrings = true,
        });
        Row = new CsvRow(this, problems);
    }

    /// <summary>The row that was read last. One object for all rows.</summary>
    public CsvRow Row { get; }

    /// <summary>The line on which the row starts.</summary>
    public int Line => checked((int)_reader.LineNumber);

    /// <summary>How many bytes of the file lie before the row.</summary>
    public long Position => _reader.ByteOffset;

    /// <summary>Opens a table and checks its header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="required">The columns that must be there.</param>
    /// <param name="optional">The columns that may be there.</param>
    /// <param name="problems">Where problems are reported.</param>
    /// <returns>Null when the header is refused: without it no row can be read.</returns>
    public static CsvTable? Open(ImportFile file, ReadOnlySpan<string> required, ReadOnlySpan<string> optional, ImportProblems problems)
    {
        var table = new CsvTable(file, problems);
        var before = problems.Count;
        try
        {
            table._reader.ReadHeader();
            table.CheckHeader(required, optional);
        }
        catch (CsvFormatException exception)
        {
            table.Unreadable(exception);
        }

        if (problems.Count == before)
        {
            return table;
        }

        table.Dispose();
        return null;
    }

    /// <summary>Goes to the next row with the right number of fields.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Read()
    {
        try
        {
            while (!_problems.TooMany && _reader.Read())
            {
                if (_reader.FieldCount == _reader.Headers.Count)
                {
                    return true;
                }

                _problems.Add(Line, null, string.Create(
                    CultureInfo.InvariantCulture,
                    $"has {_reader.FieldCount} fields, the header has {_reader.Headers.Count}; quote a text that has commas in it."));
            }
        }
        catch (CsvFormatException exception)
        {
            Unreadable(exception);
        }

        return false;
    }

    /// <summary>The field of the row; null when the table has no such column, or nothing is in it.</summary>
    public string? Field(string column) =>
        _columns.TryGetValue(column, out var index) && !_reader.IsEmpty(index) && _reader.GetString(index) is { Length: > 0 } text ? text : null;

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private void CheckHeader(ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        string[] known = [.. required, .. optional];
        var headers = _reader.Headers;
        if (headers.Count == 1 && headers[0].Contains(';', StringComparison.Ordinal))
        {
            _problems.Add(1, null, "the columns are parted by semicolons; save the file with commas.");
            return;
        }

        for (var i = 0; i < headers.Count; i++)
        {
            CheckColumn(headers[i].Trim(), i, known);
        }

        foreach (var name in required)
        {
            if (!_columns.ContainsKey(name))
            {
                _problems.Add(1, name, "the column is missing.");
            }
        }
    }

    private void CheckColumn(string name, int index, string[] known)
    {
        if (name.Length == 0)
        {
            _problems.Add(1, null, string.Create(CultureInfo.InvariantCulture, $"column {index + 1} has no name."));
        }
        else if (!known.Contains(name))
        {
            _problems.Add(1, SourceRecord.Shortened(name), $"there is no such column.{NearestName.Hint(name, known)}");
        }
        else if (!_columns.TryAdd(name, index))
        {
            _problems.Add(1, name, "the column is there twice.");
        }
    }

    private void Malformed(CsvMalformedRecord record) => _problems.Add(checked((int)record.LineNumber), null, record.Reason switch
    {
        CsvMalformedReason.StrayQuote => "a quote stands inside a field; put the field in quotes and double the quotes in it.",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote; double the quotes inside a quoted field.",
        CsvMalformedReason.UnterminatedQuote => "a quote is opened and never closed.",
        var other => $"the row cannot be taken apart ({other}).",
    });

    private void Unreadable(CsvFormatException exception) => _problems.Add(
        exception.LineNumber > 0 ? checked((int)exception.LineNumber) : null,
        null,
        "the row is longer than 1 MB; a quote is probably opened and never closed. Nothing after it was read.");
}
