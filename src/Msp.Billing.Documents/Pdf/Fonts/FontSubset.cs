using System.Buffers.Binary;
using System.Text;

namespace Msp.Billing.Documents.Pdf.Fonts;

/// <summary>The glyphs of a font that one document uses, numbered in the order of their first use, and a font file with only these.</summary>
/// <remarks>Instructions for small screens are left out: they are half of some fonts, and no use in print. Not thread-safe.</remarks>
internal sealed class FontSubset(TrueTypeFont font)
{
    private const int HasInstructions = 0x0100;
    private const int MoreComponents = 0x0020;
    private readonly List<int> _glyphs = [0];

    /// <summary>How many glyphs there are by now; the first stands for what is missing.</summary>
    public int Count => _glyphs.Count;

    /// <summary>Takes a glyph in.</summary>
    /// <param name="glyph">Its number in the whole font.</param>
    /// <returns>Its number in the subset.</returns>
    public int Add(int glyph)
    {
        _glyphs.Add(glyph);
        return _glyphs.Count - 1;
    }

    /// <summary>How far a glyph of the subset moves the pen, in units of the font.</summary>
    public int AdvanceOf(int index) => font.AdvanceOf(_glyphs[index]);

    /// <summary>Writes the font file. Glyphs that others are made of come after all that was added.</summary>
    public byte[] Write()
    {
        var own = _glyphs.Count;
        var parts = new Dictionary<int, int>();
        using var outlines = new MemoryStream();
        var offsets = new List<int> { 0 };
        for (var i = 0; i < _glyphs.Count; i++)
        {
            var outline = font.OutlineOf(_glyphs[i]);
            if (!outline.IsEmpty)
            {
                outlines.Write(TrueTypeFont.Signed(outline, 0) < 0 ? Composite(outline, parts) : Simple(outline));
                outlines.SetLength((outlines.Length + 3) & ~3L);
                outlines.Position = outlines.Length;
            }

            offsets.Add((int)outlines.Length);
        }

        var file = FontFile(outlines.ToArray(), offsets);
        _glyphs.RemoveRange(own, _glyphs.Count - own);
        return file;
    }

    private byte[] FontFile(byte[] outlines, List<int> offsets)
    {
        var (locations, metrics) = (new byte[offsets.Count * 4], new byte[_glyphs.Count * 4]);
        for (var i = 0; i < offsets.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(locations.AsSpan(i * 4), offsets[i]);
        }

        for (var i = 0; i < _glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(i * 4), (ushort)font.AdvanceOf(_glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((i * 4) + 2), (short)font.BearingOf(_glyphs[i]));
        }

        var (head, header, most) = (font.Table("head").ToArray(), font.Table("hhea").ToArray(), font.Table("maxp").ToArray());
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(34), (ushort)_glyphs.Count);
        BinaryPrimitives.WriteUInt16BigEndian(most.AsSpan(4), (ushort)_glyphs.Count);
        BinaryPrimitives.WriteUInt16BigEndian(most.AsSpan(26), 0);
        return Assemble([("glyf", outlines), ("head", head), ("hhea", header), ("hmtx", metrics), ("loca", locations), ("maxp", most)]);
    }

    // Contours, points and coordinates stay; the instructions between the contours' ends and the flags go.
    private static byte[] Simple(ReadOnlySpan<byte> outline)
    {
        var place = 10 + (TrueTypeFont.Signed(outline, 0) * 2);
        return [.. outline[..place], 0, 0, .. outline[(place + 2 + TrueTypeFont.Unsigned(outline, place))..]];
    }

    private byte[] Composite(ReadOnlySpan<byte> outline, Dictionary<int, int> parts)
    {
        var result = outline.ToArray();
        for (var place = 10; ;)
        {
            var flags = TrueTypeFont.Unsigned(result, place);
            var glyph = TrueTypeFont.Unsigned(result, place + 2);
            if (!parts.TryGetValue(glyph, out var index))
            {
                parts.Add(glyph, index = Add(glyph));
            }

            BinaryPrimitives.WriteUInt16BigEndian(result.AsSpan(place), (ushort)(flags & ~HasInstructions));
            BinaryPrimitives.WriteUInt16BigEndian(result.AsSpan(place + 2), (ushort)index);

            // Offsets of one or two bytes each, then one scale, two, or a matrix of four.
            place += 4 + ((flags & 0x0001) != 0 ? 4 : 2) + ((flags & 0x0008) != 0 ? 2 : (flags & 0x0040) != 0 ? 4 : (flags & 0x0080) != 0 ? 8 : 0);
            if ((flags & MoreComponents) == 0)
            {
                return result[..place];
            }
        }
    }

    // Tables in the order of their tags, each on a multiple of four; the sum of the whole file, taken from a fixed number, stands in "head".
    private static byte[] Assemble((string Tag, byte[] Data)[] tables)
    {
        var place = 12 + (16 * tables.Length);
        var file = new byte[place + tables.Sum(table => Padded(table.Data.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), 64);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), 2);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Length) - 64));
        var head = 0;
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, data) = tables[i];
            var entry = file.AsSpan(12 + (16 * i), 16);
            data.CopyTo(file, place);
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.AsSpan(place, Padded(data.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], place);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], data.Length);
            head = tag == "head" ? place : head;
            place += Padded(data.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBA - Sum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (; data.Length >= 4; data = data[4..])
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(data));
        }

        return sum;
    }
}
