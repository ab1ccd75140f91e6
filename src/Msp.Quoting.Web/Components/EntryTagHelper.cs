using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Components;

/// <summary>An entry field like <see cref="FieldTagHelper"/> for a form that names its fields itself: <c>&lt;entry name="Counts.user" value="45" label="Users" /&gt;</c>.</summary>
[HtmlTargetElement("entry")]
public sealed class EntryTagHelper : TagHelper
{
    private readonly Texts _texts;

    /// <summary>Creates the helper.</summary>
    /// <param name="services">Gives the reader's words.</param>
    public EntryTagHelper(IServiceProvider services) => _texts = services.GetRequiredService<Texts>();

    /// <summary>The name with which it is posted.</summary>
    public string Name { get; set; } = "";

    /// <summary>What stands in it.</summary>
    public string? Value { get; set; }

    /// <summary>The label, translated already.</summary>
    public string Label { get; set; } = "";

    /// <summary>Whether only a screen reader is told the label, as in a table whose head says it to the eye.</summary>
    public bool LabelIsHead { get; set; }

    /// <summary>What to enter, under the label; null for none.</summary>
    public string? Hint { get; set => field = NullIfEmpty(value); }

    /// <summary>What is wrong with it; null where it is right.</summary>
    public string? Error { get; set => field = NullIfEmpty(value); }

    /// <summary>What stands before the value; null for nothing.</summary>
    public string? Prefix { get; set => field = NullIfEmpty(value); }

    /// <summary>What stands after it; null for nothing.</summary>
    public string? Suffix { get; set => field = NullIfEmpty(value); }

    /// <summary>The keyboard that a phone shows; null for letters.</summary>
    public string? Mode { get; set => field = NullIfEmpty(value); }

    /// <summary>The input's type.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What stands in it while it is empty, such as the default; null for nothing.</summary>
    public string? Placeholder { get; set => field = NullIfEmpty(value); }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        var id = FieldTagHelper.IdOf(Name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "field", output.Attributes["class"]?.Value?.ToString(), Error is null ? null : "has-error" }.Where(one => one is not null)));
        var html = output.Content;
        html.AppendHtml($"<label{(LabelIsHead ? " class=\"vh\"" : "")} for=\"{id}\">").Append(Label).AppendHtml("</label>");
        if (Hint is not null)
        {
            html.AppendHtml($"<p class=\"hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        }

        html.AppendHtml($"<p class=\"error\" id=\"{id}-error\" data-live{(Error is null ? " hidden" : "")}>");
        if (Error is not null)
        {
            html.AppendHtml("<span class=\"vh\">").Append(_texts["Error:"]).AppendHtml("</span> ").Append(Error);
        }

        html.AppendHtml($"</p><div class=\"input{(Prefix is null ? "" : " has-prefix")}{(Suffix is null ? "" : " has-suffix")}\">");
        Affix(html, Prefix);
        html.AppendHtml(content.IsEmptyOrWhiteSpace ? Input(id) : content);
        Affix(html, Suffix);
        html.AppendHtml("</div>");
    }

    // An attribute with an expression that is null arrives as an empty text.
    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static void Affix(IHtmlContentBuilder html, string? text)
    {
        if (text is not null)
        {
            html.AppendHtml("<span class=\"affix\" aria-hidden=\"true\">").Append(text).AppendHtml("</span>");
        }
    }

    private TagBuilder Input(string id)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var (name, value) in new[]
        {
            ("id", id), ("name", Name), ("type", Type), ("value", Value ?? ""), ("autocomplete", "off"), ("inputmode", Mode), ("placeholder", Placeholder),
            ("aria-describedby", Hint is null ? $"{id}-error" : $"{id}-hint {id}-error"), ("aria-invalid", Error is null ? null : "true"),
        })
        {
            if (value is not null)
            {
                input.MergeAttribute(name, value);
            }
        }

        return input;
    }
}
