namespace Msp.Billing.Documents.EInvoicing;

/// <summary>The numbers whose form the rules of Peppol test, by the scheme that gave them.</summary>
internal static class CheckDigits
{
    /// <summary>The official rule that a number breaks, and what would be right; null when it breaks none.</summary>
    internal static (string Rule, string Right)? Fault(string scheme, string id) => scheme switch
    {
        "0088" => IsGln(id) ? null : ("PEPPOL-COMMON-R040", "a GLN has digits only, the last of which fits the others"),
        "0192" => id.Length == 9 && IsDigits(id) && IsModulo11(id) ? null : ("PEPPOL-COMMON-R041", "a Norwegian organisation number has nine digits, the last of which fits the others"),
        "0208" => id.Length == 10 && IsDigits(id) && IsBelgian(id) ? null : ("PEPPOL-COMMON-R043", "a Belgian enterprise number has ten digits, the last two of which fit the others"),
        "0007" => id.Length == 10 && IsDigits(id) && IsLuhn(id) ? null : ("PEPPOL-COMMON-R049", "a Swedish organisation number has ten digits, the last of which fits the others"),
        "0106" => id.Length == 8 && IsDigits(id) ? null : ("PEPPOL-COMMON-R054", "a Dutch chamber of commerce number has eight digits"),
        "0190" => id.Length == 20 && IsDigits(id) ? null : ("PEPPOL-COMMON-R055", "a Dutch public body's number has twenty digits"),
        _ => null,
    };

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);

    // From the right, weights 3 and 1 in turn; the check digit fills up to the next ten.
    private static bool IsGln(string id)
    {
        if (id.Length < 2 || !IsDigits(id))
        {
            return false;
        }

        var sum = 0;
        for (var i = id.Length - 2; i >= 0; i--)
        {
            sum += (id[i] - '0') * ((id.Length - 2 - i) % 2 == 0 ? 3 : 1);
        }

        return (10 - (sum % 10)) % 10 == id[^1] - '0';
    }

    // From the right, weights 2 to 7 and again.
    private static bool IsModulo11(string id)
    {
        var sum = 0;
        for (var i = id.Length - 2; i >= 0; i--)
        {
            sum += (id[i] - '0') * (((id.Length - 2 - i) % 6) + 2);
        }

        return (11 - (sum % 11)) % 11 == id[^1] - '0';
    }

    private static bool IsBelgian(string id) => 97 - (Number(id.AsSpan(0, 8)) % 97) == Number(id.AsSpan(8));

    private static bool IsLuhn(string id)
    {
        var sum = 0;
        for (var i = 0; i < id.Length; i++)
        {
            var twice = (id[id.Length - 1 - i] - '0') * (i % 2 == 0 ? 1 : 2);
            sum += twice > 9 ? twice - 9 : twice;
        }

        return sum % 10 == 0;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
