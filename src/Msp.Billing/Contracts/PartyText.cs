namespace Msp.Billing.Contracts;

/// <summary>What the texts of a party's details must be.</summary>
internal static class PartyText
{
    private const int Longest = 500;

    /// <summary>A text that is needed: trimmed, on one line, neither blank nor overlong.</summary>
    internal static string Required(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Optional(text, what) ?? throw new ArgumentException($"{what} is needed and is blank.");
    }

    /// <summary>A text that may be left out: null when it is null or blank.</summary>
    internal static string? Optional(string? text, string what)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        if (trimmed.Length > Longest)
        {
            throw new ArgumentException(FormattableString.Invariant($"{what} has {trimmed.Length} characters; {Longest} are the most that documents can print."));
        }

        foreach (var letter in trimmed)
        {
            if (char.IsControl(letter))
            {
                throw new ArgumentException(FormattableString.Invariant($"{what} '{trimmed}' holds a control character (number {(int)letter}); write it on one line of plain text."));
            }
        }

        return trimmed;
    }

    /// <summary>A VAT number with its country's prefix (EN 16931, BR-CO-09; EL for Greece); null when it is null or blank.</summary>
    internal static string? VatNumber(string? text) => Optional(text, "VAT number") switch
    {
        null => null,
        [>= 'A' and <= 'Z', >= 'A' and <= 'Z', _, ..] number => number,
        { } number => throw new ArgumentException($"VAT number '{number}' must begin with the two capital letters of its country, such as DE123456789."),
    };

    /// <summary>A language of ISO 639 in two small letters; null when it is null or blank.</summary>
    internal static string? Language(string? text) => Optional(text, "Language") switch
    {
        null => null,
        [>= 'a' and <= 'z', >= 'a' and <= 'z'] language => language,
        { } language => throw new ArgumentException($"'{language}' is not a language; write the two small letters of ISO 639, such as de."),
    };
}
