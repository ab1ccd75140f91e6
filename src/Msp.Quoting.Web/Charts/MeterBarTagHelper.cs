using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Msp.Quoting.Web.Charts;

/// <summary>A figure between nothing and its most, coloured by what it means; a mark where it begins to be enough. Say the figure beside it.</summary>
[HtmlTargetElement("meter-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeterBarTagHelper : TagHelper
{
    /// <summary>The figure.</summary>
    public decimal Value { get; set; }

    /// <summary>The most that it can be; above zero.</summary>
    public decimal Most { get; set; } = 100m;

    /// <summary>From where on it is enough; null where it has no such place.</summary>
    public decimal? Enough { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        decimal X(decimal value) => 200m * Math.Clamp(value, 0m, Most) / Most;
        var css = Enough is not { } enough ? "t-hi" : Value >= enough ? "t-good" : "t-warn";
        var svg = new Svg().Bar("t-track", 0, 0, 200, 10, 3).Bar(css, 0, 0, X(Value), 10, 3);
        if (Enough is { } mark)
        {
            svg.Line("zero", X(mark), 0, X(mark), 10);
        }

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "meter");
        output.Attributes.SetAttribute("viewBox", "0 0 200 10");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(svg.ToString());
    }
}
