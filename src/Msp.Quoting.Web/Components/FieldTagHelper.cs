using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Components;

/// <summary>An entry field with its label, hint, error and units: <c>&lt;field for="Input.Users" suffix="users" mode="numeric" /&gt;</c>.</summary>
/// <remarks>Shows what was typed after an error, and the formatted value otherwise. Content, where there is any, takes the place of the input: a select, a text area.</remarks>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper : TagHelper
{
    private readonly Texts _texts;

    /// <summary>Creates the helper.</summary>
    /// <param name="services">Gives the reader's words.</param>
    public FieldTagHelper(IServiceProvider services) => _texts = services.GetRequiredService<Texts>();

    /// <summary>The property that it fills.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The label; the property's display name, translated, when null.</summary>
    public string? Label { get; set; }

    /// <summary>What to enter, under the label; null for none.</summary>
    public string? Hint { get; set; }

    /// <summary>What stands before the value, such as a currency sign.</summary>
    public string? Prefix { get; set; }

    /// <summary>What stands after it, such as a unit.</summary>
    public string? Suffix { get; set; }

    /// <summary>The input's type; text when null. Numbers are text with a mode.</summary>
    public string Type { get; set; } = "text";

    /// <summary>The keyboard that a phone shows: numeric, decimal, email; null for letters.</summary>
    public string? Mode { get; set; }

    /// <summary>What the browser may fill in; off when null.</summary>
    public string Autocomplete { get; set; } = "off";

    /// <summary>The most characters; null for the browser's own limit.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Where it stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = new();

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        var id = IdOf(For.Name);
        var entry = View.ViewData.ModelState.GetValueOrDefault(For.Name);
        var error = entry is { ValidationState: ModelValidationState.Invalid } ? _texts[entry.Errors[0].ErrorMessage] : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Classes("field", output.Attributes["class"]?.Value?.ToString(), error is null ? null : "has-error"));
        var html = output.Content;
        html.AppendHtml($"<label for=\"{id}\">").Append(Label ?? _texts[For.Metadata.GetDisplayName()]).AppendHtml("</label>");
        if (Hint is not null)
        {
            html.AppendHtml($"<p class=\"hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        }

        html.AppendHtml($"<p class=\"error\" id=\"{id}-error\" data-live{(error is null ? " hidden" : "")}>");
        if (error is not null)
        {
            html.AppendHtml("<span class=\"vh\">").Append(_texts["Error:"]).AppendHtml("</span> ").Append(error);
        }

        html.AppendHtml("</p>").AppendHtml($"<div class=\"{Classes("input", Prefix is null ? null : "has-prefix", Suffix is null ? null : "has-suffix")}\">");
        Affix(html, Prefix);
        if (content.IsEmptyOrWhiteSpace)
        {
            html.AppendHtml(Input(id, error is not null, entry?.AttemptedValue));
        }
        else
        {
            html.AppendHtml(content);
        }

        Affix(html, Suffix);
        html.AppendHtml("</div>");
    }

    /// <summary>The identifier of a property's field, which error summaries link to.</summary>
    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private static string Classes(params string?[] classes) => string.Join(' ', classes.Where(one => one is not null));

    private static void Affix(IHtmlContentBuilder html, string? text)
    {
        if (text is not null)
        {
            html.AppendHtml("<span class=\"affix\" aria-hidden=\"true\">").Append(text).AppendHtml("</span>");
        }
    }

    private TagBuilder Input(string id, bool isInvalid, string? attempted)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttribute("id", id);
        input.MergeAttribute("name", For.Name);
        input.MergeAttribute("type", Type);
        input.MergeAttribute("autocomplete", Autocomplete);
        input.MergeAttribute("aria-describedby", Hint is null ? $"{id}-error" : $"{id}-hint {id}-error");
        if (Type != "password")
        {
            input.MergeAttribute("value", attempted ?? TextOf(For.Model));
        }

        if (Mode is not null)
        {
            input.MergeAttribute("inputmode", Mode);
        }

        if (MaxLength is { } most)
        {
            input.MergeAttribute("maxlength", most.ToString(CultureInfo.InvariantCulture));
        }

        if (isInvalid)
        {
            input.MergeAttribute("aria-invalid", "true");
        }

        return input;
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("#,0.######", CultureInfo.CurrentCulture),
        int number => number.ToString("N0", CultureInfo.CurrentCulture),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
    };
}
