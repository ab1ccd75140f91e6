using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Proposals;

/// <summary>The seller's look on a customer's page.</summary>
/// <param name="Style">The address of the style sheet with its colour, relative to the page; null for the tool's own colours.</param>
/// <param name="Logo">The address of its logo; null for none.</param>
public sealed record BrandView(string? Style, string? Logo)
{
    /// <summary>The tool's own look.</summary>
    public static BrandView None { get; } = new(null, null);

    /// <summary>The look that a seller set.</summary>
    /// <param name="settings">What it set.</param>
    /// <param name="page">The address of the page that answers for it, relative to the page that is shown, such as <c>./</c>.</param>
    internal static BrandView Of(SellerSettings settings, string page)
    {
        var version = settings.Version.ToString(CultureInfo.InvariantCulture);
        var isOwn = !string.Equals(settings.BrandColor, new SellerSettings().BrandColor, StringComparison.OrdinalIgnoreCase);
        return new BrandView(isOwn ? $"{page}?handler=Brand&v={version}" : null, settings.Logo is null ? null : $"{page}?handler=Logo&v={version}");
    }

    /// <summary>The style sheet.</summary>
    internal static IActionResult StyleOf(SellerSettings settings, HttpResponse response) =>
        Kept(response, new FileContentResult(Encoding.UTF8.GetBytes(BrandColors.Of(settings.BrandColor).StyleSheet), "text/css; charset=utf-8"));

    /// <summary>The logo; nothing where there is none.</summary>
    internal static IActionResult LogoOf(SellerSettings settings, HttpResponse response) =>
        settings is { Logo: { } logo, LogoType: { } type } ? Kept(response, new FileContentResult(logo, type)) : new NotFoundResult();

    // The address changes with the settings, so that the reader's browser may keep what it got; nobody between may.
    private static FileContentResult Kept(HttpResponse response, FileContentResult file)
    {
        response.Headers.CacheControl = "private, max-age=86400";
        return file;
    }
}
