using System.Globalization;
using System.Text;
using System.Text.Json;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Writes whole files that the import takes. What is written and read again is the same.</summary>
internal static class ImportFiles
{
    /// <summary>Writes a catalogue as JSON.</summary>
    public static void WriteCatalog(Stream stream, ImportedCatalog catalog)
    {
        using var json = new Utf8JsonWriter(stream, JsonText.Readable);
        json.WriteStartObject();
        json.WriteListUnlessEmpty("tax_rates", catalog.TaxRates, CatalogJson.Write);
        json.WriteListUnlessEmpty("services", catalog.Services.Services, CatalogJson.Write);
        json.WriteListUnlessEmpty("plans", catalog.Plans, CatalogJson.Write);
        json.WriteListUnlessEmpty("families", catalog.Families, CatalogJson.Write);
        json.WriteListUnlessEmpty<PriceBook>("price_books", catalog.PriceBooks.All, CatalogJson.Write);
        json.WriteEndObject();
    }

    /// <summary>Writes customers as JSON.</summary>
    public static void WriteCustomers(Stream stream, IEnumerable<ImportedCustomer> customers) => WriteList(stream, "customers", customers, CustomerJson.Write);

    /// <summary>Writes contracts with their history as JSON.</summary>
    public static void WriteContracts(Stream stream, IEnumerable<Contract> contracts) => WriteList(stream, "contracts", contracts, ContractJson.Write);

    /// <summary>Writes counts as CSV.</summary>
    public static void WriteCounts(Stream stream, IEnumerable<(string Contract, UsageCount Count)> counts)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("contract,line,day,quantity,recorded_at");
        foreach (var (contract, count) in counts)
        {
            text.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Quoted(contract)},{count.LineId},{count.Day:yyyy-MM-dd},{count.Quantity:0.######},{count.RecordedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFFFFFFZ}"));
        }
    }

    private static void WriteList<T>(Stream stream, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var json = new Utf8JsonWriter(stream, JsonText.Readable);
        json.WriteStartObject();
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
