using System.Buffers.Binary;
using System.Numerics;

namespace Msp.Billing.Documents.Pdf.Writing;

/// <summary>Compresses as RFC 1950 and 1951 say, always to the same bytes.</summary>
/// <remarks>
/// The compressor of .NET is zlib-ng, whose output depends on its version and on what the processor can do. A document that is rendered again on another
/// machine, years later, must have the same hash: so this one is our own.
/// </remarks>
internal sealed class Deflater
{
    private const int Window = 32 * 1024;
    private const int HashBits = 15;
    private const int LongestChain = 48;
    private const int ShortestMatch = 3;
    private const int LongestMatch = 258;
    private const int TokensInBlock = 32 * 1024;
    private const int EndOfBlock = 256;
    private static readonly byte[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private readonly BitWriter _bits = new();
    private readonly int[] _heads = new int[1 << HashBits];
    private readonly int[] _before = new int[Window];
    private readonly List<(int Length, int Distance)> _tokens = [];

    /// <summary>Compresses.</summary>
    /// <returns>With the two bytes before and the four after that zlib writes.</returns>
    public static byte[] Compress(ReadOnlySpan<byte> data)
    {
        var deflater = new Deflater();
        deflater.FindMatches(data);
        var body = deflater._bits.Finish();
        var result = new byte[body.Length + 6];
        (result[0], result[1]) = (0x78, 0xDA);
        body.CopyTo(result.AsSpan(2));
        BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(body.Length + 2), Checksum(data));
        return result;
    }

    // A match waits one place: where the next one is longer, its first byte goes out as it is.
    private void FindMatches(ReadOnlySpan<byte> data)
    {
        Array.Fill(_heads, -1);
        var (waiting, place) = ((Length: 0, Distance: 0), 0);
        while (place < data.Length)
        {
            var match = Longest(data, place);
            if (waiting.Length > 0 && match.Length <= waiting.Length)
            {
                _tokens.Add(waiting);
                var end = place - 1 + waiting.Length;
                for (; place < end; place++)
                {
                    Remember(data, place);
                }

                waiting = default;
            }
            else
            {
                if (waiting.Length > 0)
                {
                    _tokens.Add((data[place - 1], 0));
                }

                Remember(data, place);
                waiting = match;
                if (match.Length == 0)
                {
                    _tokens.Add((data[place], 0));
                }

                place++;
            }

            if (_tokens.Count >= TokensInBlock)
            {
                WriteBlock(isLast: false);
            }
        }

        if (waiting.Length > 0)
        {
            _tokens.Add(waiting);
        }

        WriteBlock(isLast: true);
    }

    private (int Length, int Distance) Longest(ReadOnlySpan<byte> data, int place)
    {
        var most = Math.Min(LongestMatch, data.Length - place);
        if (most < ShortestMatch)
        {
            return default;
        }

        var best = (Length: ShortestMatch - 1, Distance: 0);
        var candidate = _heads[Hash(data, place)];
        for (var i = 0; i < LongestChain && candidate >= 0 && place - candidate < Window; i++)
        {
            if (data[candidate + best.Length] == data[place + best.Length])
            {
                var length = data.Slice(candidate, most).CommonPrefixLength(data.Slice(place, most));
                if (length > best.Length)
                {
                    best = (length, place - candidate);
                    if (length == most)
                    {
                        break;
                    }
                }
            }

            var earlier = _before[candidate % Window];
            candidate = earlier < candidate ? earlier : -1;
        }

        return best.Distance == 0 ? default : best;
    }

    private void Remember(ReadOnlySpan<byte> data, int place)
    {
        if (place + ShortestMatch <= data.Length)
        {
            ref var head = ref _heads[Hash(data, place)];
            _before[place % Window] = head;
            head = place;
        }
    }

    private static int Hash(ReadOnlySpan<byte> data, int place) =>
        (int)(unchecked((uint)(data[place] | (data[place + 1] << 8) | (data[place + 2] << 16)) * 2654435761u) >> (32 - HashBits));

    private void WriteBlock(bool isLast)
    {
        var (symbols, distances) = (new int[286], new int[30]);
        symbols[EndOfBlock] = 1;
        foreach (var token in _tokens)
        {
            symbols[token.Distance == 0 ? token.Length : LengthSymbol(token.Length).Symbol]++;
            if (token.Distance > 0)
            {
                distances[DistanceSymbol(token.Distance).Symbol]++;
            }
        }

        var (symbolCode, distanceCode) = (HuffmanCode.Of(symbols, 15), HuffmanCode.Of(distances, 15));
        _bits.Write(isLast ? 1u : 0u, 1);
        _bits.Write(2, 2);
        WriteCodes(symbolCode, distanceCode);
        foreach (var token in _tokens)
        {
            WriteToken(token, symbolCode, distanceCode);
        }

        Write(symbolCode, EndOfBlock);
        _tokens.Clear();
    }

    private void WriteToken((int Length, int Distance) token, HuffmanCode symbols, HuffmanCode distances)
    {
        if (token.Distance == 0)
        {
            Write(symbols, token.Length);
            return;
        }

        var length = LengthSymbol(token.Length);
        Write(symbols, length.Symbol);
        _bits.Write((uint)length.Extra, length.Bits);
        var distance = DistanceSymbol(token.Distance);
        Write(distances, distance.Symbol);
        _bits.Write((uint)distance.Extra, distance.Bits);
    }

    private void Write(HuffmanCode code, int symbol) => _bits.Write(code.Codes[symbol], code.Lengths[symbol]);

    // The codes of both alphabets as one list of lengths, in which zeros and repeats are counted, itself in a code (RFC 1951, 3.2.7).
    private void WriteCodes(HuffmanCode symbols, HuffmanCode distances)
    {
        var (symbolCount, distanceCount) = (Used(symbols.Lengths, 257), Used(distances.Lengths, 1));
        byte[] lengths = [.. symbols.Lengths.AsSpan(0, symbolCount), .. distances.Lengths.AsSpan(0, distanceCount)];
        var runs = RunsOf(lengths);
        var counts = new int[19];
        foreach (var run in runs)
        {
            counts[run.Symbol]++;
        }

        var code = HuffmanCode.Of(counts, 7);
        var count = LengthOrder.Length;
        while (count > 4 && code.Lengths[LengthOrder[count - 1]] == 0)
        {
            count--;
        }

        _bits.Write((uint)(symbolCount - 257), 5);
        _bits.Write((uint)(distanceCount - 1), 5);
        _bits.Write((uint)(count - 4), 4);
        for (var i = 0; i < count; i++)
        {
            _bits.Write(code.Lengths[LengthOrder[i]], 3);
        }

        foreach (var run in runs)
        {
            Write(code, run.Symbol);
            _bits.Write((uint)run.Extra, run.Bits);
        }
    }

    private static List<(int Symbol, int Extra, int Bits)> RunsOf(byte[] lengths)
    {
        var runs = new List<(int Symbol, int Extra, int Bits)>();
        for (var i = 0; i < lengths.Length;)
        {
            var run = 1;
            while (i + run < lengths.Length && lengths[i + run] == lengths[i] && run < 138)
            {
                run++;
            }

            if (lengths[i] == 0 && run >= 3)
            {
                runs.Add(run <= 10 ? (17, run - 3, 3) : (18, run - 11, 7));
            }
            else if (i > 0 && lengths[i] == lengths[i - 1] && run >= 3)
            {
                run = Math.Min(run, 6);
                runs.Add((16, run - 3, 2));
            }
            else
            {
                run = 1;
                runs.Add((lengths[i], 0, 0));
            }

            i += run;
        }

        return runs;
    }

    private static int Used(byte[] lengths, int atLeast)
    {
        var used = lengths.Length;
        while (used > atLeast && lengths[used - 1] == 0)
        {
            used--;
        }

        return used;
    }

    private static (int Symbol, int Extra, int Bits) LengthSymbol(int length)
    {
        var offset = length - ShortestMatch;
        if (length == LongestMatch || offset < 8)
        {
            return (length == LongestMatch ? 285 : 257 + offset, 0, 0);
        }

        var bits = BitOperations.Log2((uint)offset) - 2;
        return (257 + (4 * (bits + 1)) + ((offset >> bits) & 3), offset & ((1 << bits) - 1), bits);
    }

    private static (int Symbol, int Extra, int Bits) DistanceSymbol(int distance)
    {
        var offset = distance - 1;
        if (offset < 4)
        {
            return (offset, 0, 0);
        }

        var bits = BitOperations.Log2((uint)offset) - 1;
        return ((2 * (bits + 1)) + ((offset >> bits) & 1), offset & ((1 << bits) - 1), bits);
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var (low, high) = (1u, 0u);
        foreach (var one in data)
        {
            low = (low + one) % 65521;
            high = (high + low) % 65521;
        }

        return (high << 16) | low;
    }
}
