using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Msp.Quoting.Web.Charts;

/// <summary>A difference as a bar to the left or right of nothing, on a scale that all rows of a table share. Say the figure beside it.</summary>
[HtmlTargetElement("delta-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DeltaBarTagHelper : TagHelper
{
    private const decimal Width = 200m;

    /// <summary>The difference.</summary>
    public decimal Value { get; set; }

    /// <summary>The lowest difference of the table; zero or below.</summary>
    public decimal Lowest { get; set; }

    /// <summary>The highest difference of the table; zero or above.</summary>
    public decimal Highest { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (low, high) = (Math.Min(0m, Lowest), Math.Max(0m, Highest));
        var span = high == low ? 1m : high - low;
        decimal X(decimal value) => 1 + ((Width - 2) * (value - low) / span);
        var (zero, end) = (X(0), X(Math.Clamp(Value, low, high)));
        var svg = new Svg().Bar(Value < 0 ? "t-lo" : "t-hi", Math.Min(zero, end), 2, Math.Abs(end - zero), 10).Line("zero", zero, 0, zero, 14);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "delta");
        output.Attributes.SetAttribute("viewBox", "0 0 200 14");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(svg.ToString());
    }
}
