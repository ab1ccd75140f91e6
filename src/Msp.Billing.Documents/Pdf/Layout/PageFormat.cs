namespace Msp.Billing.Documents.Pdf.Layout;

/// <summary>The size of the paper, in points.</summary>
/// <param name="Width">How wide.</param>
/// <param name="Height">How high.</param>
internal readonly record struct PageFormat(double Width, double Height)
{
    /// <summary>210 by 297 mm.</summary>
    public static PageFormat A4 => new(595.276, 841.89);

    /// <summary>8.5 by 11 inches.</summary>
    public static PageFormat Letter => new(612, 792);

    /// <summary>What a country prints on.</summary>
    /// <param name="country">ISO 3166 two-letter code of the seller.</param>
    public static PageFormat Of(string country) => country is "US" or "CA" ? Letter : A4;
}
