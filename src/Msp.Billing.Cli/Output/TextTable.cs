namespace Msp.Billing.Cli.Output;

/// <summary>Columns of text for a terminal or a file. Small on purpose: a list must not cost the start of a rendering library.</summary>
internal sealed class TextTable
{
    private const string Bold = "\e[1m";
    private const string Plain = "\e[0m";
    private readonly string[] _heads;
    private readonly bool[] _right;
    private readonly List<string[]> _rows = [];

    /// <summary>Makes an empty table.</summary>
    /// <param name="heads">One a column; figures go to the right in a column whose head begins with <c>&gt;</c>.</param>
    public TextTable(params string[] heads)
    {
        _right = [.. heads.Select(head => head.StartsWith('>'))];
        _heads = [.. heads.Select(head => head.TrimStart('>'))];
    }

    /// <summary>Whether there is no row.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One a column.</param>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the heads and the rows.</summary>
    public void Write(TextWriter output, bool color, string indent = "")
    {
        ArgumentNullException.ThrowIfNull(output);
        var widths = new int[_heads.Length];
        foreach (var row in _rows.Prepend(_heads))
        {
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Length);
            }
        }

        if (_heads.Any(head => head.Length > 0))
        {
            var heads = Line(_heads, widths);
            output.WriteLine(indent + (color ? Bold + heads + Plain : heads));
        }

        foreach (var row in _rows)
        {
            output.WriteLine(indent + Line(row, widths));
        }
    }

    private string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, i) => _right[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();
}
