using System.Globalization;

namespace Msp.Billing.Documents.Pdf.Writing;

/// <summary>A colour in sRGB.</summary>
internal readonly record struct PdfColor(byte Red, byte Green, byte Blue)
{
    /// <summary>Black.</summary>
    public static PdfColor Black => default;

    /// <summary>White.</summary>
    public static PdfColor White => new(255, 255, 255);

    /// <summary>Reads a colour as style sheets write it, such as <c>#0B5FFF</c>.</summary>
    /// <exception cref="FormatException">It is written in another way.</exception>
    public static PdfColor Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 7 && value[0] == '#' && uint.TryParse(value.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? new PdfColor((byte)(number >> 16), (byte)((number >> 8) & 0xFF), (byte)(number & 0xFF))
            : throw new FormatException($"'{value}' is not a colour; write # and six hexadecimal digits, such as #0B5FFF.");
    }

    /// <summary>How bright it is to the eye, from 0 for black to 1 for white (WCAG 2, relative luminance).</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>The three parts as an operand.</summary>
    public override string ToString() => $"{PdfSyntax.Number(Red / 255.0)} {PdfSyntax.Number(Green / 255.0)} {PdfSyntax.Number(Blue / 255.0)}";

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
