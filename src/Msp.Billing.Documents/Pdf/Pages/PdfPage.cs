using System.Globalization;
using System.Text;
using Msp.Billing.Documents.Pdf.Fonts;
using Msp.Billing.Documents.Pdf.Writing;

namespace Msp.Billing.Documents.Pdf.Pages;

/// <summary>What stands on a page. Places are in points from the upper left corner, as a reader reads; the file counts from the lower left.</summary>
/// <remarks>
/// Everything drawn either belongs to an element of the document or is an artifact: lines and fills that only look, and texts that repeat, such as a
/// page's number. Nothing is left without a mark. Not thread-safe.
/// </remarks>
internal sealed class PdfPage(int index, double width, double height)
{
    private readonly StringBuilder _content = new(4096);
    private StructureElement? _element;
    private string? _artifact;
    private bool _isOpen;
    private int _contents;
    private PdfColor? _color;
    private (string Resource, double Size) _font;

    /// <summary>Its place in the document, from 0.</summary>
    public int Index { get; } = index;

    /// <summary>How wide it is.</summary>
    public double Width { get; } = width;

    /// <summary>How high it is.</summary>
    public double Height { get; } = height;

    /// <summary>Sets a text.</summary>
    /// <param name="element">What it belongs to; null where it repeats what was said, as heads and page numbers do.</param>
    /// <param name="font">In which font.</param>
    /// <param name="size">In points.</param>
    /// <param name="color">In which colour.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="baseline">Where its letters stand.</param>
    /// <param name="text">A text that was made printable.</param>
    public void Write(StructureElement? element, PdfFont font, double size, PdfColor color, double left, double baseline, string text)
    {
        Mark(element, "Pagination");
        SetColor(color);
        _content.Append("BT ");
        if (_font != (font.Resource, size))
        {
            _font = (font.Resource, size);
            _content.Append(CultureInfo.InvariantCulture, $"/{font.Resource} {PdfSyntax.Number(size)} Tf ");
        }

        _content.Append(CultureInfo.InvariantCulture, $"{PdfSyntax.Number(left)} {PdfSyntax.Number(Height - baseline)} Td {font.Encode(text)} Tj ET\n");
    }

    /// <summary>Fills a box. It only looks: nobody is told.</summary>
    public void Fill(double left, double top, double boxWidth, double boxHeight, PdfColor color)
    {
        Mark(null, "Layout");
        SetColor(color);
        _content.Append(
            CultureInfo.InvariantCulture,
            $"{PdfSyntax.Number(left)} {PdfSyntax.Number(Height - top - boxHeight)} {PdfSyntax.Number(boxWidth)} {PdfSyntax.Number(boxHeight)} re f\n");
    }

    /// <summary>Draws an image.</summary>
    /// <param name="element">The figure.</param>
    /// <param name="image">The image's name among the resources.</param>
    /// <param name="left">Its left edge.</param>
    /// <param name="top">Its upper edge.</param>
    /// <param name="boxWidth">How wide.</param>
    /// <param name="boxHeight">How high.</param>
    public void Draw(StructureElement element, string image, double left, double top, double boxWidth, double boxHeight)
    {
        ArgumentNullException.ThrowIfNull(element);
        Mark(element, "");
        element.Box = (left, Height - top - boxHeight, left + boxWidth, Height - top);
        _content.Append(
            CultureInfo.InvariantCulture,
            $"q {PdfSyntax.Number(boxWidth)} 0 0 {PdfSyntax.Number(boxHeight)} {PdfSyntax.Number(left)} {PdfSyntax.Number(Height - top - boxHeight)} cm /{image} Do Q\n");
    }

    /// <summary>The whole content, in the operators of PDF.</summary>
    internal string Finish()
    {
        Close();
        return _content.ToString();
    }

    private void SetColor(PdfColor color)
    {
        if (_color != color)
        {
            _color = color;
            _content.Append(CultureInfo.InvariantCulture, $"{color} rg\n");
        }
    }

    // What belongs to the same element and follows itself stays one piece.
    private void Mark(StructureElement? element, string artifact)
    {
        if (_isOpen && _element == element && (element is not null || _artifact == artifact))
        {
            return;
        }

        Close();
        _isOpen = true;
        _element = element;
        _artifact = artifact;
        if (element is null)
        {
            _content.Append(CultureInfo.InvariantCulture, $"/Artifact<</Type/{artifact}>>BDC\n");
            return;
        }

        element.AddContent(Index, _contents);
        _content.Append(CultureInfo.InvariantCulture, $"/{element.Type}<</MCID {_contents++}>>BDC\n");
    }

    private void Close()
    {
        if (_isOpen)
        {
            _isOpen = false;
            _content.Append("EMC\n");
        }
    }
}
