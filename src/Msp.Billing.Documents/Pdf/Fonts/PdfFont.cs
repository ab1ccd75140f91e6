using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Msp.Billing.Documents.Pdf.Writing;

namespace Msp.Billing.Documents.Pdf.Fonts;

/// <summary>A font as one document uses it: measures text, turns it into glyph numbers, and is embedded with no more than what was used.</summary>
/// <remarks>
/// A Type 0 font with an Identity-H encoding (ISO 32000-1, 9.7). Each character has a number of its own, so that what is copied out of the
/// document is exactly what was put in. Not thread-safe.
/// </remarks>
internal sealed class PdfFont(TrueTypeFont font, string resource)
{
    private const int MappedTogether = 100;
    private readonly FontSubset _subset = new(font);
    private readonly Dictionary<int, int> _indexes = [];
    private readonly List<int> _codePoints = [0];

    /// <summary>Its name among the resources of a page.</summary>
    public string Resource { get; } = resource;

    /// <summary>From the base line to the top of a line, in font sizes.</summary>
    public double Ascent => (double)font.Ascent / font.UnitsPerEm;

    /// <summary>The height of a capital letter, in font sizes.</summary>
    public double CapHeight => (double)font.CapHeight / font.UnitsPerEm;

    /// <summary>How wide a text is, in points.</summary>
    /// <param name="text">A text that was made printable.</param>
    /// <param name="size">In points.</param>
    /// <exception cref="MissingGlyphException">The font lacks a character.</exception>
    public double WidthOf(ReadOnlySpan<char> text, double size)
    {
        var width = 0L;
        foreach (var rune in text.EnumerateRunes())
        {
            width += font.AdvanceOf(GlyphOf(rune, text));
        }

        return width * size / font.UnitsPerEm;
    }

    /// <summary>The glyph numbers of a text as a hexadecimal string.</summary>
    /// <exception cref="MissingGlyphException">The font lacks a character.</exception>
    public string Encode(string text)
    {
        var result = new StringBuilder("<", (text.Length * 4) + 2);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!_indexes.TryGetValue(rune.Value, out var index))
            {
                index = _subset.Add(GlyphOf(rune, text));
                _indexes.Add(rune.Value, index);
                _codePoints.Add(rune.Value);
            }

            result.Append(CultureInfo.InvariantCulture, $"{index:X4}");
        }

        return result.Append('>').ToString();
    }

    /// <summary>Adds the font to a file.</summary>
    /// <returns>The number of the font's object; zero where nothing was set in it.</returns>
    public int WriteTo(PdfFile file)
    {
        if (_codePoints.Count == 1)
        {
            return 0;
        }

        var data = _subset.Write();
        var name = PdfSyntax.Name(Tag(data) + "+" + font.Name);
        var program = file.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {data.Length}"), data);
        var (left, bottom, right, top) = font.Box;
        var descriptor = file.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName{name}/Flags 4/FontBBox[{Scale(left)} {Scale(bottom)} {Scale(right)} {Scale(top)}]/ItalicAngle 0/Ascent {Scale(font.Ascent)}/Descent {Scale(font.Descent)}/CapHeight {Scale(font.CapHeight)}/StemV {(font.Weight >= 600 ? 140 : 80)}/FontFile2 {program} 0 R>>"));
        var widths = string.Join(' ', Enumerable.Range(0, _codePoints.Count).Select(index => Scale(_subset.AdvanceOf(index))));
        var descendant = file.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/DW 1000/W[0[{widths}]]/CIDToGIDMap/Identity>>"));
        var characters = file.AddStream("", Encoding.ASCII.GetBytes(Characters()));
        return file.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {characters} 0 R>>"));
    }

    private int GlyphOf(Rune rune, ReadOnlySpan<char> text)
    {
        var glyph = PrintableText.IsSimple(rune.Value) ? font.GlyphOf(rune.Value) : 0;
        return glyph > 0 ? glyph : throw new MissingGlyphException(text.ToString(), rune.Value, font.Name);
    }

    // Which character each glyph number stands for, for whoever searches, copies or listens (ISO 32000-1, 9.10.3).
    private string Characters()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n" +
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var chunk in Enumerable.Range(1, _codePoints.Count - 1).Chunk(MappedTogether).Select(ImmutableArray.Create))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var index in chunk)
            {
                var text = Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(_codePoints[index]));
                map.Append(CultureInfo.InvariantCulture, $"<{index:X4}> <{Convert.ToHexString(text)}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").ToString();
    }

    // Six letters before the name say that this is a part of the font; another part has other letters (ISO 32000-1, 9.6.4).
    private static string Tag(byte[] data)
    {
        var hash = SHA256.HashData(data);
        return string.Create(6, hash, (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('A' + (bytes[i] % 26));
            }
        });
    }

    private string Scale(int value) => PdfSyntax.Number(value * 1000.0 / font.UnitsPerEm);
}
