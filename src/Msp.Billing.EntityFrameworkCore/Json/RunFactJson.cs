using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Json;

/// <summary>The values of a run's problem as one JSON array, in their order.</summary>
internal static class RunFactJson
{
    /// <summary>Null for none.</summary>
    internal static string? Of(IReadOnlyList<RunFact> facts)
    {
        if (facts.Count == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var fact in facts)
            {
                Write(json, fact);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static IReadOnlyList<RunFact> Read(string? text)
    {
        if (text is null)
        {
            return [];
        }

        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    private static void Write(Utf8JsonWriter json, RunFact fact)
    {
        json.WriteStartObject();
        json.WriteString("name", fact.Name);
        switch (fact)
        {
            case RunFact.Label label:
                json.WriteString("text", label.Text);
                break;
            case RunFact.OnDay on:
                json.WriteString("day", on.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case RunFact.Number number:
                json.WriteNumber("number", number.Value);
                break;
            case RunFact.Amount amount:
                json.WriteNumber("minorUnits", amount.Money.MinorUnits);
                json.WriteString("currency", amount.Money.Currency.Code);
                break;
            default:
                throw new InvalidOperationException($"No such fact: {fact.GetType().Name}.");
        }

        json.WriteEndObject();
    }

    private static RunFact Read(JsonElement json)
    {
        var name = json.GetProperty("name").GetString() ?? "";
        if (json.TryGetProperty("text", out var text))
        {
            return new RunFact.Label(name, text.GetString() ?? "");
        }

        if (json.TryGetProperty("day", out var day))
        {
            return new RunFact.OnDay(name, DateOnly.ParseExact(day.GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return json.TryGetProperty("number", out var number)
            ? new RunFact.Number(name, number.GetDecimal())
            : new RunFact.Amount(name, Money.FromMinorUnits(json.GetProperty("minorUnits").GetInt64(), Currency.FromCode(json.GetProperty("currency").GetString() ?? "")));
    }
}
