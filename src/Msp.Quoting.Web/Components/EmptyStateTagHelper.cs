using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Msp.Quoting.Web.Components;

/// <summary>What stands where nothing is: what this is, why it is empty, and what to do first; the content is the actions.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>A few words, such as "No quotes yet".</summary>
    public string Heading { get; set; } = "";

    /// <summary>What would be here, and why nothing is.</summary>
    public string Lead { get; set; } = "";

    /// <summary>An icon.</summary>
    public string Icon { get; set; } = "info";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        // Written without content it would close itself, and say nothing.
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.AppendHtml(IconTagHelper.Drawing(Icon)).AppendHtml("<h2>").Append(Heading).AppendHtml("</h2><p>").Append(Lead).AppendHtml("</p>");
        if (!content.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<div class=\"actions\">").AppendHtml(content).AppendHtml("</div>");
        }
    }
}
