namespace Msp.Billing.EntityFrameworkCore;

/// <summary>What somebody typed into a search, as a pattern of <c>LIKE … ESCAPE '\'</c> that finds exactly those letters.</summary>
internal static class SearchLetters
{
    /// <summary>The letters themselves: signs that a pattern gives a meaning lose it.</summary>
    internal static string Plain(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    /// <summary>The letters anywhere within a text, in capitals or not.</summary>
    internal static string Within(string text) => $"%{Plain(Small(text))}%";

    /// <summary>The letters with none in capitals, as <c>lower()</c> gives them.</summary>
    /// <remarks>SQLite makes only the letters of ASCII small, and so does PostgreSQL where texts are compared by their bytes; no others are made small here either.</remarks>
    internal static string Small(string text) => string.Concat(text.Trim().Select(letter => letter is >= 'A' and <= 'Z' ? (char)(letter + 32) : letter));
}
