using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Quoting;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Templates;

/// <summary>The drafts that new quotes are copied from.</summary>
internal sealed class IndexModel(QuoteDesk desk, CurrentSeller seller, Texts texts) : PageModel
{
    public ImmutableArray<QuoteTemplate> Templates { get; private set; } = [];

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public bool MayWrite => Policies.Allows(User, Policies.WriteQuotes);

    public void OnGet() => Templates = desk.AllTemplates();

    public IActionResult OnPostSave(string? name, string? renamed, string? title, string? introduction, string? notes)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        if (name is null || desk.Template(name) is not { } template)
        {
            return NotFound();
        }

        var target = string.IsNullOrWhiteSpace(renamed) ? name : renamed.Trim();
        if (target != name && desk.Template(target) is not null)
        {
            TempData["Message"] = texts["There is a template of that name already."];
            return Redirect("/templates");
        }

        desk.SaveTemplate(target, template.Draft with { Title = EnteredValue.Text(title), Introduction = EnteredValue.Text(introduction), Notes = EnteredValue.Text(notes) });
        if (target != name)
        {
            desk.RemoveTemplate(name);
        }

        TempData["Message"] = texts["The template was saved. Quotes made from it are copies."];
        return Redirect("/templates");
    }

    public IActionResult OnPostRemove(string? name)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        desk.RemoveTemplate(name ?? "");
        TempData["Message"] = texts["The template was removed. Quotes made from it stay."];
        return Redirect("/templates");
    }
}
