using Msp.Billing.Documents.Pdf.Fonts;

namespace Msp.Billing.Documents.Pdf;

/// <summary>The two faces that a document is set in. The ordinary ones are Noto Sans, which has Latin, Greek, Cyrillic and Vietnamese letters.</summary>
/// <remarks>Immutable and thread-safe: read once, used for any number of documents. Only the glyphs that a document needs go into it.</remarks>
public sealed class PdfFonts
{
    private static readonly Lazy<PdfFonts> Bundled = new(() => new PdfFonts(Resource("NotoSans-Regular.ttf"), Resource("NotoSans-Bold.ttf")));

    private PdfFonts(byte[] regular, byte[] bold)
    {
        Regular = TrueTypeFont.Read(regular);
        Bold = TrueTypeFont.Read(bold);
    }

    /// <summary>Noto Sans, under the SIL Open Font License 1.1.</summary>
    public static PdfFonts NotoSans => Bundled.Value;

    internal TrueTypeFont Regular { get; }

    internal TrueTypeFont Bold { get; }

    /// <summary>Reads other faces, such as those of the seller's brand. Their licence must allow embedding.</summary>
    /// <param name="regular">A TrueType font (.ttf) with outlines of its own.</param>
    /// <param name="bold">Another for headings and totals.</param>
    /// <exception cref="InvalidDataException">One of them is not such a font.</exception>
    public static PdfFonts Read(Stream regular, Stream bold)
    {
        ArgumentNullException.ThrowIfNull(regular);
        ArgumentNullException.ThrowIfNull(bold);
        return new PdfFonts(BytesOf(regular), BytesOf(bold));
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is missing from the package.");
        return BytesOf(stream);
    }

    private static byte[] BytesOf(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
