using Microsoft.AspNetCore.Identity;

namespace Msp.Quoting.Web.Staff;

/// <summary>Adds people who may sign in.</summary>
internal sealed class StaffAccounts(UserManager<StaffUser> users, RoleManager<IdentityRole<long>> roles, TimeProvider clock)
{
    /// <summary>Adds one.</summary>
    /// <param name="sellerId">For whom they work.</param>
    /// <param name="name">What colleagues call them.</param>
    /// <param name="email">With what they sign in; unique.</param>
    /// <param name="password">Their first password.</param>
    /// <param name="granted">What they may be.</param>
    /// <returns>The user; or null and, in English, why not.</returns>
    public async Task<(StaffUser? User, string Error)> Add(long sellerId, string name, string email, string password, IEnumerable<string> granted)
    {
        var user = new StaffUser { UserName = email, Email = email, DisplayName = name, SellerId = sellerId, AddedAt = clock.GetUtcNow() };
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded)
        {
            return (null, Words(result.Errors.First().Code));
        }

        await Grant(user, granted);
        return (user, "");
    }

    /// <summary>Gives somebody these roles and no others.</summary>
    public async Task Grant(StaffUser user, IEnumerable<string> granted)
    {
        var wanted = granted.Where(StaffRoles.All.Contains).ToHashSet(StringComparer.Ordinal);
        foreach (var role in wanted)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole<long>(role));
            }
        }

        var held = await users.GetRolesAsync(user);
        await users.RemoveFromRolesAsync(user, held.Except(wanted, StringComparer.Ordinal));
        await users.AddToRolesAsync(user, wanted.Except(held, StringComparer.Ordinal));
    }

    private static string Words(string code) => code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail) => "Somebody with this address is here already",
        nameof(IdentityErrorDescriber.InvalidUserName) or nameof(IdentityErrorDescriber.InvalidEmail) => "Enter an email address, such as name@example.com",
        _ => "The password must have 12 characters or more",
    };
}
