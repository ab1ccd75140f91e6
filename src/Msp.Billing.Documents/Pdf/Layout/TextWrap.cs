using System.Text;
using Msp.Billing.Documents.Pdf.Fonts;

namespace Msp.Billing.Documents.Pdf.Layout;

/// <summary>Breaks a text into lines: between words, and inside a word only where it is longer than a whole line.</summary>
internal static class TextWrap
{
    /// <summary>Breaks a text.</summary>
    /// <param name="font">The font.</param>
    /// <param name="size">Its size, in points.</param>
    /// <param name="text">Lines of its own stay lines.</param>
    /// <param name="width">How wide a line may be.</param>
    /// <returns>At least one line. All but the last of a paragraph end in a space, so that words stay apart for whoever listens or copies.</returns>
    public static List<string> Lines(PdfFont font, double size, string text, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            AddParagraph(lines, font, size, PrintableText.Of(paragraph), width);
        }

        return lines;
    }

    private static void AddParagraph(List<string> lines, PdfFont font, double size, string text, double width)
    {
        if (font.WidthOf(text, size) <= width)
        {
            lines.Add(text);
            return;
        }

        var line = new StringBuilder();
        var used = 0.0;
        var space = font.WidthOf(" ", size);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(font, size, word, width)))
        {
            var needed = font.WidthOf(word.Text, size);
            var gap = line.Length == 0 || word.Continues ? 0 : space;
            if (line.Length > 0 && used + gap + needed > width)
            {
                lines.Add(word.Continues ? line.ToString() : line.Append(' ').ToString());
                line.Clear();
                (used, gap) = (0, 0);
            }

            line.Append(gap > 0 ? " " : "").Append(word.Text);
            used += gap + needed;
        }

        lines.Add(line.ToString());
    }

    // Most words fit. One that does not is cut where the line is full, after a hyphen, slash, dot or at sign if there is one in its second half.
    private static IEnumerable<(string Text, bool Continues)> Pieces(PdfFont font, double size, string word, double width)
    {
        var continues = false;
        while (font.WidthOf(word, size) > width)
        {
            var fitting = Fitting(font, size, word, width);
            var sign = word.AsSpan(0, fitting).LastIndexOfAny("-/.@_");
            var cut = sign >= fitting / 2 ? sign + 1 : fitting;
            yield return (word[..cut], continues);
            word = word[cut..];
            continues = true;
        }

        if (word.Length > 0)
        {
            yield return (word, continues);
        }
    }

    private static int Fitting(PdfFont font, double size, string word, double width)
    {
        var (length, used) = (0, 0.0);
        foreach (var rune in word.EnumerateRunes())
        {
            var text = rune.ToString();
            used += font.WidthOf(text, size);
            if (length > 0 && used > width)
            {
                break;
            }

            length += text.Length;
        }

        return length;
    }
}
