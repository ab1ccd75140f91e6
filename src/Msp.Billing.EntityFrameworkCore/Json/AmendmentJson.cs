using System.Globalization;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Json;

/// <summary>What each kind of amendment says, beside the columns that all of them have.</summary>
internal static class AmendmentJson
{
    internal static (AmendmentKind Kind, int? LineId, string? Payload) Of(Amendment amendment) => amendment switch
    {
        Amendment.LineAdded added => (AmendmentKind.LineAdded, added.Line.Id, JsonText.Write(json => LineJson.Write(json, added.Line))),
        Amendment.LineRemoved removed => (AmendmentKind.LineRemoved, removed.LineId, null),
        Amendment.QuantityChanged quantity => (AmendmentKind.QuantityChanged, quantity.LineId, QuantityOf(quantity)),
        Amendment.PriceChanged price => (AmendmentKind.PriceChanged, price.LineId, Object(json => PricingJson.Write(json, "pricing", price.Pricing))),
        Amendment.DiscountAdded discount => (AmendmentKind.DiscountAdded, discount.LineId, JsonText.Write(json => DiscountJson.WriteOne(json, discount.Discount))),
        Amendment.DiscountRemoved discount => (AmendmentKind.DiscountRemoved, null, discount.DiscountId.ToString(CultureInfo.InvariantCulture)),
        Amendment.PlanChanged plan => (AmendmentKind.PlanChanged, null, Object(json => WritePlan(json, plan))),
        Amendment.IndexPublished index => (AmendmentKind.IndexPublished, null, Object(json => WriteIndex(json, index))),
        Amendment.Moved move => (AmendmentKind.Moved, null, Object(json => WriteMove(json, move))),
        _ => throw new InvalidOperationException($"Unknown amendment: {amendment.GetType().Name}."),
    };

    internal static Amendment Read(AmendmentKind kind, AmendmentNote note, int? lineId, string? payload, Currency currency)
    {
        var json = payload is null ? default : JsonText.Read(payload);
        return kind switch
        {
            AmendmentKind.LineAdded => new Amendment.LineAdded(note, LineJson.Read(json, currency)),
            AmendmentKind.LineRemoved => new Amendment.LineRemoved(note, LineOf(lineId)),
            AmendmentKind.QuantityChanged => ReadQuantity(note, LineOf(lineId), json),
            AmendmentKind.PriceChanged => new Amendment.PriceChanged(note, LineOf(lineId), PricingJson.Read(json.GetProperty("pricing"), currency)),
            AmendmentKind.DiscountAdded => new Amendment.DiscountAdded(note, lineId, DiscountJson.ReadOne(json)),
            AmendmentKind.DiscountRemoved => new Amendment.DiscountRemoved(note, json.GetInt32()),
            AmendmentKind.PlanChanged => new Amendment.PlanChanged(
                note, json.TextOf("plan"),
                [.. json.GetProperty("removed").EnumerateArray().Select(line => line.GetInt32())],
                [.. json.GetProperty("added").EnumerateArray().Select(line => LineJson.Read(line, currency))]),
            AmendmentKind.IndexPublished => new Amendment.IndexPublished(
                note, json.DecimalOf("old"), json.DecimalOf("new"), new Percentage(json.DecimalOf("step"))),
            AmendmentKind.Moved => new Amendment.Moved(note, (ContractAction)json.IntegerOf("action"), json.DayOrNull("end")),
            _ => throw new JsonException($"There is no kind of amendment {kind}."),
        };
    }

    private static string QuantityOf(Amendment.QuantityChanged change) => change.Bought is not { } bought
        ? change.Quantity.ToString(CultureInfo.InvariantCulture)
        : Object(json =>
        {
            json.WriteNumber("quantity", change.Quantity);
            json.WriteNumber("seats", bought.Seats);
            json.WriteString("boughtAt", bought.BoughtAt);
            json.WriteUnlessNull("lockedUntil", bought.LockedUntil);
        });

    private static Amendment.QuantityChanged ReadQuantity(AmendmentNote note, int lineId, JsonElement json) => json.ValueKind == JsonValueKind.Number
        ? new Amendment.QuantityChanged(note, lineId, json.GetDecimal())
        : new Amendment.QuantityChanged(
            note, lineId, json.DecimalOf("quantity"),
            new SeatBatch(
                json.DecimalOf("seats"), json.GetProperty("boughtAt").GetDateTimeOffset(),
                json.DayOrNull("lockedUntil") ?? throw new JsonException("The seats name no day until which they are locked.")));

    private static int LineOf(int? lineId) => lineId ?? throw new JsonException("The amendment names no line.");

    private static string Object(Action<Utf8JsonWriter> content) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        content(json);
        json.WriteEndObject();
    });

    private static void WritePlan(Utf8JsonWriter json, Amendment.PlanChanged plan)
    {
        json.WriteString("plan", plan.Plan);
        json.WriteStartArray("removed");
        foreach (var line in plan.Removed)
        {
            json.WriteNumberValue(line);
        }

        json.WriteEndArray();
        json.WriteStartArray("added");
        foreach (var line in plan.Added)
        {
            LineJson.Write(json, line);
        }

        json.WriteEndArray();
    }

    private static void WriteIndex(Utf8JsonWriter json, Amendment.IndexPublished index)
    {
        json.WriteNumber("old", index.OldIndex);
        json.WriteNumber("new", index.NewIndex);
        json.WriteNumber("step", index.Step.Value);
    }

    private static void WriteMove(Utf8JsonWriter json, Amendment.Moved move)
    {
        json.WriteNumber("action", (int)move.Action);
        json.WriteUnlessNull("end", move.End);
    }
}
