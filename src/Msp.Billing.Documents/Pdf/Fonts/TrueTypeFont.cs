using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Msp.Billing.Documents.Pdf.Fonts;

/// <summary>A TrueType font as it is in its file: which glyph a character has, how wide it is, and its outline (OpenType, chapter "font file").</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, Range> _tables;
    private readonly Dictionary<int, ushort> _glyphs;
    private readonly ushort[] _advances;
    private readonly bool _longOffsets;

    private TrueTypeFont(byte[] file, Dictionary<string, Range> tables)
    {
        _file = file;
        _tables = tables;
        var head = Table("head");
        UnitsPerEm = Unsigned(head, 18);
        Box = (Signed(head, 36), Signed(head, 38), Signed(head, 40), Signed(head, 42));
        _longOffsets = Signed(head, 50) != 0;
        GlyphCount = Unsigned(Table("maxp"), 4);
        Ascent = Signed(Table("hhea"), 4);
        Descent = Signed(Table("hhea"), 6);
        var style = Table("OS/2");
        Weight = Unsigned(style, 4);
        CapHeight = style.Length >= 90 && Unsigned(style, 0) >= 2 ? Signed(style, 88) : Ascent;
        Name = PostScriptName(Table("name"));
        _advances = Advances(Table("hmtx"), Unsigned(Table("hhea"), 34), GlyphCount);
        _glyphs = CharacterMap.Read(Table("cmap"));
    }

    /// <summary>Its name, such as <c>NotoSans-Bold</c>.</summary>
    public string Name { get; }

    /// <summary>The units of every measure, in one font size.</summary>
    public int UnitsPerEm { get; }

    /// <summary>How many glyphs it has.</summary>
    public int GlyphCount { get; }

    /// <summary>From the base line to the top of a line.</summary>
    public int Ascent { get; }

    /// <summary>From the base line to the bottom of a line; below zero.</summary>
    public int Descent { get; }

    /// <summary>The height of a capital letter.</summary>
    public int CapHeight { get; }

    /// <summary>400 for a regular face, 700 for a bold one.</summary>
    public int Weight { get; }

    /// <summary>The box that holds every glyph.</summary>
    public (int Left, int Bottom, int Right, int Top) Box { get; }

    /// <summary>Reads a font.</summary>
    /// <param name="file">The bytes of a .ttf file.</param>
    /// <exception cref="InvalidDataException">It is no TrueType font with outlines of its own.</exception>
    public static TrueTypeFont Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return new TrueTypeFont(file, TablesOf(file));
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The font's file is cut off or damaged: a table reaches beyond its end.", exception);
        }
    }

    /// <summary>The glyph of a character; zero where the font has none.</summary>
    public int GlyphOf(int codePoint) => _glyphs.GetValueOrDefault(codePoint);

    /// <summary>How far a glyph moves the pen.</summary>
    public int AdvanceOf(int glyph) => _advances[Math.Min(glyph, _advances.Length - 1)];

    /// <summary>A glyph's outline; empty where it has none, as a space.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var offsets = Table("loca");
        var (start, end) = _longOffsets
            ? (BinaryPrimitives.ReadInt32BigEndian(offsets[(glyph * 4)..]), BinaryPrimitives.ReadInt32BigEndian(offsets[((glyph * 4) + 4)..]))
            : (Unsigned(offsets, glyph * 2) * 2, Unsigned(offsets, (glyph * 2) + 2) * 2);
        return Table("glyf")[start..end];
    }

    /// <summary>The left side bearing of a glyph, as its outline is placed.</summary>
    public int BearingOf(int glyph)
    {
        int both = Unsigned(Table("hhea"), 34);
        return Signed(Table("hmtx"), glyph < both ? (glyph * 4) + 2 : (both * 4) + ((glyph - both) * 2));
    }

    /// <summary>A table.</summary>
    /// <exception cref="InvalidDataException">The font has no such table.</exception>
    internal ReadOnlySpan<byte> Table(string tag) => _tables.TryGetValue(tag, out var range)
        ? _file.AsSpan(range)
        : throw new InvalidDataException($"The font has no table '{tag}'. Use a TrueType font (.ttf) with outlines of its own.");

    internal static ushort Unsigned(ReadOnlySpan<byte> data, int offset) => BinaryPrimitives.ReadUInt16BigEndian(data[offset..]);

    internal static short Signed(ReadOnlySpan<byte> data, int offset) => BinaryPrimitives.ReadInt16BigEndian(data[offset..]);

    private static Dictionary<string, Range> TablesOf(ReadOnlySpan<byte> file)
    {
        var version = BinaryPrimitives.ReadUInt32BigEndian(file);
        if (version is not (0x00010000 or 0x74727565))
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture, $"This is not a TrueType font (.ttf): it begins with {version:X8}. Collections, .otf and .woff files are not read."));
        }

        var tables = new Dictionary<string, Range>(StringComparer.Ordinal);
        for (var i = 0; i < Unsigned(file, 4); i++)
        {
            var entry = file.Slice(12 + (16 * i), 16);
            var start = checked((int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]));
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, file.Length);
            tables[Encoding.ASCII.GetString(entry[..4])] = start..(start + length);
        }

        return tables;
    }

    private static ushort[] Advances(ReadOnlySpan<byte> metrics, int count, int glyphs)
    {
        var advances = new ushort[glyphs];
        for (var glyph = 0; glyph < glyphs; glyph++)
        {
            advances[glyph] = Unsigned(metrics, Math.Min(glyph, count - 1) * 4);
        }

        return advances;
    }

    // Name 6 of any platform. Those of Windows are UTF-16; the name itself is ASCII without spaces.
    private static string PostScriptName(ReadOnlySpan<byte> names)
    {
        var texts = Unsigned(names, 4);
        for (var i = 0; i < Unsigned(names, 2); i++)
        {
            var entry = names.Slice(6 + (12 * i), 12);
            if (Unsigned(entry, 6) == 6)
            {
                var text = names.Slice(texts + Unsigned(entry, 10), Unsigned(entry, 8));
                return (Unsigned(entry, 0) == 1 ? Encoding.ASCII : Encoding.BigEndianUnicode).GetString(text);
            }
        }

        return "Font";
    }
}
