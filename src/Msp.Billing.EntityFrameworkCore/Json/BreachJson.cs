using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Json;

/// <summary>The rules that a quote broke as one JSON array: rule by its number, option, what it has and what is allowed, what the customer would change. Without remedies.</summary>
internal static class BreachJson
{
    /// <summary>Null for none.</summary>
    internal static string? Of(ImmutableArray<ApprovalBreach> breaches)
    {
        if (breaches.IsEmpty)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var breach in breaches)
            {
                Write(json, breach);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static ImmutableArray<ApprovalBreach> Read(string? text)
    {
        if (text is null)
        {
            return [];
        }

        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    private static void Write(Utf8JsonWriter json, ApprovalBreach breach)
    {
        json.WriteStartObject();
        json.WriteNumber("rule", (int)breach.Rule);
        json.WriteString("option", breach.Option);
        json.WriteString("actual", breach.Actual);
        json.WriteString("limit", breach.Limit);
        if (!breach.Changes.IsEmpty)
        {
            json.WriteStartArray("changes");
            foreach (var change in breach.Changes)
            {
                json.WriteStartObject();
                json.WriteString("item", change.Code);
                json.WriteNumber("quantity", change.Quantity);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static ApprovalBreach Read(JsonElement json) => new(
        (ApprovalRule)json.GetProperty("rule").GetInt32(), TextOf(json, "option"), TextOf(json, "actual"), TextOf(json, "limit"), null)
    {
        Changes = json.TryGetProperty("changes", out var changes)
            ? [.. changes.EnumerateArray().Select(change => new ChosenItem(TextOf(change, "item"), change.GetProperty("quantity").GetDecimal()))]
            : [],
    };

    private static string TextOf(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
