using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Msp.Quoting.Web.Charts;

/// <summary>How a figure went, in the height of a line of text. Say first, last and direction in words beside it.</summary>
[HtmlTargetElement("spark-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SparkLineTagHelper : TagHelper
{
    /// <summary>The figures, the oldest first.</summary>
    public required IReadOnlyList<decimal> Values { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Values.Count < 2)
        {
            output.SuppressOutput();
            return;
        }

        var (low, high) = (Values.Min(), Values.Max());
        var span = high == low ? 1m : high - low;
        (decimal X, decimal Y) Point(int i) => (2 + (116m * i / (Values.Count - 1)), 25 - (22m * (Values[i] - low) / span));
        var last = Point(Values.Count - 1);
        var svg = new Svg().Path("line", Svg.Through(Enumerable.Range(0, Values.Count).Select(Point))).Circle("end", last.X, last.Y, 2.5m);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "spark");
        output.Attributes.SetAttribute("viewBox", "0 0 120 28");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(svg.ToString());
    }
}
