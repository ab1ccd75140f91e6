using System.Globalization;
using System.Text;

namespace Msp.Billing.Documents.Pdf.Fonts;

/// <summary>Text as the writer can set it: composed characters, no control characters, from left to right.</summary>
internal static class PrintableText
{
    // Hebrew and Arabic with their neighbours, the Indic scripts, Thai, Lao, Tibetan, Myanmar, Khmer, Mongolian, and the ready-made forms of the first two.
    private static readonly (int First, int Last)[] NeedShaping =
        [(0x0590, 0x08FF), (0x0900, 0x0DFF), (0x0E00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x18AF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFE)];

    /// <summary>Composes accents with their letters, turns tabs and line ends into spaces and leaves out soft hyphens.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAnyInRange('\0', '\u001F'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var one in text.Normalize(NormalizationForm.FormC))
        {
            if (one != '\u00AD')
            {
                result.Append(one is '\t' or '\n' or '\r' or '\u2028' or '\u2029' ? ' ' : one);
            }
        }

        return result.ToString();
    }

    /// <summary>Whether a character can be set one after the other: not where a script joins or reorders its letters.</summary>
    public static bool IsSimple(int codePoint)
    {
        if (codePoint < 0x7F)
        {
            return codePoint >= ' ';
        }

        foreach (var (first, last) in NeedShaping)
        {
            if (codePoint >= first && codePoint <= last)
            {
                return false;
            }
        }

        return CharUnicodeInfo.GetUnicodeCategory(codePoint) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate);
    }
}
