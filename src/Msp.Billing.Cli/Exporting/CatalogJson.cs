using System.Text.Json;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Writes the entries of a catalogue as the import files have them.</summary>
internal static class CatalogJson
{
    /// <summary>Writes a tax rate as an object.</summary>
    public static void Write(Utf8JsonWriter json, TaxRate rate)
    {
        json.WriteStartObject();
        json.WriteString("jurisdiction", rate.Jurisdiction);
        json.WriteString("category", Vocabulary.TaxCategories.Of(rate.Category));
        json.WriteExact("rate", rate.Rate.Value);
        json.WriteDay("from", rate.From);
        json.WriteEndObject();
    }

    /// <summary>Writes a service as an object.</summary>
    public static void Write(Utf8JsonWriter json, Service service)
    {
        json.WriteStartObject();
        json.WriteString("service", service.Code);
        json.WriteString("name", service.Name);
        json.WriteString("line", Vocabulary.ServiceLines.Of(service.Line));
        json.WriteString("unit", service.Unit.Code);
        json.WriteWord("tax_category", Vocabulary.TaxCategories, service.TaxCategory, TaxCategory.Standard);
        json.WriteUnlessEmpty("account", service.LedgerAccount);
        json.WriteUnlessEmpty("description", service.Description);
        json.WriteEndObject();
    }

    /// <summary>Writes a plan as an object.</summary>
    public static void Write(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject();
        json.WriteString("plan", plan.Code);
        json.WriteString("name", plan.Name);
        json.WriteString("currency", plan.Currency.Code);
        if (plan.Tier is { } tier)
        {
            json.WriteString("tier", Vocabulary.Tiers.Of(tier));
        }

        json.WriteUnlessEmpty("description", plan.Description);
        json.WriteUnlessEmpty("exclusions", plan.Exclusions);
        json.WriteStartArray("lines");
        foreach (var line in plan.Lines)
        {
            json.WriteStringValue(Vocabulary.ServiceLines.Of(line));
        }

        json.WriteEndArray();
        WriteLevel(json, plan.Level);
        json.WriteListUnlessEmpty("charges", plan.Charges, WriteCharge);
        json.WriteEndObject();
    }

    /// <summary>Writes a plan family as an object.</summary>
    public static void Write(Utf8JsonWriter json, PlanFamily family)
    {
        json.WriteStartObject();
        json.WriteString("family", family.Name);
        json.WriteStartArray("plans");
        foreach (var plan in family.Plans)
        {
            json.WriteStringValue(plan.Code);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a price book as an object.</summary>
    public static void Write(Utf8JsonWriter json, PriceBook book)
    {
        json.WriteStartObject();
        json.WriteString("price_book", book.Name);
        json.WriteString("currency", book.Currency.Code);
        json.WriteDay("from", book.From);
        json.WriteIfAny("until", book.Until);
        json.WriteStartArray("prices");
        foreach (var code in book.Codes)
        {
            if (book.Find(code) is { } pricing)
            {
                json.WriteStartObject();
                json.WriteString("code", code);
                json.WritePropertyName("pricing");
                ChargeJson.WritePricing(json, pricing);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCharge(Utf8JsonWriter json, Charge charge)
    {
        json.WriteStartObject();
        ChargeJson.WriteProperties(json, charge);
        json.WriteEndObject();
    }

    private static void WriteLevel(Utf8JsonWriter json, ServiceLevel level)
    {
        json.WriteStartObject("level");
        json.WriteString("name", level.Name);
        json.WriteStartObject("response_minutes");
        json.WriteNumber("critical", (long)level.Responses.Critical.TotalMinutes);
        json.WriteNumber("high", (long)level.Responses.High.TotalMinutes);
        json.WriteNumber("normal", (long)level.Responses.Normal.TotalMinutes);
        json.WriteNumber("low", (long)level.Responses.Low.TotalMinutes);
        json.WriteEndObject();
        json.WriteString("cover", Vocabulary.Hours.Of(level.Cover));
        json.WriteString("onboarding", level.Onboarding);
        json.WriteString("incident_handling", level.IncidentHandling);
        json.WriteIfAny("months", level.Commitment.Months);
        json.WriteIfAny("renewal_months", level.Commitment.RenewalMonths);
        json.WriteNumber("notice_days", level.Commitment.NoticeDays);
        json.WriteString("termination", level.Commitment.Termination);
        json.WriteEndObject();
    }
}
