using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Msp.Quoting.Web.Components;

/// <summary>A titled surface: <c>&lt;card heading="Plan" lead="…"&gt;…&lt;/card&gt;</c>.</summary>
[HtmlTargetElement("card")]
public sealed class CardTagHelper : TagHelper
{
    /// <summary>The heading; null for a card without one.</summary>
    public string? Heading { get; set; }

    /// <summary>A sentence under the heading; null for none.</summary>
    public string? Lead { get; set; }

    /// <summary>Where it stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = new();

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        output.TagName = Heading is null ? "div" : "section";
        output.AddClass("card", System.Text.Encodings.Web.HtmlEncoder.Default);
        if (Heading is not null)
        {
            // Not the helper's own number: the cards of a loop share it.
            var place = (View.HttpContext.Items[typeof(CardTagHelper)] as int? ?? 0) + 1;
            View.HttpContext.Items[typeof(CardTagHelper)] = place;
            var id = string.Create(CultureInfo.InvariantCulture, $"card-{place}");
            output.Attributes.SetAttribute("aria-labelledby", id);
            output.PreContent.AppendHtml("<div class=\"card-head\"><h2 id=\"").Append(id).AppendHtml("\">").Append(Heading).AppendHtml("</h2>");
            if (Lead is not null)
            {
                output.PreContent.AppendHtml("<p>").Append(Lead).AppendHtml("</p>");
            }

            output.PreContent.AppendHtml("</div>");
        }

        output.Content.SetHtmlContent(content);
    }
}
