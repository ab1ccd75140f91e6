using System.Reflection;
using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>What computes a run: two versions of the program may come to different drafts, and one preview is never made by both.</summary>
internal static class LedgerVersion
{
    /// <summary>This program's, as it was built: the version and, where it was built from a repository, the commit.</summary>
    internal static string Current { get; } =
        typeof(Money).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? typeof(Money).Assembly.GetName().Version?.ToString() ?? "unknown";
}
