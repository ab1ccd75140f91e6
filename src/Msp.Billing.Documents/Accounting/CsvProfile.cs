using System.Collections.Immutable;
using System.Text.Json;

namespace Msp.Billing.Documents.Accounting;

/// <summary>How a bookkeeping program wants its file. Columns, days, accounts and names of taxes are settings: every organisation has its own.</summary>
public sealed record CsvProfile
{
    private const string Xero = "xero";
    private const string QuickBooks = "quickbooks";

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The columns in order.</summary>
    public required ImmutableArray<CsvColumn> Columns { get; init; }

    /// <summary>How days are written, such as <c>dd/MM/yyyy</c>.</summary>
    public required string DayFormat { get; init; }

    /// <summary>The program's account for a line whose own account has no other.</summary>
    public required string DefaultAccount { get; init; }

    /// <summary>Our revenue account and the program's, such as 4000 and 200.</summary>
    public ImmutableDictionary<string, string> Accounts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Our tax (<c>standard 23</c>: category and percent) and its name in the program; a tax without one keeps ours.</summary>
    public ImmutableDictionary<string, string> Taxes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether the program takes credit notes in the same file, with amounts below zero.</summary>
    public bool TakesCreditNotes { get; init; }

    /// <summary>The names of the profiles that are built in.</summary>
    public static ImmutableArray<string> BuiltIn { get; } = [Xero, QuickBooks];

    /// <summary>A built-in profile: <c>xero</c> (sales invoices, 27 columns) or <c>quickbooks</c> (QuickBooks Online, invoices); null for another name.</summary>
    public static CsvProfile? Find(string name) => name switch
    {
        Xero => new CsvProfile
        {
            Name = Xero,
            DayFormat = "dd/MM/yyyy",
            DefaultAccount = "200",
            TakesCreditNotes = true,
            Columns =
            [
                new("*ContactName", CsvField.Customer), new("EmailAddress", CsvField.Email), new("POAddressLine1", CsvField.Street), new("POAddressLine2", CsvField.AdditionalStreet),
                new("POAddressLine3", CsvField.Fixed), new("POAddressLine4", CsvField.Fixed), new("POCity", CsvField.City), new("PORegion", CsvField.Region),
                new("POPostalCode", CsvField.PostCode), new("POCountry", CsvField.Country), new("*InvoiceNumber", CsvField.Number), new("Reference", CsvField.Reference),
                new("*InvoiceDate", CsvField.IssueDay), new("*DueDate", CsvField.DueDay), new("InventoryItemCode", CsvField.Fixed), new("*Description", CsvField.Description),
                new("*Quantity", CsvField.Quantity), new("*UnitAmount", CsvField.UnitAmount), new("Discount", CsvField.Fixed), new("*AccountCode", CsvField.Account),
                new("*TaxType", CsvField.Tax), new("TrackingName1", CsvField.Fixed), new("TrackingOption1", CsvField.Fixed), new("TrackingName2", CsvField.Fixed),
                new("TrackingOption2", CsvField.Fixed), new("Currency", CsvField.Currency), new("BrandingTheme", CsvField.Fixed),
            ],
        },
        QuickBooks => new CsvProfile
        {
            Name = QuickBooks,
            DayFormat = "MM/dd/yyyy",
            DefaultAccount = "",
            Columns =
            [
                new("*InvoiceNo", CsvField.Number), new("*Customer", CsvField.Customer), new("*InvoiceDate", CsvField.IssueDay), new("*DueDate", CsvField.DueDay),
                new("Terms", CsvField.Terms), new("Location", CsvField.Fixed), new("Memo", CsvField.Reference), new("Item(Product/Service)", CsvField.Item),
                new("ItemDescription", CsvField.Description), new("ItemQuantity", CsvField.Quantity), new("ItemRate", CsvField.UnitAmount), new("*ItemAmount", CsvField.Amount),
                new("Item Tax Code", CsvField.Tax), new("Currency", CsvField.Currency), new("Service Date", CsvField.ServiceDay),
            ],
        },
        _ => null,
    };

    /// <summary>A profile with the settings of a file in place of its own: <c>name</c>, <c>day_format</c>, <c>default_account</c>, <c>accounts</c>, <c>taxes</c>, <c>credit_notes</c>, <c>columns</c>.</summary>
    /// <param name="json">The settings as an object, each optional; columns are a list of objects with <c>header</c>, <c>field</c> and <c>text</c>.</param>
    /// <exception cref="FormatException">It is not such an object; the message says where.</exception>
    public CsvProfile With(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            var profile = this;
            foreach (var setting in document.RootElement.EnumerateObject())
            {
                profile = profile.With(setting.Name, setting.Value);
            }

            return profile;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The settings are not an object of known settings: {exception.Message}", exception);
        }
    }

    private CsvProfile With(string setting, JsonElement value) => setting switch
    {
        "name" => this with { Name = Text(value, setting) },
        "day_format" => this with { DayFormat = Text(value, setting) },
        "default_account" => this with { DefaultAccount = Text(value, setting) },
        "credit_notes" => this with { TakesCreditNotes = value.GetBoolean() },
        "accounts" => this with { Accounts = value.EnumerateObject().ToImmutableDictionary(pair => pair.Name, pair => Text(pair.Value, setting)) },
        "taxes" => this with { Taxes = value.EnumerateObject().ToImmutableDictionary(pair => pair.Name, pair => Text(pair.Value, setting)) },
        "columns" => this with { Columns = [.. value.EnumerateArray().Select(Column)] },
        _ => throw new FormatException($"'{setting}' is no setting of a profile. There is name, day_format, default_account, accounts, taxes, credit_notes, columns."),
    };

    private static CsvColumn Column(JsonElement column)
    {
        var field = column.TryGetProperty("field", out var name) ? Text(name, "field") : nameof(CsvField.Fixed);
        return Enum.TryParse<CsvField>(field, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? new CsvColumn(column.TryGetProperty("header", out var header) ? Text(header, "header") : "", known, column.TryGetProperty("text", out var text) ? Text(text, "text") : "")
            : throw new FormatException($"'{field}' is no field of a column. There is {string.Join(", ", Enum.GetNames<CsvField>())}.");
    }

    private static string Text(JsonElement value, string setting) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text ? text : throw new FormatException($"'{setting}' needs texts in quotes.");
}
