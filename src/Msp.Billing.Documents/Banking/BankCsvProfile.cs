namespace Msp.Billing.Documents.Banking;

/// <summary>How a bank writes its CSV file: columns, separator, day and number.</summary>
public sealed record BankCsvProfile
{
    /// <summary>What a file may hold, in the order of documentation.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["account", "reference", "day", "amount", "currency", "counterparty", "remittance"];

    /// <summary>The column of each field; a field is looked for under its own name where it is not named here.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What stands between two fields; a comma unless set.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>How a day is written; year-month-day unless set.</summary>
    public string DateFormat { get; init; } = "yyyy-MM-dd";

    /// <summary>Whether amounts have a decimal comma, and points between thousands.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>The seller's account where the file does not name it.</summary>
    public string Account { get; init; } = "";

    /// <summary>The currency where the file does not name it.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The name of a field's column.</summary>
    /// <param name="field">One of <see cref="Fields"/>.</param>
    public string ColumnOf(string field) => Columns.TryGetValue(field, out var column) ? column : field;
}
