using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Components;

/// <summary>Links to the other pages of a list; keeps everything else in the address.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    private readonly Texts _texts;

    /// <summary>Creates the helper.</summary>
    /// <param name="services">Gives the reader's words.</param>
    public PagerTagHelper(IServiceProvider services) => _texts = services.GetRequiredService<Texts>();

    /// <summary>The page that is shown, from 1.</summary>
    public int Number { get; set; } = 1;

    /// <summary>How many rows a page has.</summary>
    public int Size { get; set; } = 25;

    /// <summary>How many rows there are.</summary>
    public int Total { get; set; }

    /// <summary>Where it stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = new();

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var pages = Math.Max(1, (Total + Size - 1) / Size);
        var (first, last) = (Total == 0 ? 0 : ((Number - 1) * Size) + 1, Math.Min(Number * Size, Total));
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Content.AppendHtml("<span>").Append(_texts["{0} to {1} of {2}", Text(first), Text(last), Text(Total)]).AppendHtml("</span>");
        if (pages == 1)
        {
            return;
        }

        output.Content.AppendHtml("<nav aria-label=\"").Append(_texts["Pages"]).AppendHtml("\"><ul>");
        var skipped = false;
        for (var page = 1; page <= pages; page++)
        {
            if (page != 1 && page != pages && Math.Abs(page - Number) > 2)
            {
                if (!skipped)
                {
                    output.Content.AppendHtml("<li><span aria-hidden=\"true\">…</span></li>");
                }

                skipped = true;
                continue;
            }

            skipped = false;
            output.Content.AppendHtml("<li><a href=\"").Append(Address(page)).AppendHtml(page == Number ? "\" aria-current=\"page\">" : "\">")
                .AppendHtml("<span class=\"vh\">").Append(_texts["Page"]).AppendHtml("</span> ").Append(Text(page)).AppendHtml("</a></li>");
        }

        output.Content.AppendHtml("</ul></nav>");
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string Address(int page)
    {
        var request = View.HttpContext.Request;
        var query = request.Query.Where(part => part.Key != "p").ToDictionary(part => part.Key, part => (string?)part.Value.ToString());
        query["p"] = page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(request.Path, query);
    }
}
