using Msp.Billing.Documents.Pdf.Layout;
using Msp.Billing.Documents.Pdf.Writing;

namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>The few sizes and colours of a printed document. The seller's colour is used for rules, and for headings where it is dark enough to read.</summary>
internal sealed class InvoiceStyles
{
    private const string OrdinaryColor = "#1F3A5F";

    // 4.5 to 1 on white, as WCAG 2 asks for text: (1 + 0.05) / (0.183 + 0.05).
    private const double BrightestText = 0.183;

    /// <summary>Creates the styles.</summary>
    /// <param name="brand">The seller's colour, as <c>#RRGGBB</c>; null for the ordinary one.</param>
    public InvoiceStyles(string? brand)
    {
        Brand = PdfColor.Parse(brand ?? OrdinaryColor);
        var heading = Brand.Luminance <= BrightestText ? Brand : Ink;
        Title = new TextStyle(20, 25, heading, true);
        Heading = new TextStyle(11, 16, heading, true);
        Name = new TextStyle(14, 18, heading, true);
    }

    public PdfColor Brand { get; }

    public static PdfColor Ink { get; } = new(0x1B, 0x1E, 0x23);

    public static PdfColor Quiet { get; } = new(0x5A, 0x61, 0x6B);

    public static PdfColor Hairline { get; } = new(0xD5, 0xD8, 0xDD);

    public TextStyle Title { get; }

    public TextStyle Heading { get; }

    public TextStyle Name { get; }

    public static TextStyle Text { get; } = new(9, 13, Ink);

    public static TextStyle Cell { get; } = new(8.5, 12, Ink);

    public static TextStyle Small { get; } = new(7.5, 10.5, Quiet);

    public static TextStyle Label { get; } = new(8, 13, Quiet);

    public static TextStyle Foot { get; } = new(6.8, 9, Quiet);

    public static TextStyle Total { get; } = new(11.5, 17, Ink, true);
}
