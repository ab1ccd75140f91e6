using System.Globalization;
using Msp.Billing.Documents.Accounting;

namespace Msp.Billing.Cli.Output;

/// <summary>Rows of figures as text for people and as CSV for spreadsheets, from one list of columns.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="columns">The columns; the name is that of the JSON property.</param>
internal sealed class FigureTable<T>(params (string Name, Func<T, object?> Value)[] columns)
{
    /// <summary>Writes lines with commas after RFC 4180, in no culture. Words that a spreadsheet would take for a formula get an apostrophe before them; figures are figures.</summary>
    public void WriteCsv(TextWriter output, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rows);
        output.Write(string.Join(',', columns.Select(column => column.Name)) + "\r\n");
        foreach (var row in rows)
        {
            output.Write(string.Join(',', columns.Select(column => Cell(column.Value(row)))) + "\r\n");
        }
    }

    /// <summary>Writes a table; figures to the right.</summary>
    public void WriteText(TextWriter output, IReadOnlyList<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var isFigure = columns.Select(column => rows.Any(row => column.Value(row) is decimal or int)).ToArray();
        Text.Table(
            output, [.. columns.Select((column, at) => (isFigure[at] ? ">" : "") + column.Name)],
            [.. rows.Select(row => columns.Select(column => Plain(column.Value(row))).ToArray())]);
    }

    private static string Plain(object? value) => value switch
    {
        null => "-",
        decimal number => number.ToString("#,##0.00####", CultureInfo.InvariantCulture),
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        bool known => known ? "yes" : "no",
        _ => value.ToString() ?? "",
    };

    private static string Cell(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.00####", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool known => known ? "true" : "false",
        _ => SpreadsheetText.Quoted(SpreadsheetText.Safe(value.ToString())),
    };
}
