using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Msp.Billing.Documents.Pdf.Pages;

namespace Msp.Billing.Documents.Tests.Pdf.Pages;

public sealed class PdfImageTests
{
    // Gray with transparency, stored less the mean: 5 at 127 of 255 on white is 130.5, 7 at 62 is 194.7.
    // Two points across, two down. Every row begins with how it is stored: 0 as it is, 1 less the left, 2 less the one above, 3 less the mean, 4 the best of three.
    [Theory]
    [InlineData(0, 8, new byte[] { 0, 10, 20, 2, 1, 1 }, new byte[] { 10, 10, 10, 20, 20, 20, 11, 11, 11, 21, 21, 21 })]
    [InlineData(2, 8, new byte[] { 1, 10, 20, 30, 1, 1, 1, 0, 1, 2, 3, 4, 5, 6 }, new byte[] { 10, 20, 30, 11, 21, 31, 1, 2, 3, 4, 5, 6 })]
    [InlineData(4, 8, new byte[] { 0, 10, 255, 10, 0, 3, 0, 0, 0, 255 }, new byte[] { 10, 10, 10, 255, 255, 255, 130, 130, 130, 195, 195, 195 })]
    [InlineData(6, 8, new byte[] { 0, 10, 20, 30, 255, 10, 20, 30, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0 }, new byte[] { 10, 20, 30, 255, 255, 255, 10, 20, 30, 255, 255, 255 })]
    [InlineData(3, 8, new byte[] { 0, 0, 1, 0, 1, 0 }, new byte[] { 1, 2, 3, 130, 130, 131, 130, 130, 131, 1, 2, 3 })]
    [InlineData(3, 1, new byte[] { 0, 0b0100_0000, 0, 0b1000_0000 }, new byte[] { 1, 2, 3, 130, 130, 131, 130, 130, 131, 1, 2, 3 })]
    public void A_png_is_unpacked_and_laid_on_white(byte kind, byte depth, byte[] rows, byte[] expected)
    {
        var (width, height, colors) = PngPicture.Read(Png(kind, depth, 0, rows));
        Assert.Equal((2, 2), (width, height));
        Assert.Equal(expected, colors);
    }

    [Theory]
    [InlineData(6, 16, 0, "16 bits")]
    [InlineData(6, 8, 1, "interlaced")]
    [InlineData(9, 8, 0, "unknown kind")]
    [InlineData(6, 8, 0, "ends before")]
    public void A_png_that_is_not_read_is_refused(byte kind, byte depth, byte interlaced, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => PdfImage.Read(Png(kind, depth, interlaced, [0, 1]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_jpeg_goes_in_as_it_is_with_the_size_of_its_frame()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 40, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var image = PdfImage.Read(jpeg);
        Assert.Equal((40, 30), (image.Width, image.Height));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 40, 4 }, "RGB")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 4 }, "cut off")]
    [InlineData(new byte[] { (byte)'G', (byte)'I', (byte)'F' }, "neither")]
    public void Another_picture_is_refused(byte[] file, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => PdfImage.Read(file)).Message, StringComparison.Ordinal);

    // A palette of two colours, the second half transparent: 5 × 128 ÷ 255 + 255 × 127 ÷ 255 = 129.5.
    private static byte[] Png(byte kind, byte depth, byte interlaced, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            stream.Write(rows);
        }

        return
        [
            0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10,
            .. Chunk("IHDR", [0, 0, 0, 2, 0, 0, 0, 2, depth, kind, 0, 0, interlaced]),
            .. Chunk("PLTE", [1, 2, 3, 5, 6, 7]),
            .. Chunk("tRNS", [255, 128]),
            .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        return chunk;
    }
}
