using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.Documents.Banking;

/// <summary>Reads what the bank says: camt.053 by its content, otherwise CSV. A file is taken whole, or everything that is wrong with it is named.</summary>
public static class BankFile
{
    /// <summary>The largest file that is read, in bytes: 20 MB.</summary>
    public const long Limit = 20L * 1024 * 1024;

    /// <summary>The longest row of a CSV file, in bytes: 1 MB.</summary>
    public const int LongestRow = 1024 * 1024;

    /// <summary>The longest text that is kept of a movement.</summary>
    public const int LongestText = 500;

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file; can go back to its beginning.</param>
    /// <param name="profile">How its columns are read, if it is CSV.</param>
    /// <returns>Its movements, or everything that is wrong with it.</returns>
    public static BankFileContent Read(Stream stream, BankCsvProfile profile)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(profile);
        var problems = new BankFileProblems();
        if (stream.Length == 0)
        {
            problems.Add(BankFileFault.Empty, null, null, null, "the file is empty.");
        }
        else if (stream.Length > Limit)
        {
            problems.Add(BankFileFault.TooLarge, null, null, null, $"the file has more than {Limit / 1024 / 1024} MB; ask the bank for a shorter period.");
        }

        if (problems.Count > 0)
        {
            return new BankFileContent([], [.. problems.Listed], 0);
        }

        var isXml = IsXml(stream);
        stream.Position = 0;
        var entries = isXml ? CamtFile.Read(stream, problems) : BankCsv.Read(stream, profile, problems);
        return new BankFileContent([.. Named(entries)], [.. problems.Listed], problems.Count - problems.Listed.Count);
    }

    /// <summary>An amount of a file; null, with a problem, where it is none.</summary>
    internal static Money? AmountOf(string? text, string? code, bool decimalComma, int? line, string field, BankFileProblems problems)
    {
        var plain = decimalComma ? text?.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : text;
        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            problems.Add(BankFileFault.NoAmount, line, field, text, $"'{text}' is not an amount; write digits and a decimal {(decimalComma ? "comma" : "point")}.");
        }
        else if (!Currency.TryFromCode(code, out var currency))
        {
            problems.Add(BankFileFault.NoCurrency, line, field, code, $"'{code}' is not a currency code of ISO 4217.");
        }
        else if (amount % currency.MinorUnit != 0 || Math.Abs(amount) > 1_000_000_000_000m)
        {
            problems.Add(BankFileFault.NotInCurrency, line, field, text, string.Create(CultureInfo.InvariantCulture, $"{amount} is not an amount in {currency}: it has {currency.Decimals} decimals and is at most a million millions."));
        }
        else
        {
            return new Money(amount, currency);
        }

        return null;
    }

    /// <summary>One line of text, not too long.</summary>
    internal static string Plain(string? text)
    {
        var plain = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length <= LongestText ? plain : plain[..LongestText];
    }

    private static bool IsXml(Stream stream)
    {
        Span<byte> start = stackalloc byte[64];
        var read = stream.Read(start);
        return Encoding.UTF8.GetString(start[..read]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<');
    }

    // A movement without a reference is named by what it says; two that say the same on one day are numbered.
    private static List<BankEntry> Named(IReadOnlyList<BankEntry> entries)
    {
        var (named, seen) = (new List<BankEntry>(entries.Count), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var entry in entries)
        {
            if (entry.Reference.Length > 0)
            {
                named.Add(entry);
                continue;
            }

            var text = FormattableString.Invariant($"{entry.Day:yyyy-MM-dd}|{entry.Amount}|{entry.Counterparty}|{entry.Remittance}");
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
            var count = seen[hash] = seen.GetValueOrDefault(hash) + 1;
            named.Add(entry with { Reference = string.Create(CultureInfo.InvariantCulture, $"content-{hash}-{count}") });
        }

        return named;
    }
}
