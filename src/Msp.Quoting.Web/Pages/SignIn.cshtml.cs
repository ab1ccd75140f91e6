using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages;

/// <summary>Staff sign in with an address and a password. Who is wrong is not told which of the two.</summary>
internal sealed class SignInModel(SignInManager<StaffUser> signIn, UserManager<StaffUser> users, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Entry Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect("/");
        }

        return await users.Users.AnyAsync() ? Page() : RedirectToPage("/Setup");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var user = await users.FindByEmailAsync(Input.Email);
        if (user is null || user.BlockedAt is not null)
        {
            // As slow as a wrong password, so that nobody learns who works here.
            users.PasswordHasher.HashPassword(new StaffUser(), Input.Password);
            return Refused("Address or password is not right. Check both and try again.");
        }

        var result = await signIn.PasswordSignInAsync(user, Input.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            return Refused("Too many wrong passwords. Try again in ten minutes, or ask an administrator.");
        }

        if (!result.Succeeded)
        {
            return Refused("Address or password is not right. Check both and try again.");
        }

        if (user.Culture is { } culture)
        {
            Preferences.Keep(Response, Cultures.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), clock);
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    private PageResult Refused(string message)
    {
        ModelState.AddModelError("", texts[message]);
        return Page();
    }

    internal sealed class Entry
    {
        [Display(Name = "Email address")]
        [Required(ErrorMessage = "Enter your email address")]
        [StringLength(256)]
        public string Email { get; set; } = "";

        [Display(Name = "Password")]
        [Required(ErrorMessage = "Enter your password")]
        [StringLength(256)]
        public string Password { get; set; } = "";
    }
}
