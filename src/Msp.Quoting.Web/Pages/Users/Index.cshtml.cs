using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Users;

/// <summary>Who may sign in, and as what.</summary>
internal sealed class IndexModel(CurrentSeller seller, UserManager<StaffUser> users, StaffAccounts accounts, Texts texts) : PageModel
{
    [BindProperty]
    public Entry Input { get; set; } = new();

    public IReadOnlyList<(StaffUser User, IReadOnlyList<string> Roles)> Staff { get; private set; } = [];

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && Input.Roles.Count == 0)
        {
            ModelState.AddModelError("Input.Roles", texts["Choose at least one role"]);
        }

        if (ModelState.IsValid)
        {
            var (user, error) = await accounts.Add(seller.Id, Input.Name.Trim(), Input.Email.Trim(), Input.Password, Input.Roles);
            if (user is not null)
            {
                seller.Record("user-added", Input.Email.Trim(), _ => { });
                TempData["Message"] = texts["{0} can sign in now.", user.DisplayName];
                return RedirectToPage();
            }

            ModelState.AddModelError(error.Contains("password", StringComparison.Ordinal) ? "Input.Password" : "Input.Email", texts[error]);
        }

        await Load();
        return Page();
    }

    private async Task Load()
    {
        var staff = new List<(StaffUser, IReadOnlyList<string>)>();
        foreach (var user in await users.Users.AsNoTracking().Where(user => user.SellerId == seller.Id).OrderBy(user => user.DisplayName).ToListAsync())
        {
            var roles = await users.GetRolesAsync(user);
            staff.Add((user, [.. StaffRoles.All.Where(roles.Contains)]));
        }

        Staff = staff;
    }

    internal sealed class Entry
    {
        [Display(Name = "Name")]
        [Required(ErrorMessage = "Enter a name")]
        [StringLength(120)]
        public string Name { get; set; } = "";

        [Display(Name = "Email address")]
        [Required(ErrorMessage = "Enter an email address, such as name@example.com")]
        [EmailAddress(ErrorMessage = "Enter an email address, such as name@example.com")]
        [StringLength(256)]
        public string Email { get; set; } = "";

        [Display(Name = "First password")]
        [Required(ErrorMessage = "Enter a password")]
        [StringLength(256, MinimumLength = 12, ErrorMessage = "The password must have 12 characters or more")]
        public string Password { get; set; } = "";

        [Display(Name = "Roles")]
        public IList<string> Roles { get; set; } = [];
    }
}
