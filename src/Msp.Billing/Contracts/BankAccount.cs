using System.Collections.Immutable;

namespace Msp.Billing.Contracts;

/// <summary>The account that customers pay to (EN 16931: BT-84 to BT-86).</summary>
public sealed record BankAccount
{
    private const int ShortestIban = 15;
    private const int LongestIban = 34;

    /// <summary>Creates an account.</summary>
    /// <param name="number">An IBAN, with or without spaces, whose check digits must be right; or the number of an account in a country without IBANs.</param>
    /// <param name="bank">The bank's BIC, or its number in a country without BICs, such as an American routing number; null when the IBAN says enough.</param>
    /// <param name="holder">Whose account it is, where that is not the seller's name; null otherwise.</param>
    /// <exception cref="ArgumentException">The number is blank, or looks like an IBAN and is not one.</exception>
    public BankAccount(string number, string? bank = null, string? holder = null)
    {
        var compact = PartyText.Required(number, "Account number").Replace(" ", "", StringComparison.Ordinal);
        IsIban = compact is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= '0' and <= '9', >= '0' and <= '9', ..];
        if (IsIban)
        {
            CheckIban(compact);
        }

        Number = compact;
        Bank = PartyText.Optional(bank, "Code of the bank")?.Replace(" ", "", StringComparison.Ordinal);
        Holder = PartyText.Optional(holder, "Holder of the account");
    }

    /// <summary>The IBAN or account number, without spaces.</summary>
    public string Number { get; }

    /// <summary>The bank's BIC or national number; null when the IBAN says enough.</summary>
    public string? Bank { get; }

    /// <summary>Whose account it is, where that is not the seller's name; null otherwise.</summary>
    public string? Holder { get; }

    /// <summary>Whether the number is an IBAN.</summary>
    public bool IsIban { get; }

    /// <summary>An IBAN in groups of four, as it is printed; another number as it is.</summary>
    public string Printed => IsIban ? string.Join(' ', Number.Chunk(4).Select(group => new string(group))) : Number;

    private static void CheckIban(string iban)
    {
        if (iban.Length is < ShortestIban or > LongestIban || !iban.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"'{iban}' begins like an IBAN, but an IBAN has {ShortestIban} to {LongestIban} letters and digits; compare it with the bank's paper.");
        }

        // ISO 13616: the first four characters go to the end, letters count from A = 10, and the whole leaves 1 when divided by 97.
        var rest = 0;
        foreach (var letter in (ImmutableArray<char>)[.. iban.AsSpan(4), .. iban.AsSpan(0, 4)])
        {
            var value = char.IsAsciiDigit(letter) ? letter - '0' : char.ToUpperInvariant(letter) - 'A' + 10;
            rest = ((rest * (value < 10 ? 10 : 100)) + value) % 97;
        }

        if (rest != 1)
        {
            throw new ArgumentException($"'{iban}' is not an IBAN: its check digits do not fit, so at least one character is wrong; compare it with the bank's paper.");
        }
    }
}
