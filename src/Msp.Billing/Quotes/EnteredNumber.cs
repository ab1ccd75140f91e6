using System.Globalization;

namespace Msp.Billing.Quotes;

/// <summary>Numbers as people type them: with blanks, a currency's sign or code, and either separator.</summary>
internal static class EnteredNumber
{
    private const int Longest = 40;

    /// <summary>Reads a number. A separator that could be either, as in <c>1,250</c>, is the one that is named.</summary>
    internal static bool TryParse(string text, char decimalSeparator, out decimal number)
    {
        number = 0;
        if (text.Length > Longest)
        {
            return false;
        }

        Span<char> plain = stackalloc char[Longest];
        var (length, point) = (0, DecimalPoint(text, decimalSeparator));
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i] == '\u2212' ? '-' : text[i];
            if (char.IsAsciiDigit(letter) || letter == '-')
            {
                plain[length++] = letter;
            }
            else if (i == point)
            {
                plain[length++] = '.';
            }
            else if (letter is not ('.' or ',' or '\'' or '\u2019' or '%') && !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.CurrencySymbol)
            {
                return false;
            }
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    // The last separator divides, unless it stands several times, or three digits follow it and it is not the usual one.
    private static int DecimalPoint(string text, char usual)
    {
        var last = text.AsSpan().LastIndexOfAny('.', ',');
        if (last < 0)
        {
            return -1;
        }

        var first = text.IndexOf(text[last], StringComparison.Ordinal);
        var digits = text.AsSpan(last + 1).Trim().Length;
        var other = text.AsSpan(0, last).Contains(text[last] == '.' ? ',' : '.');
        return first != last || (digits == 3 && !other && text[last] != usual) ? -1 : last;
    }
}
