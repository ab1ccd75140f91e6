using System.Text.Json;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Writes amendments as the import files have them.</summary>
internal static class AmendmentJson
{
    /// <summary>Writes an amendment as an object.</summary>
    public static void Write(Utf8JsonWriter json, Amendment amendment)
    {
        json.WriteStartObject();
        json.WriteString("kind", KindOf(amendment));
        json.WriteDay("day", amendment.Day);
        json.WriteInstant("recorded_at", amendment.RecordedAt);
        json.WriteString("author", amendment.Author);
        json.WriteString("reason", amendment.Reason);
        WriteContent(json, amendment);
        json.WriteEndObject();
    }

    /// <summary>The word for the kind of an amendment.</summary>
    public static string KindOf(Amendment amendment) => amendment switch
    {
        Amendment.LineAdded => "add-line",
        Amendment.LineRemoved => "remove-line",
        Amendment.QuantityChanged { Bought: not null } => "seats",
        Amendment.QuantityChanged => "quantity",
        Amendment.PriceChanged => "price",
        Amendment.DiscountAdded => "add-discount",
        Amendment.DiscountRemoved => "remove-discount",
        Amendment.PlanChanged => "plan",
        Amendment.IndexPublished => "index",
        Amendment.Moved => "move",
        _ => throw new InvalidOperationException($"No word for {amendment.GetType().Name}."),
    };

    private static void WriteContent(Utf8JsonWriter json, Amendment amendment)
    {
        switch (amendment)
        {
            case Amendment.LineAdded added:
                json.WriteListUnlessEmpty("added", [added.Line], ContractJson.WriteLine);
                break;
            case Amendment.LineRemoved removed:
                json.WriteNumber("line", removed.LineId);
                break;
            case Amendment.QuantityChanged { Bought: { } bought } seats:
                json.WriteNumber("line", seats.LineId);
                json.WriteExact("seats", bought.Seats);
                json.WriteInstant("bought_at", bought.BoughtAt);
                json.WriteDay("locked_until", bought.LockedUntil);
                break;
            case Amendment.QuantityChanged quantity:
                json.WriteNumber("line", quantity.LineId);
                json.WriteExact("quantity", quantity.Quantity);
                break;
            case Amendment.PriceChanged price:
                json.WriteNumber("line", price.LineId);
                json.WritePropertyName("pricing");
                ChargeJson.WritePricing(json, price.Pricing);
                break;
            case Amendment.DiscountAdded discount:
                json.WriteIfAny("line", discount.LineId);
                json.WritePropertyName("discount");
                ContractJson.WriteDiscount(json, discount.Discount);
                break;
            case Amendment.DiscountRemoved discount:
                json.WriteNumber("discount_number", discount.DiscountId);
                break;
            case Amendment.PlanChanged plan:
                WritePlan(json, plan);
                break;
            case Amendment.IndexPublished index:
                json.WriteExact("old_index", index.OldIndex);
                json.WriteExact("new_index", index.NewIndex);
                break;
            case Amendment.Moved move:
                json.WriteString("move", Vocabulary.Actions.Of(move.Action));
                json.WriteIfAny("end", move.End);
                break;
            default:
                throw new InvalidOperationException($"No content for {amendment.GetType().Name}.");
        }
    }

    private static void WritePlan(Utf8JsonWriter json, Amendment.PlanChanged plan)
    {
        json.WriteString("plan", plan.Plan);
        json.WriteStartArray("removed");
        foreach (var line in plan.Removed)
        {
            json.WriteNumberValue(line);
        }

        json.WriteEndArray();
        json.WriteListUnlessEmpty("added", plan.Added, ContractJson.WriteLine);
    }
}
