namespace Msp.Quoting.Web.Localization;

/// <summary>Light, dark, or as the reader's system is. Kept in a cookie and rendered by the server, so that no page flashes.</summary>
internal static class Theme
{
    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "msp.theme";

    /// <summary>The choices, the first one the default.</summary>
    public static IReadOnlyList<string> All { get; } = ["auto", "light", "dark"];

    /// <summary>What a request asks for.</summary>
    public static string Of(HttpRequest request) => request.Cookies[Cookie] is { } chosen && All.Contains(chosen) ? chosen : All[0];
}
