using Msp.Billing.Documents.Pdf.Fonts;
using Msp.Billing.Documents.Pdf.Pages;
using Msp.Billing.Documents.Pdf.Writing;

namespace Msp.Billing.Documents.Pdf.Layout;

/// <summary>The paper that a document is set on, from top to bottom: where the next thing goes, and what happens where a page is full.</summary>
/// <remarks>All places are in points from the upper left corner. Not thread-safe.</remarks>
internal sealed class Sheet
{
    private readonly PdfDocument _document;
    private readonly PageFormat _format;
    private readonly PdfFont _regular;
    private readonly PdfFont _bold;

    /// <summary>Begins with one empty page.</summary>
    public Sheet(PdfDocument document, PageFormat format, PdfFonts fonts)
    {
        _document = document;
        _format = format;
        _regular = document.Add(fonts.Regular);
        _bold = document.Add(fonts.Bold);
        Page = document.AddPage(format.Width, format.Height);
    }

    /// <summary>The left margin.</summary>
    public static double Left => 56;

    /// <summary>Where the content of a page that follows another begins.</summary>
    public static double Top => 84;

    /// <summary>The page that is written on.</summary>
    public PdfPage Page { get; private set; }

    /// <summary>The right margin.</summary>
    public double Right => _format.Width - Left;

    /// <summary>The width between the margins.</summary>
    public double Width => Right - Left;

    /// <summary>The paper's height.</summary>
    public double Height => _format.Height;

    /// <summary>Where the content of a page ends.</summary>
    public double Bottom => _format.Height - 84;

    /// <summary>The upper edge of what comes next.</summary>
    public double Y { get; set; }

    /// <summary>How much room is left on the page.</summary>
    public double Room => Bottom - Y;

    /// <summary>What a table does when it goes on upon a new page; null outside of tables.</summary>
    public Action? Continued { get; set; }

    /// <summary>Begins a new page.</summary>
    public void BreakPage()
    {
        Page = _document.AddPage(_format.Width, _format.Height);
        Y = Top;
        Continued?.Invoke();
    }

    /// <summary>Goes back to a page, to write its margins.</summary>
    public void Open(PdfPage page) => Page = page;

    /// <summary>Begins a new page unless there is room.</summary>
    public void Need(double height)
    {
        if (Room < height)
        {
            BreakPage();
        }
    }

    /// <summary>How wide a text is.</summary>
    public double WidthOf(TextStyle style, string text) => FontOf(style).WidthOf(PrintableText.Of(text), style.Size);

    /// <summary>Breaks a text into lines.</summary>
    public List<string> Wrap(TextStyle style, string text, double width) => TextWrap.Lines(FontOf(style), style.Size, text, width);

    /// <summary>Sets one line from the left.</summary>
    public void Write(StructureElement? element, TextStyle style, double left, double baseline, string text)
    {
        if (text.Length > 0)
        {
            Page.Write(element, FontOf(style), style.Size, style.Color, left, baseline, PrintableText.Of(text));
        }
    }

    /// <summary>Sets one line up to the right.</summary>
    public void WriteUpTo(StructureElement? element, TextStyle style, double right, double baseline, string text) =>
        Write(element, style, right - WidthOf(style, text), baseline, text);

    /// <summary>Sets a paragraph between the margins, on several pages if it must be, and moves on.</summary>
    public void WriteParagraph(StructureElement element, TextStyle style, string text, double indent = 0)
    {
        foreach (var line in Wrap(style, text, Width - indent))
        {
            Need(style.Leading);
            Write(element, style, Left + indent, Y + Drop(style), line);
            Y += style.Leading;
        }
    }

    /// <summary>From the upper edge of a line to its base line.</summary>
    public static double Drop(TextStyle style) => ((style.Leading - style.Size) / 2) + (style.Size * 0.86);

    /// <summary>Draws a thin box as a rule between the margins.</summary>
    public void Rule(double top, double thickness, PdfColor color) => Page.Fill(Left, top, Width, thickness, color);

    private PdfFont FontOf(TextStyle style) => style.IsBold ? _bold : _regular;
}
