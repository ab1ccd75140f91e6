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
        var table = new TextTable(heads);
        foreach (var row in rows)
        {
            table.Add(row);
        }

        table.Write(output, color: false);
    }
}
