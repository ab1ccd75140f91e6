using Microsoft.AspNetCore.Razor.TagHelpers;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Charts;

/// <summary>One bar for each assumption, the longest first, around the expected result; a line marks where nothing is saved.</summary>
[HtmlTargetElement("tornado-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TornadoChartTagHelper : TagHelper
{
    private const decimal Upper = 44m;
    private const decimal Thickness = 16m;
    private const decimal LineHeight = 16m;
    private const decimal Gap = 5m;
    private const decimal Letter = 6.9m;
    private const decimal MostSide = 0.3m;

    private readonly Texts _texts;

    /// <summary>Creates the helper.</summary>
    /// <param name="services">Gives the reader's words.</param>
    public TornadoChartTagHelper(IServiceProvider services) => _texts = services.GetRequiredService<Texts>();

    /// <summary>The bars, the longest first.</summary>
    public required IReadOnlyList<TornadoBar> Bars { get; set; }

    /// <summary>The expected result, the same statistic as the headline.</summary>
    public decimal Expected { get; set; }

    /// <summary>The expected result as it is printed.</summary>
    public string ExpectedText { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart-box");
        output.Content.SetHtmlContent(Draw(620, isNarrow: false) + Draw(340, isNarrow: true));
    }

    private string Draw(int width, bool isNarrow)
    {
        var low = Math.Min(0m, Bars.Min(bar => Math.Min(bar.AtLow, bar.AtHigh)));
        var high = Math.Max(Math.Max(0m, Expected), Bars.Max(bar => Math.Max(bar.AtLow, bar.AtHigh)));
        var span = high == low ? 1m : high - low;
        var side = Math.Min(width * MostSide, Bars.Max(bar => Math.Max(WidthOf(bar.LowText), WidthOf(bar.HighText))) + (2 * Gap));
        decimal X(decimal value) => side + ((width - (2 * side)) * (value - low) / span);
        var (zero, middle) = (X(0), X(Expected));
        var rows = Bars.Select(bar => (Bar: bar, Lines: Wrapped(bar.Name, width))).ToList();
        var height = Upper + rows.Sum(row => HeightOf(row.Lines));
        var svg = new Svg().Title(_texts["How far the result moves when one assumption changes. The table below lists the figures."]);
        svg.Line("grid", middle, Upper - 8, middle, height);
        Above(svg, middle, 12, _texts["Expected {0}", ExpectedText], width);
        Above(svg, zero, 28, _texts["No saving"], width);
        var y = Upper;
        foreach (var (bar, lines) in rows)
        {
            var names = y;
            foreach (var line in lines)
            {
                svg.Text("lbl lbl-row halo", 0, names + 12, line);
                names += LineHeight;
            }

            // The colour says which end of the assumption it is, the side which way the result goes; an end that changes nothing stands opposite the other.
            var top = names + Gap;
            var lowIsLeft = bar.AtLow < bar.AtHigh;
            Half(svg, "t-lo", X(bar.AtLow), middle, top);
            Half(svg, "t-hi", X(bar.AtHigh), middle, top);

            // Over the bars, and under what is written.
            svg.Line("zero", zero, top - 2, zero, top + Thickness + 2);
            Label(svg, X(bar.AtLow), top, bar.LowText, lowIsLeft);
            Label(svg, X(bar.AtHigh), top, bar.HighText, !lowIsLeft);
            y += HeightOf(lines);
        }

        return $"<svg class=\"chart tornado chart-{(isNarrow ? "narrow" : "wide")}\" viewBox=\"0 0 {width} {Svg.At(height)}\" role=\"img\">{svg}</svg>";
    }

    private static decimal HeightOf(List<string> lines) => (lines.Count * LineHeight) + Thickness + (3 * Gap);

    // Letters differ in width; this is wide enough for nearly every word of them.
    private static decimal WidthOf(string text) => text.Length * Letter;

    private static List<string> Wrapped(string name, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (lines[^1].Length > 0 && WidthOf(longer) > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        return lines;
    }

    // Centred over its line, or as near to it as the drawing reaches.
    private static void Above(Svg svg, decimal x, decimal y, string words, int width)
    {
        var half = WidthOf(words) / 2;
        if (x < half)
        {
            svg.Text("tick", 0, y, words);
        }
        else if (x > width - half)
        {
            svg.Text("tick", width, y, words, "end");
        }
        else
        {
            svg.Text("tick", x, y, words, "middle");
        }
    }

    private static void Half(Svg svg, string css, decimal end, decimal middle, decimal y) => svg.Bar(css, Math.Min(end, middle), y, Math.Abs(end - middle), Thickness);

    private static void Label(Svg svg, decimal end, decimal y, string text, bool isLeft) => svg.Text("tick halo", isLeft ? end - 5 : end + 5, y + 12, text, isLeft ? "end" : "start");
}
