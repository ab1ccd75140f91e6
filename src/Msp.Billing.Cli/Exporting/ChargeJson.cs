using System.Text.Json;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Writes charges and prices as the import files have them.</summary>
internal static class ChargeJson
{
    /// <summary>Writes the properties of a charge into an object that is begun.</summary>
    public static void WriteProperties(Utf8JsonWriter json, Charge charge)
    {
        json.WriteString("charge", charge.Code);
        json.WriteString("name", charge.Name);
        json.WriteString("unit", charge.Unit.Code);
        json.WriteUnlessEmpty("service", charge.Service);
        json.WritePropertyName("pricing");
        WritePricing(json, charge.Pricing);
        if (charge.Cadence != Cadence.Monthly)
        {
            json.WriteString("cadence", charge.Cadence.ToString());
        }

        json.WriteWord("timing", Vocabulary.Timings, charge.Timing, ChargeTiming.Advance);
        json.WriteWord("day_count", Vocabulary.DayCounts, charge.DayCount, DayCount.ActualOverActual);
        json.WriteWord("basis", Vocabulary.Bases, charge.Basis, QuantityBasis.Timeline);
        json.WriteWord("increase", Vocabulary.ChangePolicies, charge.Increase, ChangePolicy.Immediately);
        json.WriteWord("decrease", Vocabulary.ChangePolicies, charge.Decrease, ChangePolicy.Immediately);
        json.WriteWord("tax_category", Vocabulary.TaxCategories, charge.TaxCategory, TaxCategory.Standard);
        json.WriteUnlessEmpty("account", charge.LedgerAccount);
        if (charge.UnitCost is { } cost)
        {
            json.WriteExact("unit_cost", cost);
        }
    }

    /// <summary>Writes a price as an object.</summary>
    public static void WritePricing(Utf8JsonWriter json, Pricing pricing)
    {
        json.WriteStartObject();
        json.WriteString("model", Vocabulary.Models.Of(pricing.Model));
        WriteFigures(json, pricing);
        json.WriteUnlessZero("included", pricing.IncludedQuantity);
        json.WriteUnlessZero("minimum_quantity", pricing.MinimumQuantity);
        json.WriteUnlessZero("minimum_spend", pricing.MinimumSpend);
        if (pricing.Increment is { } increment)
        {
            json.WriteStartObject("increment");
            json.WriteExact("per", increment.Per);
            json.WriteExact("bills", increment.Bills);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, Pricing pricing)
    {
        switch (pricing.Model)
        {
            case PricingModel.PercentOf:
                json.WriteExact("percent", pricing.Price * 100m);
                break;
            case PricingModel.CostPlus:
                json.WriteExact("percent", (pricing.Price - 1m) * 100m);
                break;
            case PricingModel.Graduated or PricingModel.Volume:
                json.WriteListUnlessEmpty("steps", pricing.Steps, WriteStep);
                break;
            case PricingModel.Package:
                json.WriteExact("price", pricing.Price);
                json.WriteExact("block_size", pricing.BlockSize);
                break;
            default:
                json.WriteExact("price", pricing.Price);
                break;
        }
    }

    private static void WriteStep(Utf8JsonWriter json, PriceStep step)
    {
        json.WriteStartObject();
        if (step.UpTo is { } upTo)
        {
            json.WriteExact("up_to", upTo);
        }

        json.WriteExact("price", step.UnitPrice);
        json.WriteUnlessZero("fee", step.FlatFee);
        json.WriteEndObject();
    }
}
