using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Msp.Quoting.Web.Staff;

/// <summary>Puts a user's seller and name into the sign-in cookie, so that pages need not look them up.</summary>
internal sealed class StaffClaims(UserManager<StaffUser> users, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffUser, IdentityRole<long>>(users, roles, options)
{
    private const string SellerType = "seller";
    private const string NameType = "display_name";

    /// <summary>The seller's number in storage.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static long SellerIdOf(ClaimsPrincipal user) =>
        long.Parse(user.FindFirstValue(SellerType) ?? throw new InvalidOperationException("Nobody is signed in."), CultureInfo.InvariantCulture);

    /// <summary>The name that colleagues read; empty when nobody is signed in.</summary>
    public static string DisplayNameOf(ClaimsPrincipal user) => user.FindFirstValue(NameType) ?? "";

    /// <summary>The sign-in name, which the audit log keeps.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static string AuthorOf(ClaimsPrincipal user) => user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(SellerType, user.SellerId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(NameType, user.DisplayName));
        return identity;
    }
}
