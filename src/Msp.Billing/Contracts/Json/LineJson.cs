using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Contracts.Json;

/// <summary>A contract line that began by an amendment; the lines of the terms have a table of their own.</summary>
internal static class LineJson
{
    internal static void Write(Utf8JsonWriter json, ContractLine line)
    {
        var charge = line.Charge;
        json.WriteStartObject();
        json.WriteNumber("id", line.Id);
        json.WriteString("charge", charge.Code);
        json.WriteString("name", charge.Name);
        json.WriteUnlessNull("service", charge.Service);
        json.WriteString("unit", charge.Unit.Code);
        PricingJson.Write(json, "pricing", charge.Pricing);
        if (charge.Cadence != default)
        {
            json.WriteString("cadence", charge.Cadence.ToString());
        }

        json.WriteNumber("timing", (int)charge.Timing);
        json.WriteNumber("dayCount", (int)charge.DayCount);
        json.WriteNumber("basis", (int)charge.Basis);
        json.WriteNumber("increase", (int)charge.Increase);
        json.WriteNumber("decrease", (int)charge.Decrease);
        json.WriteNumber("taxCategory", (int)charge.TaxCategory);
        json.WriteUnlessNull("account", charge.LedgerAccount.Length == 0 ? null : charge.LedgerAccount);
        json.WriteUnlessNull("unitCost", charge.UnitCost);
        json.WriteExact("quantity", line.Quantity);
        json.WriteUnlessZero("committed", line.CommittedQuantity);
        json.WriteUnlessNull("site", line.Site);
        json.WriteUnlessNull("start", line.Start);
        json.WriteUnlessNull("end", line.End);
        if (line.NeverUplifted)
        {
            json.WriteBoolean("neverUplifted", true);
        }

        if (!line.Discounts.IsEmpty)
        {
            json.WritePropertyName("discounts");
            DiscountJson.Write(json, line.Discounts);
        }

        json.WriteEndObject();
    }

    internal static ContractLine Read(JsonElement json, Currency currency)
    {
        var charge = new Charge(
            json.TextOf("charge"), json.TextOf("name"), BillingUnit.FromCode(json.TextOf("unit")), PricingJson.Read(json.GetProperty("pricing"), currency))
        {
            Service = json.TextOrNull("service"),
            Cadence = Cadence.TryParse(json.TextOrNull("cadence"), out var cadence) ? cadence : default,
            Timing = (ChargeTiming)json.IntegerOf("timing"),
            DayCount = (DayCount)json.IntegerOf("dayCount"),
            Basis = (QuantityBasis)json.IntegerOf("basis"),
            Increase = (ChangePolicy)json.IntegerOf("increase"),
            Decrease = (ChangePolicy)json.IntegerOf("decrease"),
            TaxCategory = (TaxCategory)json.IntegerOf("taxCategory"),
            LedgerAccount = json.TextOrNull("account") ?? "",
            UnitCost = json.DecimalOrNull("unitCost"),
        };
        return new ContractLine(json.IntegerOf("id"), charge, json.DecimalOf("quantity"))
        {
            CommittedQuantity = json.DecimalOf("committed"),
            Site = json.TextOrNull("site"),
            Start = json.DayOrNull("start"),
            End = json.DayOrNull("end"),
            NeverUplifted = json.TryGetProperty("neverUplifted", out _),
            Discounts = json.TryGetProperty("discounts", out var discounts) ? DiscountJson.Read(discounts) : [],
        };
    }
}
