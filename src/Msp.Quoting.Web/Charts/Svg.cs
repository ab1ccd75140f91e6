using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Msp.Quoting.Web.Charts;

/// <summary>Writes a drawing with attributes and classes only: no inline style, so that the page's policy holds and themes apply.</summary>
internal sealed class Svg
{
    private static readonly decimal[] Ends = [1m, 1.2m, 1.6m, 2m, 2.4m, 3.2m, 4m, 6m, 8m, 10m];

    private readonly StringBuilder _text = new();

    /// <summary>A coordinate, to a tenth.</summary>
    public static string At(decimal value) => decimal.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A line through points.</summary>
    public static string Through(IEnumerable<(decimal X, decimal Y)> points) => "M" + string.Join('L', points.Select(point => At(point.X) + " " + At(point.Y)));

    /// <summary>Adds a straight line.</summary>
    public Svg Line(string css, decimal x1, decimal y1, decimal x2, decimal y2) =>
        Add($"<line class=\"{css}\" x1=\"{At(x1)}\" y1=\"{At(y1)}\" x2=\"{At(x2)}\" y2=\"{At(y2)}\"/>");

    /// <summary>Adds a path.</summary>
    public Svg Path(string css, string path) => Add($"<path class=\"{css}\" d=\"{path}\"/>");

    /// <summary>Adds a bar.</summary>
    public Svg Bar(string css, decimal x, decimal y, decimal width, decimal height, decimal radius = 0) =>
        Add($"<rect class=\"{css}\" x=\"{At(x)}\" y=\"{At(y)}\" width=\"{At(Math.Max(width, 0))}\" height=\"{At(height)}\"{(radius > 0 ? $" rx=\"{At(radius)}\"" : "")}/>");

    /// <summary>Adds a ring or dot.</summary>
    public Svg Circle(string css, decimal x, decimal y, decimal radius) => Add($"<circle class=\"{css}\" cx=\"{At(x)}\" cy=\"{At(y)}\" r=\"{At(radius)}\"/>");

    /// <summary>Adds words; <paramref name="anchor"/> is start, middle or end.</summary>
    public Svg Text(string css, decimal x, decimal y, string words, string anchor = "start") =>
        Add($"<text class=\"{css}\" x=\"{At(x)}\" y=\"{At(y)}\" text-anchor=\"{anchor}\">{HtmlEncoder.Default.Encode(words)}</text>");

    /// <summary>Adds what is read out in place of the drawing.</summary>
    public Svg Title(string words) => Add($"<title>{HtmlEncoder.Default.Encode(words)}</title>");

    /// <summary>A round figure that is at least as high as another: where an axis ends.</summary>
    public static decimal RoundUp(decimal value)
    {
        if (value <= 0)
        {
            return 1m;
        }

        var scale = 1m;
        while (value / scale >= 10m)
        {
            scale *= 10m;
        }

        while (value / scale < 1m)
        {
            scale /= 10m;
        }

        return Ends.First(step => step * scale >= value) * scale;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private Svg Add(string part)
    {
        _text.Append(part);
        return this;
    }
}
