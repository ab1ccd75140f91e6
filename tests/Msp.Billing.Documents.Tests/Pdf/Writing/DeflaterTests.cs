using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Msp.Billing.Documents.Pdf.Writing;

namespace Msp.Billing.Documents.Tests.Pdf.Writing;

public sealed class DeflaterTests
{
    [Fact]
    public void What_is_compressed_unpacks_to_the_same() =>
        Gen.OneOf(Gen.Byte.Array[0, 400], Gen.Byte[0, 3].Array[0, 3000], Gen.Select(Gen.Byte.Array[1, 40], Gen.Int[1, 900], (part, times) => Enumerable.Repeat(part, times).SelectMany(one => one).ToArray()))
            .Sample(data => Assert.Equal(data, Unpack(Deflater.Compress(data))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(258)]
    [InlineData(259)]
    [InlineData(32768)]
    [InlineData(70000)]
    public void One_byte_many_times_unpacks_to_the_same(int length)
    {
        var data = new byte[length];
        Assert.Equal(data, Unpack(Deflater.Compress(data)));
    }

    [Fact]
    public void Several_blocks_and_matches_beyond_the_window_unpack_to_the_same()
    {
        var data = new byte[300_000];
        var state = 1u;
        for (var i = 0; i < data.Length; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            data[i] = i % 50_000 < 200 ? (byte)(i % 7) : (byte)(state >> 24);
        }

        Assert.Equal(data, Unpack(Deflater.Compress(data)));
    }

    [Fact]
    public void Text_becomes_about_as_small_as_with_the_library()
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 2000).Select(i => $"BT /F1 8.5 Tf {i % 500} {i * 3 % 800} Td <00{i % 100:X2}00{i % 37:X2}> Tj ET\n")));
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(text);
        }

        Assert.True(Deflater.Compress(text).Length < packed.Length * 1.1, $"{Deflater.Compress(text).Length} bytes, the library {packed.Length}");
    }

    [Fact]
    public void The_same_always_becomes_the_same_bytes()
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(i => $"line {i * 7919 % 500}\n")));
        Assert.Equal("0A0DD5BE47F06BA9", Convert.ToHexString(SHA256.HashData(Deflater.Compress(text)))[..16]);
    }

    private static byte[] Unpack(byte[] data)
    {
        using var stream = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var result = new MemoryStream();
        stream.CopyTo(result);
        return result.ToArray();
    }
}
