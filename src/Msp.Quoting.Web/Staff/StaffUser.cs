using Microsoft.AspNetCore.Identity;

namespace Msp.Quoting.Web.Staff;

/// <summary>Somebody who works for a seller and may sign in.</summary>
internal sealed class StaffUser : IdentityUser<long>
{
    /// <summary>The name that colleagues and the audit log read.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The number in storage of the seller that they work for.</summary>
    public long SellerId { get; set; }

    /// <summary>The language and format of their pages, such as <c>de-DE</c>; null to follow the browser.</summary>
    public string? Culture { get; set; }

    /// <summary>Since when they may not sign in any more, in UTC; null while they may. Nobody is deleted: the log names them.</summary>
    public DateTimeOffset? BlockedAt { get; set; }

    /// <summary>When they were added, in UTC.</summary>
    public DateTimeOffset AddedAt { get; set; }
}
