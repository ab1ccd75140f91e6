using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Users;

/// <summary>One member of staff: roles, password, sessions, and whether they may sign in.</summary>
internal sealed class EditModel(CurrentSeller seller, UserManager<StaffUser> users, StaffAccounts accounts, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Entry Input { get; set; } = new();

    public StaffUser Somebody { get; private set; } = new();

    public bool IsMe => Somebody.UserName == seller.Author;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        Input = new Entry { Roles = [.. await users.GetRolesAsync(Somebody)] };
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(long id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (Input.Roles.Count == 0 || (IsMe && !Input.Roles.Contains(StaffRoles.Admin)))
        {
            ModelState.AddModelError("Input.Roles", texts[Input.Roles.Count == 0 ? "Choose at least one role" : "You cannot take the administrator's role from yourself"]);
            return Page();
        }

        await accounts.Grant(Somebody, Input.Roles);
        return await Done("user-roles-set", "Roles were changed. They hold from the next sign-in, at the latest in a minute.");
    }

    public async Task<IActionResult> OnPostPasswordAsync(long id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (Input.Password is not { Length: >= 12 and <= 256 })
        {
            ModelState.AddModelError("Input.Password", texts["The password must have 12 characters or more"]);
            return Page();
        }

        await users.ResetPasswordAsync(Somebody, await users.GeneratePasswordResetTokenAsync(Somebody), Input.Password);
        await users.SetLockoutEndDateAsync(Somebody, null);
        return await Done("user-password-set", "The new password holds. Other devices are signed out.");
    }

    public async Task<IActionResult> OnPostBlockAsync(long id)
    {
        if (!await Load(id))
        {
            return NotFound();
        }

        if (IsMe)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Somebody.BlockedAt = Somebody.BlockedAt is null ? clock.GetUtcNow() : null;
        await users.UpdateAsync(Somebody);
        return await Done(Somebody.BlockedAt is null ? "user-unblocked" : "user-blocked", Somebody.BlockedAt is null ? "They may sign in again." : "They may not sign in any more; sessions end within a minute.");
    }

    private async Task<RedirectToPageResult> Done(string action, string message)
    {
        // A new stamp ends every session of theirs, so that what changed here holds at once.
        await users.UpdateSecurityStampAsync(Somebody);
        seller.Record(action, Somebody.UserName ?? "", _ => { });
        TempData["Message"] = texts[message];
        return RedirectToPage("/Users/Index");
    }

    private async Task<bool> Load(long id)
    {
        if (await users.Users.SingleOrDefaultAsync(user => user.Id == id && user.SellerId == seller.Id) is not { } found)
        {
            return false;
        }

        Somebody = found;
        return true;
    }

    internal sealed class Entry
    {
        [Display(Name = "Roles")]
        public IList<string> Roles { get; set; } = [];

        [Display(Name = "New password")]
        public string? Password { get; set; }
    }
}
