using System.Text;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>Gives equal text the same string: a month's contracts repeat a few hundred names many thousand times.</summary>
/// <remarks>Has room for a fixed number and forgets the older of two that want the same place, so it never grows with the data.</remarks>
internal sealed class StringCache
{
    private const int Places = 2048;
    private const int Longest = 128;
    private readonly (byte[] Bytes, string Text)[] _known = new (byte[], string)[Places];

    internal string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > Longest)
        {
            return bytes.Length == 0 ? "" : Encoding.UTF8.GetString(bytes);
        }

        ref var place = ref _known[Hash(bytes) & (Places - 1)];
        if (place.Bytes is null || !bytes.SequenceEqual(place.Bytes))
        {
            place = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        }

        return place.Text;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
