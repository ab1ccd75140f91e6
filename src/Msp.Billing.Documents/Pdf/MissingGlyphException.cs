using System.Globalization;
using System.Text;

namespace Msp.Billing.Documents.Pdf;

/// <summary>A text has a character that cannot be printed: the font has no glyph for it, or its script needs shaping, which this writer does not do.</summary>
/// <remarks>Better no document than one with an empty box in a name. The cure is another font, or another spelling.</remarks>
public sealed class MissingGlyphException : Exception
{
    internal MissingGlyphException(string text, int codePoint, string font)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"'{text}' cannot be printed: {font} has no sign for '{(Rune.IsValid(codePoint) ? new Rune(codePoint).ToString() : "?")}' (U+{codePoint:X4}), or its script is not supported. Spell it in another script, or pass a font that has it."))
    {
        Text = text;
        CodePoint = codePoint;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The character's number in Unicode.</summary>
    public int CodePoint { get; }
}
