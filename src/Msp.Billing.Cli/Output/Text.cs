using System.Globalization;

namespace Msp.Billing.Cli.Output;

/// <summary>Days and tables as every command writes them.</summary>
internal static class Text
{
    /// <summary>ISO: <c>2026-03-31</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Columns under their heads, those that begin with a &gt; to the right; two spaces between.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="heads">The heads; a &gt; before one aligns its column to the right.</param>
    /// <param name="rows">As many cells each as there are heads.</param>
    public static void Table(TextWriter output, string[] heads, IReadOnlyList<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(output);
        var widths = new int[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            widths[i] = Math.Max(heads[i].TrimStart('>').Length, rows.Count == 0 ? 0 : rows.Max(row => row[i].Length));
        }

        Write([.. heads.Select(head => head.TrimStart('>'))]);
        foreach (var row in rows)
        {
            Write(row);
        }

        void Write(string[] cells)
        {
            var line = string.Join("  ", cells.Select((cell, i) => heads[i].StartsWith('>') ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])));
            output.WriteLine(line.TrimEnd());
        }
    }
}
