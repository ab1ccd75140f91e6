using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Account;

/// <summary>What everybody sets for themselves: language and format, light or dark, the password.</summary>
internal sealed class IndexModel(UserManager<StaffUser> users, SignInManager<StaffUser> signIn, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public LookEntry Look { get; set; } = new();

    [BindProperty]
    public PasswordEntry Password { get; set; } = new();

    public StaffUser Me { get; private set; } = new();

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await Load();
        Look = new LookEntry { Culture = Me.Culture ?? "", Theme = Theme.Of(Request) };
    }

    public async Task<IActionResult> OnPostLookAsync()
    {
        await Load();
        ClearErrorsOf(nameof(Password));
        if ((Look.Culture.Length > 0 && !Cultures.All.Contains(Look.Culture)) || !Theme.All.Contains(Look.Theme))
        {
            return BadRequest();
        }

        Me.Culture = Look.Culture.Length > 0 ? Look.Culture : null;
        await users.UpdateAsync(Me);
        if (Me.Culture is { } culture)
        {
            Preferences.Keep(Response, Cultures.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), clock);
        }
        else
        {
            Response.Cookies.Delete(Cultures.Cookie);
        }

        Preferences.Keep(Response, Theme.Cookie, Look.Theme, clock);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        await Load();
        ClearErrorsOf(nameof(Look));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await users.ChangePasswordAsync(Me, Password.Current, Password.New);
        if (!result.Succeeded)
        {
            var wrong = result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch));
            ModelState.AddModelError(
                wrong ? "Password.Current" : "Password.New", texts[wrong ? "The current password is not right" : "The new password must have 12 characters or more"]);
            return Page();
        }

        // Other sessions of the same person end with the old password; this one goes on.
        await signIn.RefreshSignInAsync(Me);
        TempData["Message"] = texts["Your password was changed. Other devices are signed out."];
        return RedirectToPage();
    }

    private async Task Load()
    {
        Me = await users.GetUserAsync(User) ?? throw new InvalidOperationException("The signed-in user is not stored.");
        Roles = [.. StaffRoles.All.Where(User.IsInRole)];
    }

    private void ClearErrorsOf(string form)
    {
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    internal sealed class LookEntry
    {
        [Display(Name = "Language and format")]
        public string Culture { get; set; } = "";

        [Display(Name = "Light or dark")]
        public string Theme { get; set; } = "auto";
    }

    internal sealed class PasswordEntry
    {
        [Display(Name = "Current password")]
        [Required(ErrorMessage = "Enter your current password")]
        public string Current { get; set; } = "";

        [Display(Name = "New password")]
        [Required(ErrorMessage = "Enter a new password")]
        [StringLength(256, MinimumLength = 12, ErrorMessage = "The new password must have 12 characters or more")]
        public string New { get; set; } = "";
    }
}
