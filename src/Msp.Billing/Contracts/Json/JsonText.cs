using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Msp.Billing.Contracts.Json;

/// <summary>The small JSON values that stand in columns: no white space, members that are at their default left out.</summary>
internal static class JsonText
{
    internal static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            content(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static JsonElement Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    internal static void WriteUnlessZero(this Utf8JsonWriter json, string name, decimal value)
    {
        if (value != 0)
        {
            json.WriteNumber(name, Plain(value));
        }
    }

    internal static void WriteUnlessNull(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, Plain(known));
        }
    }

    internal static void WriteUnlessNull(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    internal static void WriteUnlessNull(this Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known)
        {
            json.WriteString(name, known.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    internal static void WriteExact(this Utf8JsonWriter json, string name, decimal value) => json.WriteNumber(name, Plain(value));

    /// <summary>Without trailing zeros, so that equal numbers have equal bytes.</summary>
    internal static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    internal static decimal DecimalOf(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDecimal() : 0m;

    internal static decimal? DecimalOrNull(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    internal static int IntegerOf(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    internal static int? IntegerOrNull(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    internal static string TextOf(this JsonElement json, string name) => json.TextOrNull(name) ?? throw new JsonException($"'{name}' is missing.");

    internal static string? TextOrNull(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    internal static DateOnly? DayOrNull(this JsonElement json, string name) =>
        json.TextOrNull(name) is { } text ? DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture) : null;
}
