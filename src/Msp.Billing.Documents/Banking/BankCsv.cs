using System.Globalization;
using CsvHelper;
using Msp.Billing.Ledger;

namespace Msp.Billing.Documents.Banking;

/// <summary>Reads a bank's CSV file by a profile of its columns; columns that the profile does not name are left out.</summary>
internal static class BankCsv
{
    /// <summary>Reads a file.</summary>
    public static IReadOnlyList<BankEntry> Read(Stream stream, BankCsvProfile profile, BankFileProblems problems)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var entries = new List<BankEntry>();
        using var reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = profile.Separator,
            DetectSeparatorHint = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            MaxRecordSize = BankFile.LongestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => problems.Add(BankFileFault.NoRow, checked((int)record.LineNumber), null, null, $"the row cannot be taken apart ({record.Reason})."),
        });
        try
        {
            reader.ReadHeader();
            var columns = Columns(reader.Headers, profile, problems);
            while (columns is not null && !problems.TooMany && reader.Read())
            {
                if (Entry(reader, columns, profile, problems) is { } entry)
                {
                    entries.Add(entry);
                }
            }
        }
        catch (CsvFormatException exception)
        {
            problems.Add(BankFileFault.NoRow, exception.LineNumber > 0 ? checked((int)exception.LineNumber) : null, null, null, "a row is longer than 1 MB; a quote is probably opened and never closed.");
        }

        return entries;
    }

    private static Dictionary<string, int>? Columns(IReadOnlyList<string> headers, BankCsvProfile profile, BankFileProblems problems)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in BankCsvProfile.Fields)
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (string.Equals(headers[i].Trim().TrimStart('\uFEFF'), profile.ColumnOf(field), StringComparison.OrdinalIgnoreCase))
                {
                    columns.TryAdd(field, i);
                }
            }
        }

        var given = new Dictionary<string, string>(StringComparer.Ordinal) { ["account"] = profile.Account, ["currency"] = profile.Currency };
        foreach (var field in (ReadOnlySpan<string>)["account", "day", "amount", "currency"])
        {
            if (!columns.ContainsKey(field) && string.IsNullOrEmpty(given.GetValueOrDefault(field)))
            {
                problems.Add(BankFileFault.NoColumn, 1, profile.ColumnOf(field), null, $"the column is missing. Name it with --columns {field}=NAME{(given.ContainsKey(field) ? $", or say it for the whole file with --{field}" : "")}.");
            }
        }

        return problems.Count == 0 ? columns : null;
    }

    private static BankEntry? Entry(CsvReader reader, Dictionary<string, int> columns, BankCsvProfile profile, BankFileProblems problems)
    {
        var line = checked((int)reader.LineNumber);
        var before = problems.Count;
        var dayText = Field("day");
        if (!DateOnly.TryParseExact(dayText, profile.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            problems.Add(BankFileFault.NoDay, line, profile.ColumnOf("day"), dayText, $"'{dayText}' is not a day as {profile.DateFormat}; name the format with --date-format.");
        }

        var amount = BankFile.AmountOf(Field("amount"), Field("currency") ?? profile.Currency, profile.DecimalComma, line, profile.ColumnOf("amount"), problems);
        return problems.Count > before || amount is not { } money
            ? null
            : new BankEntry(
                BankFile.Plain(Field("account") ?? profile.Account), BankFile.Plain(Field("reference")), day, money, BankFile.Plain(Field("counterparty")), BankFile.Plain(Field("remittance")));

        string? Field(string field) =>
            columns.TryGetValue(field, out var index) && index < reader.FieldCount && !reader.IsEmpty(index) && reader.GetString(index) is { Length: > 0 } text ? text : null;
    }
}
