using System.Globalization;
using System.Text.Json;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Writes values as the import files have them: days in ISO form, numbers exactly, and nothing for what has its default.</summary>
internal static class JsonText
{
    /// <summary>Readable files: indented, with the letters of every language as they are.</summary>
    public static JsonWriterOptions Readable { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Files for storage: no white space.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a text unless there is none.</summary>
    public static void WriteUnlessEmpty(this Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes a number unless it is zero.</summary>
    public static void WriteUnlessZero(this Utf8JsonWriter json, string name, decimal number)
    {
        if (number != 0)
        {
            json.WriteExact(name, number);
        }
    }

    /// <summary>Writes a whole number where there is one.</summary>
    public static void WriteIfAny(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    /// <summary>Writes a day where there is one.</summary>
    public static void WriteIfAny(this Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known)
        {
            json.WriteDay(name, known);
        }
    }

    /// <summary>Writes a day in ISO form.</summary>
    public static void WriteDay(this Utf8JsonWriter json, string name, DateOnly day) => json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Writes an instant in UTC, to its last tick.</summary>
    public static void WriteInstant(this Utf8JsonWriter json, string name, DateTimeOffset instant) =>
        json.WriteString(name, instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture));

    /// <summary>Writes a number without the zeros at the end of its decimals.</summary>
    public static void WriteExact(this Utf8JsonWriter json, string name, decimal number) => json.WriteNumber(name, number / 1.0000000000000000000000000000m);

    /// <summary>Writes a word unless it is the default.</summary>
    public static void WriteWord<T>(this Utf8JsonWriter json, string name, Parsing.Words<T> words, T value, T usual)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, usual))
        {
            json.WriteString(name, words.Of(value));
        }
    }

    /// <summary>Writes a list of objects unless it is empty.</summary>
    public static void WriteListUnlessEmpty<T>(this Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                write(json, item);
            }

            json.WriteEndArray();
        }
    }
}
