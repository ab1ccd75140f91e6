using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Plans;

namespace Msp.Billing.Contracts.Json;

/// <summary>What a price has beyond its model and one number: steps, blocks, included units, minimums, increments.</summary>
internal static class PricingJson
{
    /// <summary>Null for a price that is all said by its model and number.</summary>
    internal static string? Of(Pricing pricing)
    {
        var plain = pricing.Model is PricingModel.Flat or PricingModel.PerUnit or PricingModel.PercentOf or PricingModel.CostPlus && pricing.IncludedQuantity == 0 &&
            pricing.MinimumQuantity == 0 && pricing.MinimumSpend == 0 && pricing.Increment is null;
        return plain ? null : JsonText.Write(json => WriteDetails(json, pricing));
    }

    internal static Pricing Read(PricingModel model, decimal price, Currency currency, string? details) =>
        details is null ? Plain(model, price, currency) : Modified(model, price, currency, JsonText.Read(details));

    /// <summary>The whole price as one object, for the payload of an amendment.</summary>
    internal static void Write(Utf8JsonWriter json, string name, Pricing pricing)
    {
        json.WriteStartObject(name);
        json.WriteNumber("model", (int)pricing.Model);
        json.WriteExact("price", pricing.Price);
        json.WritePropertyName("details");
        WriteDetails(json, pricing);
        json.WriteEndObject();
    }

    internal static Pricing Read(JsonElement json, Currency currency) =>
        Modified((PricingModel)json.IntegerOf("model"), json.DecimalOf("price"), currency, json.GetProperty("details"));

    private static void WriteDetails(Utf8JsonWriter json, Pricing pricing)
    {
        json.WriteStartObject();
        json.WriteUnlessZero("block", pricing.BlockSize);
        if (pricing.Model is PricingModel.Graduated or PricingModel.Volume)
        {
            json.WriteStartArray("steps");
            foreach (var step in pricing.Steps)
            {
                json.WriteStartObject();
                json.WriteUnlessNull("upTo", step.UpTo);
                json.WriteExact("price", step.UnitPrice);
                json.WriteUnlessZero("fee", step.FlatFee);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteUnlessZero("included", pricing.IncludedQuantity);
        json.WriteUnlessZero("minimum", pricing.MinimumQuantity);
        json.WriteUnlessZero("minimumSpend", pricing.MinimumSpend);
        if (pricing.Increment is { } increment)
        {
            json.WriteExact("per", increment.Per);
            json.WriteExact("bills", increment.Bills);
        }

        json.WriteEndObject();
    }

    private static Pricing Modified(PricingModel model, decimal price, Currency currency, JsonElement json)
    {
        var pricing = model switch
        {
            PricingModel.Graduated => Pricing.Graduated(currency, Steps(json)),
            PricingModel.Volume => Pricing.Volume(currency, Steps(json)),
            PricingModel.Package => Pricing.Package(price, json.DecimalOf("block"), currency),
            _ => Plain(model, price, currency),
        };
        pricing = json.DecimalOf("included") is var included and not 0 ? pricing.WithIncluded(included) : pricing;
        pricing = json.DecimalOf("minimum") is var minimum and not 0 ? pricing.WithMinimumQuantity(minimum) : pricing;
        pricing = json.DecimalOf("minimumSpend") is var spend and not 0 ? pricing.WithMinimumSpend(spend) : pricing;
        return json.DecimalOrNull("per") is { } per ? pricing.WithIncrement(new QuantityIncrement(per, json.DecimalOf("bills"))) : pricing;
    }

    private static Pricing Plain(PricingModel model, decimal price, Currency currency) => model switch
    {
        PricingModel.Flat when price < 0 => Pricing.Credit(-price, currency),
        PricingModel.Flat => Pricing.Flat(price, currency),
        PricingModel.PerUnit => Pricing.PerUnit(price, currency),
        PricingModel.PercentOf => Pricing.PercentOf(price * 100m, currency),
        PricingModel.CostPlus => Pricing.CostPlus((price - 1m) * 100m, currency),
        _ => throw new JsonException($"A price of model {model} needs its details."),
    };

    private static PriceStep[] Steps(JsonElement json)
    {
        var steps = json.GetProperty("steps");
        var read = new PriceStep[steps.GetArrayLength()];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = new PriceStep(steps[i].DecimalOrNull("upTo"), steps[i].DecimalOf("price"), steps[i].DecimalOf("fee"));
        }

        return read;
    }
}
