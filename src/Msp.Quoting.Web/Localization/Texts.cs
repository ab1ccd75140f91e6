using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Msp.Quoting.Web.Localization;

/// <summary>The words of pages in the reader's language. The key is the English text itself; German and French stand in <c>Resources</c>.</summary>
/// <remarks>Capitals do not tell two texts apart: a resource file cannot. Each area of pages has a file of its own, so that two people seldom edit the same one. A test fails for a text without a translation.</remarks>
internal sealed class Texts
{
    /// <summary>The files, without language and ending.</summary>
    internal static readonly IReadOnlyList<string> Areas = ["Common", "Quotes", "Proposals", "Runs", "Insights", "Invoices", "Books"];

    private static readonly ResourceManager[] Files =
        [.. Areas.Select(area => new ResourceManager("Msp.Quoting.Web.Resources." + area, Assembly.GetExecutingAssembly()) { IgnoreCase = true })];

    /// <summary>The reader's language, for the <c>lang</c> attribute.</summary>
    public string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>A text in the reader's language; in English where it has no translation.</summary>
    /// <param name="text">The English text.</param>
    public string this[string text] => Find(text, CultureInfo.CurrentUICulture) ?? text;

    /// <summary>A text with values in its places <c>{0}</c>, <c>{1}</c>, …; numbers must be formatted already.</summary>
    /// <param name="text">The English text.</param>
    /// <param name="values">What to put in.</param>
    public string this[string text, params object?[] values] => string.Format(CultureInfo.CurrentCulture, this[text], values);

    /// <summary>One text for one thing, another for several.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The English text for exactly one.</param>
    /// <param name="several">The English text otherwise; <c>{0}</c> is the number.</param>
    public string Count(long count, string one, string several) => count == 1 ? this[one] : this[several, count.ToString("N0", CultureInfo.CurrentCulture)];

    /// <summary>A translation; null where there is none.</summary>
    internal static string? Find(string text, CultureInfo culture)
    {
        foreach (var file in Files)
        {
            if (file.GetString(text, culture) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
