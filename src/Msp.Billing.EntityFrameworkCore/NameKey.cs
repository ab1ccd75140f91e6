using System.Text;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>The letters of a name as lists sort and searches find them: small, without accents, one space between words.</summary>
/// <remarks>
/// It is kept beside the name, so that both databases give the same order, the one of a dictionary: <c>Äcker</c> between <c>Acht</c> and <c>Adler</c>, <c>é</c> as
/// <c>e</c>, <c>ß</c> as <c>ss</c> (DIN 5007-1). Letters outside Latin are made small and stay. It follows from the name alone, on every machine and in every language.
/// A change of these rules needs every kept key to be made anew.
/// </remarks>
internal static class NameKey
{
    // The letters from U+00C0 to U+017F, each as it is sorted; a dot where it takes two letters, or is none.
    private const char First = '\u00C0';
    private const char Last = '\u017F';
    private const string Plain =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll" +
        "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The key of a name, or of letters to look for in one.</summary>
    /// <param name="name">The name.</param>
    internal static string Of(string name)
    {
        var key = new StringBuilder(name.Length + 4);
        var waits = false;
        foreach (var letter in name)
        {
            if (char.IsWhiteSpace(letter))
            {
                waits = key.Length > 0;
                continue;
            }

            if (IsAccent(letter))
            {
                continue;
            }

            if (waits)
            {
                key.Append(' ');
                waits = false;
            }

            Append(key, letter);
        }

        // One of signs alone is sorted and found by them.
        return key.Length == 0 ? name.Trim() : key.ToString();
    }

    /// <summary>The key of letters to look for; null where there are none.</summary>
    /// <param name="letters">What somebody typed; null or blank for nothing.</param>
    internal static string? OfSearch(string? letters) => string.IsNullOrWhiteSpace(letters) ? null : Of(letters);

    // What some keyboards and files put behind a letter instead of one letter with an accent.
    private static bool IsAccent(char letter) => letter is >= '\u0300' and <= '\u036F';

    private static void Append(StringBuilder key, char letter)
    {
        if (letter is >= First and <= Last && Plain[letter - First] is not '.' and var plain)
        {
            key.Append(plain);
            return;
        }

        _ = letter switch
        {
            'Æ' or 'æ' => key.Append("ae"),
            'Œ' or 'œ' => key.Append("oe"),
            'Þ' or 'þ' => key.Append("th"),
            'ß' or 'ẞ' => key.Append("ss"),
            'Ĳ' or 'ĳ' => key.Append("ij"),
            'Ș' or 'ș' => key.Append('s'),
            'Ț' or 'ț' => key.Append('t'),
            _ => key.Append(char.ToLowerInvariant(letter)),
        };
    }
}
