using Microsoft.AspNetCore.Razor.TagHelpers;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Charts;

/// <summary>How a quantity went, in steps. Put a table with the same figures beneath it.</summary>
[HtmlTargetElement("quantity-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QuantityChartTagHelper : TagHelper
{
    private readonly Format _format;

    /// <summary>Creates the helper.</summary>
    /// <param name="services">Gives the reader's figures.</param>
    public QuantityChartTagHelper(IServiceProvider services) => _format = services.GetRequiredService<Format>();

    /// <summary>Each quantity with the day from which it holds, in order.</summary>
    public required IReadOnlyList<(DateOnly Day, decimal Quantity)> Steps { get; set; }

    /// <summary>The last day shown.</summary>
    public DateOnly Until { get; set; }

    /// <summary>The finding in a sentence; it is read out in place of the drawing.</summary>
    public string Finding { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart-box");
        output.Content.SetHtmlContent(Draw(760, "chart-wide") + Draw(340, "chart-narrow"));
    }

    private string Draw(int width, string css)
    {
        const int Left = 44, Top = 10, Bottom = 96, Height = 120;
        var highest = Svg.RoundUp(Steps.Max(step => step.Quantity));
        var days = Math.Max(1, Until.DayNumber - Steps[0].Day.DayNumber);
        decimal X(DateOnly day) => Left + ((width - Left - 10) * (decimal)(day.DayNumber - Steps[0].Day.DayNumber) / days);
        decimal Y(decimal quantity) => Bottom - ((Bottom - Top) * quantity / highest);
        var svg = new Svg().Title(Finding);
        for (var i = 0; i <= 2; i++)
        {
            var value = highest * i / 2m;
            svg.Line("grid", Left, Y(value), width - 10, Y(value)).Text("tick", Left - 8, Y(value) + 4, _format.Number(value), "end");
        }

        var points = new List<(decimal, decimal)> { (X(Steps[0].Day), Y(Steps[0].Quantity)) };
        for (var i = 1; i < Steps.Count; i++)
        {
            points.Add((X(Steps[i].Day), Y(Steps[i - 1].Quantity)));
            points.Add((X(Steps[i].Day), Y(Steps[i].Quantity)));
        }

        points.Add((X(Until), Y(Steps[^1].Quantity)));
        svg.Path("steps-area", Svg.Through([(X(Steps[0].Day), Bottom), .. points, (X(Until), Bottom)]) + "Z").Path("steps-line", Svg.Through(points));
        svg.Text("tick", Left, Height - 6, _format.Day(Steps[0].Day)).Text("tick", width - 10, Height - 6, _format.Day(Until), "end");
        return $"<svg class=\"chart {css}\" viewBox=\"0 0 {width} {Height}\" role=\"img\">{svg}</svg>";
    }
}
