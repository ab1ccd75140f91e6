using System.Collections.Immutable;

namespace Msp.Billing.Contracts;

/// <summary>How the seller's documents look.</summary>
public sealed record Branding
{
    /// <summary>The largest logo, in bytes: it goes into every document.</summary>
    public const int LargestLogo = 512 * 1024;

    /// <summary>The colour of rules and headings as <c>#RRGGBB</c>; null for the ordinary one.</summary>
    /// <exception cref="ArgumentException">It is not a # and six hexadecimal digits.</exception>
    public string? Color
    {
        get;
        init => field = value is null || (value is ['#', _, _, _, _, _, _] && value.Skip(1).All(char.IsAsciiHexDigit))
            ? value
            : throw new ArgumentException($"'{value}' is not a colour; write # and six hexadecimal digits, such as #1F5FA8.", nameof(value));
    }

    /// <summary>The logo as the bytes of a PNG or JPEG file; empty for none.</summary>
    /// <exception cref="ArgumentException">It is neither a PNG nor a JPEG file, or larger than <see cref="LargestLogo"/>.</exception>
    public ImmutableArray<byte> Logo
    {
        get;
        init => field = Checked(value);
    }
    = [];

    private static ImmutableArray<byte> Checked(ImmutableArray<byte> logo)
    {
        if (logo.Length > LargestLogo)
        {
            throw new ArgumentException(FormattableString.Invariant($"The logo has {logo.Length} bytes; {LargestLogo} are the most, because every document carries it."), nameof(logo));
        }

        return logo.AsSpan() is [] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..]
            ? logo
            : throw new ArgumentException("The logo is neither a PNG nor a JPEG file.", nameof(logo));
    }
}
