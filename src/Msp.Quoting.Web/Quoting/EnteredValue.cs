using System.Globalization;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Quoting;

/// <summary>Numbers of a draft between the form and storage: stored without a culture, so that a colleague who reads another language reads the same number.</summary>
internal static class EnteredValue
{
    private const int MostCharacters = 4_000;

    /// <summary>What is stored: the number without a culture, or what was typed where it is no number.</summary>
    public static string ToStored(string? typed, CultureInfo culture) =>
        NumberEntry.Parse(typed, culture) is { } number ? number.ToString("0.######", CultureInfo.InvariantCulture) : Text(typed);

    /// <summary>What the field shows: the number as the reader writes it, or what was typed where it is no number.</summary>
    /// <param name="stored">What is stored.</param>
    /// <param name="culture">The reader's.</param>
    /// <param name="decimals">How many decimals it has at least.</param>
    public static string ToShown(string stored, CultureInfo culture, int decimals = 0) => Number(stored) is { } number
        ? number.ToString("#,0." + new string('0', decimals) + new string('#', 6 - decimals), culture)
        : stored;

    /// <summary>The stored number; null where it is none.</summary>
    public static decimal? Number(string stored) =>
        decimal.TryParse(stored, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Text as it is stored, cut where it is longer than any field may be.</summary>
    public static string Text(string? typed) => (typed ?? "").Trim() is { Length: > MostCharacters } longer ? longer[..MostCharacters] : (typed ?? "").Trim();
}
