using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.Quotes;

/// <summary>An item in canonical bytes. Its charge and quantity are those of a contract line.</summary>
internal static class ItemJson
{
    internal static void Write(Utf8JsonWriter json, QuoteItem item)
    {
        json.WriteStartObject();
        json.WritePropertyName("line");
        LineJson.Write(json, new ContractLine(1, item.Charge, item.Quantity));
        json.WriteBoolean("optional", item.IsOptional);
        json.WriteBoolean("preselected", item.IsPreselected);
        json.WriteUnlessNull("minimum", item.Minimum);
        json.WriteUnlessNull("maximum", item.Maximum);
        CanonicalQuote.WriteCodes(json, "options", item.Options);
        CanonicalQuote.WriteUnlessEmpty(json, "description", item.Description);
        json.WriteEndObject();
    }

    internal static QuoteItem Read(JsonElement json, Currency currency)
    {
        var line = LineJson.Read(json.GetProperty("line"), currency);
        return new QuoteItem(line.Charge, line.Quantity)
        {
            IsOptional = json.GetProperty("optional").GetBoolean(),
            IsPreselected = json.GetProperty("preselected").GetBoolean(),
            Minimum = json.DecimalOrNull("minimum"),
            Maximum = json.DecimalOrNull("maximum"),
            Options = [.. CanonicalQuote.ListOf(json, "options", OptionJson.Text)],
            Description = json.TextOrNull("description") ?? "",
        };
    }
}
