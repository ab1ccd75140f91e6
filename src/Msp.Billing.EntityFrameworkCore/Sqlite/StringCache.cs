using System.Buffers.Binary;
using System.Text;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>Gives equal text the same string: a month's contracts repeat a few hundred names many thousand times.</summary>
/// <remarks>Has room for a fixed number and forgets the older of two that want the same place, so it never grows with the data.</remarks>
internal sealed class StringCache
{
    private const int Bits = 11;
    private const int Longest = 512;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;
    private readonly (byte[] Bytes, string Text)[] _known = new (byte[], string)[1 << Bits];

    internal string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > Longest)
        {
            return bytes.Length == 0 ? "" : Encoding.UTF8.GetString(bytes);
        }

        ref var place = ref _known[Place(bytes)];
        if (place.Bytes is null || !bytes.SequenceEqual(place.Bytes))
        {
            place = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        }

        return place.Text;
    }

    // Beginning, middle and end tell most texts apart; two that are not told apart only take each other's place.
    private static int Place(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var hash = (ulong)bytes.Length * Spread;
            if (bytes.Length < sizeof(ulong))
            {
                foreach (var one in bytes)
                {
                    hash = (hash ^ one) * Spread;
                }
            }
            else
            {
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Spread;
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[((bytes.Length - sizeof(ulong)) / 2)..])) * Spread;
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..])) * Spread;
            }

            return (int)(hash >> (64 - Bits));
        }
    }
}
