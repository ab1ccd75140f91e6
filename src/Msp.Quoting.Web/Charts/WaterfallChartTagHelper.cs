using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Msp.Quoting.Web.Charts;

/// <summary>How one total becomes another, row by row. Put a table with the same figures beneath it.</summary>
[HtmlTargetElement("waterfall-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WaterfallChartTagHelper : TagHelper
{
    /// <summary>The rows, from a total to a total.</summary>
    public required IReadOnlyList<WaterfallStep> Steps { get; set; }

    /// <summary>The finding in a sentence; it is read out in place of the drawing.</summary>
    public string Finding { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart-box");
        output.Content.SetHtmlContent(Draw(760, 250, 116, "chart-wide") + Draw(340, 0, 0, "chart-narrow"));
    }

    /// <summary>Where the axis begins: at zero, or above it where the moves would be too small to see beside the totals.</summary>
    internal static decimal Foot(IReadOnlyList<WaterfallStep> steps)
    {
        var (low, high) = Bounds(steps);
        return low > 0 && high - low < low / 2 ? Math.Max(0, low - ((high - low) / 2)) : Math.Min(0, low);
    }

    private static (decimal Low, decimal High) Bounds(IReadOnlyList<WaterfallStep> steps)
    {
        var (at, low, high) = (0m, decimal.MaxValue, decimal.MinValue);
        foreach (var step in steps)
        {
            at = step.IsTotal ? step.Value : at + step.Value;
            (low, high) = (Math.Min(low, at), Math.Max(high, at));
        }

        return (low, high);
    }

    // In the narrow drawing the words stand above the bars.
    private string Draw(int width, int left, int right, string css)
    {
        var row = left > 0 ? 28 : 42;
        var height = (Steps.Count * row) + 6;
        var foot = Foot(Steps);
        var (_, high) = Bounds(Steps);
        var span = high <= foot ? 1m : high - foot;
        decimal X(decimal value) => left + 4 + ((width - left - right - 8) * (value - foot) / span);
        var svg = new Svg().Title(Finding);
        var at = 0m;
        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            var y = (i * row) + 4m;
            var from = step.IsTotal ? foot : at;
            at = step.IsTotal ? step.Value : at + step.Value;
            var (x1, x2) = (X(Math.Min(from, at)), X(Math.Max(from, at)));
            var bar = left > 0 ? y : y + 16;
            svg.Bar(step.IsTotal ? "t-flat" : step.Value < 0 ? "t-lo" : "t-hi", x1, bar, Math.Max(x2 - x1, 1), 18, 2);
            svg.Text(step.IsTotal ? "lbl" : "lbl-row", left > 0 ? left - 6 : 2, left > 0 ? y + 13 : y + 10, step.Label, left > 0 ? "end" : "start");
            svg.Text(step.IsTotal ? "lbl" : "tick", left > 0 ? width - right + 6 : width - 2, left > 0 ? y + 13 : y + 10, step.Text, left > 0 ? "start" : "end");
            if (i + 1 < Steps.Count)
            {
                svg.Line("grid", X(at), bar + 18, X(at), bar + row);
            }
        }

        return $"<svg class=\"chart {css}\" viewBox=\"0 0 {width} {height}\" role=\"img\">{svg}</svg>";
    }
}
