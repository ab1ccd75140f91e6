using System.Buffers.Binary;
using System.IO.Compression;

namespace Msp.Billing.Documents.Pdf.Pages;

/// <summary>Unpacks a PNG picture of 8 bits a colour, or of a palette, and lays it on white (PNG, second edition, chapters 9 to 11).</summary>
internal static class PngPicture
{
    // A logo of 4,000 by 4,000 points is more than any printer shows, and 48 MB unpacked.
    private const int MostPoints = 16_000_000;

    /// <summary>Unpacks.</summary>
    /// <returns>The size, and red, green and blue of each point, row by row.</returns>
    /// <exception cref="InvalidDataException">It is damaged, too large, interlaced, or of a depth that is not read.</exception>
    public static (int Width, int Height, byte[] Colors) Read(byte[] file)
    {
        var head = file.AsSpan(16);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head[4..]));
        var (depth, kind, interlaced) = (head[8], head[9], head[12]);
        if (width < 1 || height < 1 || (long)width * height > MostPoints)
        {
            throw new InvalidDataException("The PNG picture has no size, or more than 16 million points. Save it smaller.");
        }

        if (interlaced != 0 || !(depth == 8 || (kind == 3 && depth is 1 or 2 or 4)))
        {
            throw new InvalidDataException("The PNG picture is interlaced or has 16 bits a colour. Save it plain, with 8 bits a colour.");
        }

        var channels = kind switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new InvalidDataException("The PNG picture has colours of an unknown kind.") };
        var (data, palette, alpha) = Chunks(file);
        var stride = ((width * channels * depth) + 7) / 8;
        var rows = Unpack(data, (stride + 1) * height);
        var colors = new byte[width * height * 3];
        var row = new byte[stride];
        for (var y = 0; y < height; y++)
        {
            var packed = rows.AsSpan(y * (stride + 1), stride + 1);
            Restore(packed, row, Math.Max(1, channels * depth / 8));
            var points = colors.AsSpan(y * width * 3, width * 3);
            for (var x = 0; x < width; x++)
            {
                Point(row, x, kind, depth, palette, alpha).CopyTo(points.Slice(x * 3, 3));
            }
        }

        return (width, height, colors);
    }

    private static (MemoryStream Data, byte[] Palette, byte[] Alpha) Chunks(byte[] file)
    {
        var (data, palette, alpha) = (new MemoryStream(), Array.Empty<byte>(), Array.Empty<byte>());
        for (var place = 8; place + 8 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(place));
            var body = file.AsSpan(place + 8, length);
            switch (file.AsSpan(place + 4, 4))
            {
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']:
                    data.Write(body);
                    break;
                case [(byte)'P', (byte)'L', (byte)'T', (byte)'E']:
                    palette = body.ToArray();
                    break;
                case [(byte)'t', (byte)'R', (byte)'N', (byte)'S']:
                    alpha = body.ToArray();
                    break;
                default:
                    break;
            }

            place += 12 + length;
        }

        data.Position = 0;
        return (data, palette, alpha);
    }

    private static byte[] Unpack(MemoryStream data, int length)
    {
        using var unpacked = new ZLibStream(data, CompressionMode.Decompress);
        var rows = new byte[length];
        try
        {
            unpacked.ReadExactly(rows);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The PNG picture ends before its last row.", exception);
        }

        return rows;
    }

    // Each byte is stored less its neighbour to the left, above, their mean, or whichever of three fits best.
    private static void Restore(ReadOnlySpan<byte> packed, byte[] row, int step)
    {
        var corner = new byte[step];
        for (var i = 0; i < row.Length; i++)
        {
            var (above, left, upperLeft) = (row[i], i < step ? (byte)0 : row[i - step], corner[i % step]);
            corner[i % step] = above;
            var guess = packed[0] switch
            {
                0 => 0,
                1 => left,
                2 => above,
                3 => (left + above) / 2,
                4 => Paeth(left, above, i < step ? (byte)0 : upperLeft),
                _ => throw new InvalidDataException("The PNG picture is damaged: a row is stored in an unknown way."),
            };
            row[i] = (byte)((packed[i + 1] + guess) & 0xFF);
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static byte[] Point(byte[] row, int x, int kind, int depth, byte[] palette, byte[] alpha)
    {
        switch (kind)
        {
            case 0:
                return [row[x], row[x], row[x]];
            case 2:
                return row[(x * 3)..((x * 3) + 3)];
            case 4:
                var gray = OnWhite(row[x * 2], row[(x * 2) + 1]);
                return [gray, gray, gray];
            case 6:
                var over = row[(x * 4) + 3];
                return [OnWhite(row[x * 4], over), OnWhite(row[(x * 4) + 1], over), OnWhite(row[(x * 4) + 2], over)];
            default:
                var index = (row[x * depth / 8] >> (8 - depth - (x * depth % 8))) & ((1 << depth) - 1);
                var opacity = index < alpha.Length ? alpha[index] : byte.MaxValue;
                return [OnWhite(palette[index * 3], opacity), OnWhite(palette[(index * 3) + 1], opacity), OnWhite(palette[(index * 3) + 2], opacity)];
        }
    }

    private static byte OnWhite(int color, int opacity) => (byte)(((color * opacity) + (255 * (255 - opacity)) + 127) / 255);
}
