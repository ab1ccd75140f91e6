namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>The addresses that are checked in every look and against every budget. A new page is added here.</summary>
internal static class PageList
{
    /// <summary>What staff see.</summary>
    public static IReadOnlyList<string> SignedIn { get; } = ["/", "/account"];
}
