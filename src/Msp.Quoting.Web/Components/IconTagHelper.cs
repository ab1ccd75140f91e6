using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Msp.Quoting.Web.Components;

/// <summary>An icon of our own: strokes on a 20 × 20 grid, inlined so that they take the colour of the text and need no request.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private static readonly FrozenDictionary<string, string> Strokes = new Dictionary<string, string>
    {
        ["audit"] = "M10 2.5l6.5 2.5v4.500c0 4-2.600 6.800-6.500 8-3.900-1.200-6.500-4-6.500-8V5zM7 9.500l2.300 2.300L13.300 7.500",
        ["book"] = "M10 5.500C8.500 4 6 3.500 2.500 3.500v12c3.500 0 6 .500 7.500 2 1.500-1.500 4-2 7.500-2v-12c-3.500 0-6 .500-7.500 2zM10 5.500v12",
        ["calendar"] = "M3.500 4.500h13v12h-13zM3.500 8h13M7 2.500v3.500M13 2.500v3.500",
        ["catalog"] = "M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z",
        ["chart"] = "M3 17h14M5.500 14v-4M10 14V5.500M14.500 14V8",
        ["check"] = "M4 10.500l4 4 8-9",
        ["contract"] = "M4 3h12v14H4zM7 7h6M7 10h6M7 13.500h3",
        ["copy"] = "M7 7h9.500v9.500H7zM4 13H3.500V3.500H13V4",
        ["cross"] = "M5 5l10 10M15 5L5 15",
        ["down"] = "M5 8l5 5 5-5",
        ["eye"] = "M2 10c2-3.700 4.700-5.500 8-5.500s6 1.800 8 5.500c-2 3.700-4.700 5.500-8 5.500S4 13.700 2 10zM10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
        ["grip"] = "M7.500 5v.010M12.500 5v.010M7.500 10v.010M12.500 10v.010M7.500 15v.010M12.500 15v.010",
        ["home"] = "M3 9l7-6 7 6v8h-5v-5H8v5H3z",
        ["info"] = "M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15zM10 9v4.500M10 6.300v.400",
        ["invoice"] = "M4 2.500h12v15l-2-1.300-2 1.300-2-1.300-2 1.300-2-1.300-2 1.300zM7 7h6M7 10.500h6",
        ["link"] = "M8.500 11.500a3 3 0 0 0 4.300 0l3-3a3 3 0 0 0-4.300-4.300L10.500 5.200M11.500 8.500a3 3 0 0 0-4.300 0l-3 3a3 3 0 0 0 4.300 4.300l1-1",
        ["menu"] = "M3 5.500h14M3 10h14M3 14.500h14",
        ["minus"] = "M5 10h10",
        ["out"] = "M8 3H3.500v14H8M12.500 6l4 4-4 4M16.500 10H8",
        ["plus"] = "M10 4v12M4 10h12",
        ["quote"] = "M5 2.500h7l3.500 3.500v11.500H5zM12 2.500V6h3.500M7.500 10h5.500M7.500 13h5.500",
        ["search"] = "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13.300 13.300L17 17",
        ["send"] = "M17.500 2.500L9 11M17.500 2.500l-5 15-3.500-6.500L2.500 7.500z",
        ["settings"] = "M3 6h8M15 6h2M3 14h2M9 14h8M11 4v4M7 12v4",
        ["theme"] = "M10 3v14a7 7 0 0 0 0-14zM10 17a7 7 0 0 1 0-14",
        ["trash"] = "M4 5.500h12M8 5.500V3.500h4v2M5.500 5.500l.700 11h7.600l.700-11",
        ["undo"] = "M7 4L3 8l4 4M3 8h8.500a5 5 0 0 1 0 10H8",
        ["up"] = "M5 12l5-5 5 5",
        ["users"] = "M7.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c.4-3.200 2.600-5 5.500-5s5.100 1.800 5.500 5M13 4a3 3 0 0 1 0 5.500M14.500 12.300c1.900.600 3.200 2.200 3.500 4.700",
        ["warn"] = "M10 3l7.500 13.500h-15zM10 8v4M10 14.200v.300",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names that there are, for the gallery.</summary>
    public static IEnumerable<string> Names => Strokes.Keys.Order(StringComparer.Ordinal);

    /// <summary>Which one.</summary>
    public string Name { get; set; } = "";

    /// <summary>An icon as it is written into a page.</summary>
    internal static IHtmlContent Drawing(string name) =>
        new HtmlString($"<svg class=\"icon\" viewBox=\"0 0 20 20\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{Strokes[name]}\"/></svg>");

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Drawing(Name));
    }
}
