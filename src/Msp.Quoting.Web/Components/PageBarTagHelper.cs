using Microsoft.AspNetCore.Razor.TagHelpers;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Components;

/// <summary>The head of a page: where it is, what it is about, its status, and what can be done; the content is the actions.</summary>
[HtmlTargetElement("page-bar")]
public sealed class PageBarTagHelper : TagHelper
{
    private readonly Texts _texts;

    /// <summary>Creates the helper.</summary>
    /// <param name="services">Gives the reader's words.</param>
    public PageBarTagHelper(IServiceProvider services) => _texts = services.GetRequiredService<Texts>();

    /// <summary>The heading; the one h1 of the page.</summary>
    public string Heading { get; set; } = "";

    /// <summary>The page above, such as "Contracts"; null for none.</summary>
    public string? Parent { get; set; }

    /// <summary>The address of the page above.</summary>
    public string? ParentHref { get; set; }

    /// <summary>What stands after the page above, such as a number; the heading when null.</summary>
    public string? Crumb { get; set; }

    /// <summary>The status in a word; null for none.</summary>
    public string? Badge { get; set; }

    /// <summary>The meaning of the status: quiet, info, good, warn or bad.</summary>
    public string BadgeKind { get; set; } = "quiet";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        var html = output.PreContent;
        html.AppendHtml("<div class=\"bar-title\">");
        if (Parent is not null)
        {
            html.AppendHtml("<nav class=\"crumbs\" aria-label=\"").Append(_texts["Breadcrumb"]).AppendHtml("\"><ol><li><a href=\"").Append(ParentHref ?? "/").AppendHtml("\">")
                .Append(Parent).AppendHtml("</a></li><li aria-current=\"page\">").Append(Crumb ?? Heading).AppendHtml("</li></ol></nav>");
        }

        html.AppendHtml("<h1>").Append(Heading);
        if (Badge is not null)
        {
            html.AppendHtml(" <span class=\"badge badge-").Append(BadgeKind).AppendHtml("\">").Append(Badge).AppendHtml("</span>");
        }

        html.AppendHtml("</h1></div>");
        if (!actions.IsEmptyOrWhiteSpace)
        {
            html.AppendHtml("<div class=\"bar-actions\">");
            output.Content.SetHtmlContent(actions);
            output.PostContent.AppendHtml("</div>");
        }
    }
}
