using System.Buffers.Binary;
using System.Globalization;
using Msp.Billing.Documents.Pdf.Writing;

namespace Msp.Billing.Documents.Pdf.Pages;

/// <summary>A picture, such as a logo: JPEG as it is, PNG unpacked and laid on white, since paper is white and archives forbid some transparency.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class PdfImage
{
    private readonly string _entries;
    private readonly byte[] _data;
    private readonly bool _isPacked;

    private PdfImage(int width, int height, string entries, byte[] data, bool isPacked)
    {
        Width = width;
        Height = height;
        _entries = entries;
        _data = data;
        _isPacked = isPacked;
    }

    /// <summary>Its points across.</summary>
    public int Width { get; }

    /// <summary>Its points down.</summary>
    public int Height { get; }

    /// <summary>Reads a picture.</summary>
    /// <param name="data">The bytes of a JPEG or PNG file.</param>
    /// <exception cref="InvalidDataException">It is another format, damaged, or of a kind that printing cannot use.</exception>
    public static PdfImage Read(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        try
        {
            return data switch
            {
                [0xFF, 0xD8, ..] => Jpeg(data),
                [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Png(data),
                _ => throw new InvalidDataException("The picture is neither a JPEG nor a PNG file. Save it as one of these."),
            };
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The picture's file is cut off or damaged.", exception);
        }
    }

    /// <summary>Adds the picture to a file.</summary>
    /// <returns>The number of its object.</returns>
    public int WriteTo(PdfFile file)
    {
        var entries = string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}{_entries}");
        return _isPacked ? file.AddStored(entries, _data) : file.AddStream(entries, _data);
    }

    private static PdfImage Png(byte[] data)
    {
        var (width, height, colors) = PngPicture.Read(data);
        return new PdfImage(width, height, "/ColorSpace/DeviceRGB/BitsPerComponent 8", colors, false);
    }

    // The frame's head says how large it is and of how many colours; what is before it is skipped by its length.
    private static PdfImage Jpeg(byte[] data)
    {
        for (var place = 2; ;)
        {
            var (marker, length) = (data[place + 1], (int)BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(place + 2)));
            if (data[place] != 0xFF)
            {
                throw new InvalidDataException("The JPEG picture is damaged: a segment does not begin where it should.");
            }

            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                var head = data.AsSpan(place + 4);
                return head[5] switch
                {
                    1 => Jpeg(head, "DeviceGray", data),
                    3 => Jpeg(head, "DeviceRGB", data),
                    _ => throw new InvalidDataException("The JPEG picture has four colours for print. Save it in RGB: the document promises sRGB."),
                };
            }

            place += 2 + length;
        }
    }

    private static PdfImage Jpeg(ReadOnlySpan<byte> head, string space, byte[] data) => new(
        BinaryPrimitives.ReadUInt16BigEndian(head[3..]), BinaryPrimitives.ReadUInt16BigEndian(head[1..]),
        $"/ColorSpace/{space}/BitsPerComponent 8/Filter/DCTDecode", data, true);
}
