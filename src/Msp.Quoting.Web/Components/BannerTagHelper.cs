using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Msp.Quoting.Web.Components;

/// <summary>A message above the content: <c>&lt;banner kind="warn"&gt;…&lt;/banner&gt;</c>.</summary>
[HtmlTargetElement("banner")]
public sealed class BannerTagHelper : TagHelper
{
    /// <summary>What it means: info, good, warn or bad.</summary>
    public string Kind { get; set; } = "info";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"banner banner-{Kind}");
        output.Attributes.SetAttribute("role", Kind is "bad" ? "alert" : "status");
        var icon = Kind switch
        {
            "good" => "check",
            "warn" or "bad" => "warn",
            _ => "info",
        };
        output.Content.AppendHtml(IconTagHelper.Drawing(icon)).AppendHtml("<p>").AppendHtml(content).AppendHtml("</p>");
    }
}
