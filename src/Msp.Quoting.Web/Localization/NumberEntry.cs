using System.Globalization;
using System.Text;

namespace Msp.Quoting.Web.Localization;

/// <summary>Reads a number as somebody typed it: with spaces, a currency sign, and either separator where it is clear what is meant.</summary>
internal static class NumberEntry
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="culture">Decides where it is not clear: <c>1.234</c> is a thousand in German and a bit more than one in English.</param>
    /// <returns>The number; null when it is none, or could be two.</returns>
    public static decimal? Parse(string? text, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        if (Clean(text) is not { Length: > 0 } digits)
        {
            return null;
        }

        var point = PlaceOfPoint(digits, culture.NumberFormat);
        if (!GroupsAreWhole(point < 0 ? digits : digits[..point]))
        {
            return null;
        }

        var plain = new StringBuilder(digits.Length);
        for (var i = 0; i < digits.Length; i++)
        {
            if (i == point)
            {
                plain.Append('.');
            }
            else if (digits[i] is not ('.' or ','))
            {
                plain.Append(digits[i]);
            }
            else if (point >= 0 && i > point)
            {
                return null;
            }
        }

        return decimal.TryParse(plain.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // Only what can stand beside a number falls away; a letter in the middle makes it none.
    private static string? Clean(string? text)
    {
        var trimmed = (text ?? "").Trim().Trim('€', '$', '£', '¥', '%').Trim();
        var clean = new StringBuilder(trimmed.Length);
        foreach (var one in trimmed)
        {
            if (one is ' ' or '\u00A0' or '\u202F' or '\'' or '’')
            {
                continue;
            }

            if (one is '-' or '\u2212' && clean.Length == 0)
            {
                clean.Append('-');
            }
            else if (char.IsAsciiDigit(one) || one is '.' or ',')
            {
                clean.Append(one);
            }
            else if (!(one is '€' or '$' or '£' or '¥' && (clean.Length == 0 || clean.ToString() == "-")))
            {
                return null;
            }
        }

        return clean.ToString();
    }

    private static int PlaceOfPoint(string digits, NumberFormatInfo format)
    {
        var (lastDot, lastComma) = (digits.LastIndexOf('.'), digits.LastIndexOf(','));
        if (lastDot >= 0 && lastComma >= 0)
        {
            return Math.Max(lastDot, lastComma);
        }

        var last = Math.Max(lastDot, lastComma);
        if (last < 0 || digits.IndexOf(digits[last], StringComparison.Ordinal) != last)
        {
            return -1;
        }

        var isDecimal = format.NumberDecimalSeparator == digits[last].ToString();
        return isDecimal || digits.Length - last - 1 != 3 || last == 0 ? last : -1;
    }

    private static bool GroupsAreWhole(string whole)
    {
        var parts = whole.TrimStart('-').Split('.', ',');
        return parts.Length == 1 || (parts[0].Length is >= 1 and <= 3 && parts.Skip(1).All(part => part.Length == 3));
    }
}
