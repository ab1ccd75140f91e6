using Microsoft.AspNetCore.Razor.TagHelpers;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Charts;

/// <summary>One bar for each assumption, the longest first, around the expected result; a line marks where nothing is saved.</summary>
[HtmlTargetElement("tornado-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TornadoChartTagHelper : TagHelper
{
    private const decimal Row = 46m;
    private const decimal Upper = 26m;
    private const decimal Side = 56m;

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
        var height = Upper + (Bars.Count * Row);
        var low = Math.Min(0m, Bars.Min(bar => Math.Min(bar.AtLow, bar.AtHigh)));
        var high = Math.Max(Math.Max(0m, Expected), Bars.Max(bar => Math.Max(bar.AtLow, bar.AtHigh)));
        var span = high == low ? 1m : high - low;
        decimal X(decimal value) => Side + ((width - (2 * Side)) * (value - low) / span);
        var (zero, middle) = (X(0), X(Expected));
        var svg = new Svg().Title(_texts["How far the result moves when one assumption changes. The table below lists the figures."]);
        svg.Line("grid", middle, Upper - 6, middle, height);
        var apart = Math.Abs(middle - zero) > 150;
        if (apart)
        {
            svg.Text("tick", zero, 12, _texts["No saving"], "middle");
        }

        svg.Text("tick", middle, 12, _texts["Expected {0}", ExpectedText], middle > width / 2m ? "end" : "start");
        for (var i = 0; i < Bars.Count; i++)
        {
            var bar = Bars[i];
            var y = Upper + (i * Row);
            // The colour says which end of the assumption it is, the side which way the result goes.
            Half(svg, "t-lo", X(bar.AtLow), middle, y, bar.LowText);
            Half(svg, "t-hi", X(bar.AtHigh), middle, y, bar.HighText);
            svg.Line("zero", zero, y + 16, zero, y + 36);
            svg.Text("lbl lbl-row halo", 0, y + 12, bar.Name);
        }

        return $"<svg class=\"chart tornado chart-{(isNarrow ? "narrow" : "wide")}\" viewBox=\"0 0 {width} {Svg.At(height)}\" role=\"img\">{svg}</svg>";
    }

    private static void Half(Svg svg, string css, decimal end, decimal middle, decimal y, string text)
    {
        svg.Bar(css, Math.Min(end, middle), y + 18, Math.Abs(end - middle), 16);
        svg.Text("tick halo", end < middle ? end - 5 : end + 5, y + 30, text, end < middle ? "end" : "start");
    }
}
