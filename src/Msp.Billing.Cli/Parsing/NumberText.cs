using System.Buffers;
using System.Globalization;

namespace Msp.Billing.Cli.Parsing;

/// <summary>Reads a number exactly, or says why it is none. Nothing is rounded and no separator is guessed.</summary>
internal static class NumberText
{
    private const string Grouping = ", '_\u00A0\u202F\u2019";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> Separated = SearchValues.Create("0123456789." + Grouping);

    /// <summary>Reads a number.</summary>
    /// <param name="text">Digits, with a point before the decimals and a minus before a negative number.</param>
    /// <param name="range">What the field takes.</param>
    /// <param name="value">The number; zero when it is refused.</param>
    /// <returns>Null when the number was read, else what is wrong with it.</returns>
    public static string? Read(string text, NumberRange range, out decimal value)
    {
        value = 0;
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var decimals = point < 0 ? [] : digits[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && decimals.IsEmpty) || whole.ContainsAnyExcept(Digits) || decimals.ContainsAnyExcept(Digits))
        {
            return NotANumber(text);
        }

        if (decimals.TrimEnd('0').Length > range.Decimals)
        {
            return range.TooFine(Shortened(text));
        }

        // 20 digits before the point are more than any field takes, and 28 in all are what a decimal holds exactly.
        if (whole.TrimStart('0').Length > 20)
        {
            return digits.Length == text.Length ? range.TooLarge(Shortened(text)) : range.Refusal(decimal.MinValue, Shortened(text));
        }

        var kept = point < 0 ? text.AsSpan() : text.AsSpan().TrimEnd('0');
        value = decimal.Parse(kept, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var refusal = range.Refusal(value, Shortened(text));
        value = refusal is null ? value : 0;
        return refusal;
    }

    private static string NotANumber(string text)
    {
        var shown = Shortened(text);
        var body = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        if (body.IsEmpty || body.ContainsAnyExcept(Separated) || !char.IsAsciiDigit(body[0]) || !char.IsAsciiDigit(body[^1]))
        {
            return body.ContainsAny('e', 'E') && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? $"'{shown}' has an exponent; write all digits."
                : $"'{shown}' is not a number; write digits with a point before the decimals, such as 1234.50.";
        }

        var lastComma = body.LastIndexOf(',');
        var commas = body.Count(',');
        var isDecimalComma = commas == 1 && body.LastIndexOf('.') < lastComma && (body.Length - lastComma != 4 || body.ContainsAny("." + Grouping[1..]));
        if (isDecimalComma)
        {
            return $"'{shown}' has a decimal comma; write {Shortened(Ungrouped(text.Replace(".", "", StringComparison.Ordinal)).Replace(',', '.'))}.";
        }

        var without = body.Count('.') > 1 ? text.Replace(".", "", StringComparison.Ordinal) : text;
        var written = Shortened(Ungrouped(without).Replace(",", "", StringComparison.Ordinal));
        return commas == 1 && !body.Contains('.')
            ? $"'{shown}' has a comma; write {written} if it parts thousands, or {Shortened(text.Replace(',', '.'))} if it parts decimals."
            : $"'{shown}' has separators between thousands; write {written}.";
    }

    private static string Ungrouped(string text)
    {
        foreach (var separator in Grouping.AsSpan(1))
        {
            text = text.Replace(separator.ToString(), "", StringComparison.Ordinal);
        }

        return text;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 37), "...");
}
