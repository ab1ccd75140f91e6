using System.Buffers.Binary;
using System.Text;

namespace Msp.Billing.Documents.Pdf.Metadata;

/// <summary>The profile of the sRGB colour space (IEC 61966-2-1), as an ICC profile of version 2.1: matrix and curve.</summary>
/// <remarks>Written here, so that no file with terms of its own has to come along.</remarks>
internal static class ColorProfile
{
    private const int Points = 256;
    private const string Name = "sRGB IEC61966-2.1";
    private static readonly Lazy<byte[]> Written = new(Write);

    /// <summary>The bytes of the profile.</summary>
    public static ReadOnlySpan<byte> Bytes => Written.Value;

    private static byte[] Write()
    {
        // Primaries and white adapted to D50, the white of every profile, in 1/65536 (ICC.1:2001-04, 6.3.4.2).
        (string Tag, byte[] Data)[] tags =
        [
            ("cprt", [.. "text"u8, 0, 0, 0, 0, .. "Public domain"u8, 0]),
            ("desc", Description()),
            ("wtpt", Place(0xF6D6, 0x10000, 0xD32D)),
            ("rXYZ", Place(0x6FA2, 0x38F5, 0x0390)),
            ("gXYZ", Place(0x6299, 0xB785, 0x18DA)),
            ("bXYZ", Place(0x24A0, 0x0F84, 0xB6CF)),
            ("rTRC", Curve()),
            ("gTRC", []),
            ("bTRC", []),
        ];
        var place = 128 + 4 + (12 * tags.Length);
        var profile = new byte[place + tags.Sum(tag => Padded(tag.Data.Length))];
        Head(profile);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(128), tags.Length);
        var (start, length) = (place, 0);
        for (var i = 0; i < tags.Length; i++)
        {
            // One curve serves all three colours: an empty one stands where the last one did.
            if (tags[i].Data.Length > 0)
            {
                (start, length) = (place, tags[i].Data.Length);
                tags[i].Data.CopyTo(profile, start);
                place += Padded(length);
            }

            var entry = profile.AsSpan(132 + (12 * i), 12);
            Encoding.ASCII.GetBytes(tags[i].Tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], start);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], length);
        }

        return profile;
    }

    private static void Head(Span<byte> profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile[8..], 0x02100000);
        "mntrRGB XYZ "u8.CopyTo(profile[12..]);
        ReadOnlySpan<ushort> date = [2000, 1, 1, 0, 0, 0];
        for (var i = 0; i < date.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(profile[(24 + (2 * i))..], date[i]);
        }

        "acsp"u8.CopyTo(profile[36..]);
        Place(0xF6D6, 0x10000, 0xD32D).AsSpan(8).CopyTo(profile[68..]);
    }

    private static byte[] Place(int x, int y, int z)
    {
        var data = new byte[20];
        "XYZ "u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), x);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), y);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(16), z);
        return data;
    }

    // The name in ASCII; the two other spellings, for Unicode and for old Macintosh systems, are left empty.
    private static byte[] Description()
    {
        var data = new byte[12 + Name.Length + 1 + 8 + 70];
        "desc"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), Name.Length + 1);
        Encoding.ASCII.GetBytes(Name, data.AsSpan(12));
        return data;
    }

    private static byte[] Curve()
    {
        var data = new byte[12 + (2 * Points)];
        "curv"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), Points);
        for (var i = 0; i < Points; i++)
        {
            var value = i / (Points - 1.0);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), (ushort)((linear * ushort.MaxValue) + 0.5));
        }

        return data;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
