using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Msp.Quoting.Web.Charts;

/// <summary>States in the order of time with the days between them: what was, what is, and dashed what will be.</summary>
[HtmlTargetElement("course-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CourseChartTagHelper : TagHelper
{
    private const decimal BoxWidth = 128m;
    private const decimal BoxHeight = 34m;
    private const decimal Gap = 44m;
    private const int PerRow = 4;

    /// <summary>The states, the first one first.</summary>
    public required IReadOnlyList<CourseStep> Steps { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart-box");
        output.Content.SetHtmlContent(Draw(PerRow, "chart-wide") + Draw(1, "chart-narrow"));
    }

    private string Draw(int perRow, string css)
    {
        var svg = new Svg().Title(string.Join(", ", Steps.Select(step => step.Since.Length > 0 ? $"{step.Name} ({step.Since})" : step.Name)));
        var rowHeight = perRow == 1 ? 58m : 70m;
        var rows = (Steps.Count + perRow - 1) / perRow;
        for (var i = 0; i < Steps.Count; i++)
        {
            var (x, y) = ((i % perRow) * (BoxWidth + Gap), ((i / perRow) * rowHeight) + 2);
            if (i > 0)
            {
                svg.Path("move", MoveTo(i, perRow, x, y, rowHeight));
            }

            var step = Steps[i];
            svg.Bar(step.Time < 0 ? "state state-was" : step.Time == 0 ? "state state-now" : "state state-later", x + 1, y, BoxWidth - 2, BoxHeight, 8);
            svg.Text("lbl", x + (BoxWidth / 2), y + 21, step.Name, "middle");
            if (perRow == 1)
            {
                svg.Text("tick", BoxWidth + 12, y + 21, step.Since);
            }
            else
            {
                svg.Text("tick", x + (BoxWidth / 2), y + BoxHeight + 16, step.Since, "middle");
            }
        }

        var width = perRow == 1 ? 280 : (perRow * BoxWidth) + ((perRow - 1) * Gap);
        return $"<svg class=\"chart course {css}\" viewBox=\"0 0 {Svg.At(width)} {Svg.At((rows * rowHeight) - (perRow == 1 ? 20 : 10))}\" role=\"img\">{svg}</svg>";
    }

    private static string MoveTo(int i, int perRow, decimal x, decimal y, decimal rowHeight)
    {
        var middle = y + (BoxHeight / 2);
        if (perRow == 1)
        {
            return Svg.Through([(BoxWidth / 2, y - rowHeight + BoxHeight), (BoxWidth / 2, y)]);
        }

        if (i % perRow != 0)
        {
            return Svg.Through([(x - Gap, middle), (x - 2, middle)]) + Svg.Through([(x - 8, middle - 4), (x - 2, middle), (x - 8, middle + 4)]);
        }

        var right = ((perRow - 1) * (BoxWidth + Gap)) + (BoxWidth / 2);
        return Svg.Through([(right, y - rowHeight + BoxHeight + 20), (right, y - 6), (BoxWidth / 2, y - 6), (BoxWidth / 2, y)]);
    }
}
