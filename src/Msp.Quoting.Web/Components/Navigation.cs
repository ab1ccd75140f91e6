using System.Security.Claims;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Components;

/// <summary>Parts of the side bar.</summary>
internal static class Navigation
{
    private static readonly string[] BySay = [StaffRoles.Admin, StaffRoles.FinanceApprover, StaffRoles.SalesManager, StaffRoles.Finance, StaffRoles.Sales, StaffRoles.Auditor];

    /// <summary>A link to an area, marked where the reader is in it.</summary>
    public static IHtmlContent Item(PathString path, string href, string icon, string text)
    {
        var link = new TagBuilder("a");
        link.MergeAttribute("href", href);
        if (href == "/" ? !path.HasValue || path.Value == "/" : path.StartsWithSegments(href, StringComparison.OrdinalIgnoreCase))
        {
            link.MergeAttribute("aria-current", path.Value == href ? "page" : "true");
        }

        link.InnerHtml.AppendHtml(IconTagHelper.Drawing(icon)).Append(" ").Append(text);
        return link;
    }

    /// <summary>The first letters of the first and last word of a name.</summary>
    public static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            0 => "?",
            1 => words[0][..1].ToUpperInvariant(),
            _ => (words[0][..1] + words[^1][..1]).ToUpperInvariant(),
        };
    }

    /// <summary>The role that says most about somebody, in English.</summary>
    public static string RoleOf(ClaimsPrincipal user) => BySay.FirstOrDefault(user.IsInRole) is { } role ? StaffRoles.NameOf(role) : "";
}
