using System.Collections.Immutable;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Contracts.Json;

/// <summary>Discounts of a line or a contract.</summary>
internal static class DiscountJson
{
    /// <summary>Null for none.</summary>
    internal static string? Of(ImmutableArray<Discount> discounts) =>
        discounts.IsEmpty ? null : JsonText.Write(json => Write(json, discounts));

    internal static ImmutableArray<Discount> Read(string? text) => text is null ? [] : Read(JsonText.Read(text));

    internal static ImmutableArray<Discount> Read(JsonElement json)
    {
        var discounts = ImmutableArray.CreateBuilder<Discount>(json.GetArrayLength());
        foreach (var discount in json.EnumerateArray())
        {
            discounts.Add(ReadOne(discount));
        }

        return discounts.MoveToImmutable();
    }

    internal static void Write(Utf8JsonWriter json, ImmutableArray<Discount> discounts)
    {
        json.WriteStartArray();
        foreach (var discount in discounts)
        {
            WriteOne(json, discount);
        }

        json.WriteEndArray();
    }

    internal static void WriteOne(Utf8JsonWriter json, Discount discount)
    {
        json.WriteStartObject();
        json.WriteNumber("id", discount.Id);
        json.WriteString("name", discount.Name);
        json.WriteUnlessNull("percent", discount.Percent?.Value);
        if (discount.Amount is { } amount)
        {
            json.WriteNumber("minorUnits", amount.MinorUnits);
            json.WriteString("currency", amount.Currency.Code);
        }

        json.WriteUnlessNull("from", discount.From);
        json.WriteUnlessNull("until", discount.Until);
        json.WriteUnlessNull("firstPeriods", discount.FirstPeriods);
        if (discount.Cadence != Cadence.Monthly)
        {
            json.WriteString("cadence", discount.Cadence.ToString());
        }

        json.WriteEndObject();
    }

    internal static Discount ReadOne(JsonElement json)
    {
        var (id, name) = (json.IntegerOf("id"), json.TextOf("name"));
        var discount = json.DecimalOrNull("percent") is { } percent
            ? Discount.OfPercent(id, name, percent)
            : Discount.OfAmount(id, name, Money.FromMinorUnits(json.GetProperty("minorUnits").GetInt64(), Currency.FromCode(json.TextOf("currency"))));
        discount = discount.Within(json.DayOrNull("from"), json.DayOrNull("until"), json.IntegerOrNull("firstPeriods"));
        return Cadence.TryParse(json.TextOrNull("cadence"), out var cadence) ? discount.Every(cadence) : discount;
    }
}
