using System.Globalization;

namespace Msp.Billing.Cli.Parsing;

/// <summary>Reads an instant with its offset from UTC; one without an offset could mean several.</summary>
internal static class InstantText
{
    /// <summary>Reads an instant.</summary>
    /// <param name="text">ISO 8601 with seconds and an offset, such as <c>2026-03-01T09:30:00Z</c>.</param>
    /// <param name="instant">The instant in UTC.</param>
    /// <returns>False when the text is no such instant.</returns>
    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < 20 || text[10] != 'T' || !(text.EndsWith('Z') || text[^6] is '+' or '-') ||
            !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read))
        {
            return false;
        }

        instant = read.ToUniversalTime();
        return true;
    }
}
