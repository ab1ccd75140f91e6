namespace Msp.Billing.Documents.Accounting;

/// <summary>Words in the cells of a spreadsheet.</summary>
public static class SpreadsheetText
{
    private const string Dangerous = "=+-@\t\r\n";

    /// <summary>A text that a spreadsheet would run as a formula, after an apostrophe; any other as it is.</summary>
    /// <param name="text">Words, not figures: a figure below zero begins with a minus, too. Null for none.</param>
    public static string Safe(string? text) => text is [var first, ..] && Dangerous.Contains(first, StringComparison.Ordinal) ? "'" + text : text ?? "";

    /// <summary>A cell of a file with commas (RFC 4180): in quotes where it has a comma, a quote or the end of a line in it.</summary>
    /// <param name="text">What is in the cell.</param>
    public static string Quoted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
