using Msp.Billing.Documents.Pdf.Writing;

namespace Msp.Billing.Documents.Pdf.Layout;

/// <summary>How a text looks.</summary>
/// <param name="Size">In points.</param>
/// <param name="Leading">From one base line to the next, in points.</param>
/// <param name="Color">In which colour.</param>
/// <param name="IsBold">In the bold face.</param>
internal readonly record struct TextStyle(double Size, double Leading, PdfColor Color, bool IsBold = false)
{
    /// <summary>The same, in the bold face.</summary>
    public TextStyle Bold => this with { IsBold = true };

    /// <summary>The same, smaller or larger.</summary>
    public TextStyle Scaled(double factor) => this with { Size = Size * factor, Leading = Leading * factor };
}
