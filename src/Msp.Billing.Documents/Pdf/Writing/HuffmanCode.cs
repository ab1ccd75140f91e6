namespace Msp.Billing.Documents.Pdf.Writing;

/// <summary>A prefix code by how often symbols occur, in the canonical form of RFC 1951, 3.2.2.</summary>
internal sealed class HuffmanCode
{
    private HuffmanCode(byte[] lengths, uint[] codes)
    {
        Lengths = lengths;
        Codes = codes;
    }

    /// <summary>The bits of each symbol's code; zero where it does not occur.</summary>
    public byte[] Lengths { get; }

    /// <summary>Each symbol's code, as it is written: the first bit lowest.</summary>
    public uint[] Codes { get; }

    /// <summary>Finds a code.</summary>
    /// <param name="counts">How often each symbol occurs. At least two are given a code, since some readers want that.</param>
    /// <param name="limit">The most bits of a code.</param>
    public static HuffmanCode Of(ReadOnlySpan<int> counts, int limit)
    {
        var scaled = counts.ToArray();
        for (var i = 0; scaled.Length - scaled.AsSpan().Count(0) < 2; i++)
        {
            scaled[i] = Math.Max(1, scaled[i]);
        }

        // Halving the counts flattens the tree; in the end all are one, and it is as flat as can be.
        var lengths = LengthsOf(scaled);
        while (lengths.Max() > limit)
        {
            for (var i = 0; i < scaled.Length; i++)
            {
                scaled[i] = (scaled[i] + 1) / 2;
            }

            lengths = LengthsOf(scaled);
        }

        return new HuffmanCode(lengths, CodesOf(lengths));
    }

    // Leaves wait in one queue by count, joined nodes come out in order of count by themselves: ties take the leaf, so that the result is always the same.
    private static byte[] LengthsOf(int[] counts)
    {
        var leaves = Enumerable.Range(0, counts.Length).Where(symbol => counts[symbol] > 0).OrderBy(symbol => counts[symbol]).ThenBy(symbol => symbol).ToArray();
        var weights = new long[(2 * leaves.Length) - 1];
        var parents = new int[weights.Length];
        for (var i = 0; i < leaves.Length; i++)
        {
            weights[i] = counts[leaves[i]];
        }

        var (leaf, joined) = (0, leaves.Length);
        for (var next = leaves.Length; next < weights.Length; next++)
        {
            for (var child = 0; child < 2; child++)
            {
                var taken = leaf < leaves.Length && (joined == next || weights[leaf] <= weights[joined]) ? leaf++ : joined++;
                weights[next] += weights[taken];
                parents[taken] = next;
            }
        }

        var depths = new byte[weights.Length];
        for (var node = weights.Length - 2; node >= 0; node--)
        {
            depths[node] = (byte)(depths[parents[node]] + 1);
        }

        var lengths = new byte[counts.Length];
        for (var i = 0; i < leaves.Length; i++)
        {
            lengths[leaves[i]] = depths[i];
        }

        return lengths;
    }

    private static uint[] CodesOf(byte[] lengths)
    {
        var codes = new uint[lengths.Length];
        var code = 0u;
        for (var length = 1; length <= lengths.Max(); length++)
        {
            code <<= 1;
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    codes[symbol] = Reverse(code++, length);
                }
            }
        }

        return codes;
    }

    private static uint Reverse(uint code, int length)
    {
        var reversed = 0u;
        for (var i = 0; i < length; i++)
        {
            reversed = (reversed << 1) | ((code >> i) & 1);
        }

        return reversed;
    }
}
