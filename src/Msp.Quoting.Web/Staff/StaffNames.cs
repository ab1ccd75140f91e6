using Microsoft.EntityFrameworkCore;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Staff;

/// <summary>What colleagues are called who are recorded by their sign-in names. One for each request; read once, when the first is asked for.</summary>
internal sealed class StaffNames(WebDb web, CurrentSeller seller)
{
    private Dictionary<string, string>? _names;

    /// <summary>The name of somebody; who is not on the staff, such as a customer or a command line, is called as recorded.</summary>
    public string Of(string author)
    {
        _names ??= web.Users.AsNoTracking().Where(user => user.SellerId == seller.Id && user.Email != null)
            .ToDictionary(user => user.Email ?? "", user => user.DisplayName, StringComparer.OrdinalIgnoreCase);
        return _names.GetValueOrDefault(author, author);
    }
}
