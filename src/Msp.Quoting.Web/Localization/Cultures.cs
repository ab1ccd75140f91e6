using System.Globalization;

namespace Msp.Quoting.Web.Localization;

/// <summary>The languages and formats that pages come in.</summary>
internal static class Cultures
{
    /// <summary>The cookie that keeps a choice; otherwise the browser's languages decide.</summary>
    public const string Cookie = "msp.culture";

    /// <summary>What is used when the browser wants none of them.</summary>
    public const string Default = "en-US";

    /// <summary>All of them, the first one the default.</summary>
    public static IReadOnlyList<string> All { get; } = [Default, "en-GB", "de-DE", "fr-FR"];

    /// <summary>A culture's name in its own language, for a list to choose from.</summary>
    public static string NameOf(string culture) => CultureInfo.GetCultureInfo(culture).NativeName;
}
