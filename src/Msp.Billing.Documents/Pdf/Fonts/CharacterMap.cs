using System.Buffers.Binary;

namespace Msp.Billing.Documents.Pdf.Fonts;

/// <summary>Which glyph a character has (OpenType, table cmap, formats 4 and 12).</summary>
internal static class CharacterMap
{
    /// <summary>Reads the best map for Unicode that a font has.</summary>
    /// <exception cref="InvalidDataException">It has none.</exception>
    public static Dictionary<int, ushort> Read(ReadOnlySpan<byte> table)
    {
        var (best, offset) = (0, 0);
        for (var i = 0; i < TrueTypeFont.Unsigned(table, 2); i++)
        {
            var entry = table.Slice(4 + (8 * i), 8);
            var start = BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
            var rank = (TrueTypeFont.Unsigned(entry, 0), TrueTypeFont.Unsigned(entry, 2), TrueTypeFont.Unsigned(table, start)) switch
            {
                (0 or 3, 4 or 6 or 10, 12) => 2,
                (0, _, 4) or (3, 1, 4) => 1,
                _ => 0,
            };
            if (rank > best)
            {
                (best, offset) = (rank, start);
            }
        }

        return best switch
        {
            2 => Groups(table[offset..]),
            1 => Segments(table[offset..]),
            _ => throw new InvalidDataException("The font does not say which glyph a Unicode character has. Use a font with a character map of format 4 or 12."),
        };
    }

    private static Dictionary<int, ushort> Groups(ReadOnlySpan<byte> map)
    {
        var glyphs = new Dictionary<int, ushort>();
        for (var i = 0; i < BinaryPrimitives.ReadInt32BigEndian(map[12..]); i++)
        {
            var group = map.Slice(16 + (12 * i), 12);
            var (first, last) = (BinaryPrimitives.ReadInt32BigEndian(group), BinaryPrimitives.ReadInt32BigEndian(group[4..]));
            for (var code = first; code <= last; code++)
            {
                glyphs[code] = (ushort)(BinaryPrimitives.ReadInt32BigEndian(group[8..]) + code - first);
            }
        }

        return glyphs;
    }

    private static Dictionary<int, ushort> Segments(ReadOnlySpan<byte> map)
    {
        var glyphs = new Dictionary<int, ushort>();
        var size = TrueTypeFont.Unsigned(map, 6);
        for (var segment = 0; segment < size; segment += 2)
        {
            var (last, first) = (TrueTypeFont.Unsigned(map, 14 + segment), TrueTypeFont.Unsigned(map, 16 + size + segment));
            var (delta, place) = (TrueTypeFont.Unsigned(map, 16 + (2 * size) + segment), 16 + (3 * size) + segment);
            var offset = TrueTypeFont.Unsigned(map, place);
            for (int code = first; code <= last && code < 0xFFFF; code++)
            {
                var glyph = offset == 0 ? code : TrueTypeFont.Unsigned(map, place + offset + (2 * (code - first)));
                if (glyph != 0)
                {
                    glyphs[code] = (ushort)((glyph + delta) & 0xFFFF);
                }
            }
        }

        return glyphs;
    }
}
