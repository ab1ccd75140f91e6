using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Components;

/// <summary>What is wrong with a form, above it, each with a link to its field; nothing while nothing is. Takes the focus when the form was sent.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    private readonly Texts _texts;

    /// <summary>Creates the helper.</summary>
    /// <param name="services">Gives the reader's words.</param>
    public ErrorSummaryTagHelper(IServiceProvider services) => _texts = services.GetRequiredService<Texts>();

    /// <summary>Where it stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = new();

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var errors = View.ViewData.ModelState.Where(entry => entry.Value is { ValidationState: ModelValidationState.Invalid }).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("id", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");

        // A link may lead to a field of a page that has errors: that field is what the reader came for.
        if (HttpMethods.IsPost(View.HttpContext.Request.Method))
        {
            output.Attributes.SetAttribute("autofocus", "");
        }

        output.Content.AppendHtml("<h2>").Append(_texts["There is a problem"]).AppendHtml("</h2><ul>");
        foreach (var (name, entry) in errors)
        {
            foreach (var error in entry?.Errors ?? [])
            {
                output.Content.AppendHtml("<li>");
                if (name.Length > 0)
                {
                    output.Content.AppendHtml($"<a href=\"#{FieldTagHelper.IdOf(name)}\">").Append(_texts[error.ErrorMessage]).AppendHtml("</a>");
                }
                else
                {
                    output.Content.Append(_texts[error.ErrorMessage]);
                }

                output.Content.AppendHtml("</li>");
            }
        }

        output.Content.AppendHtml("</ul>");
    }
}
