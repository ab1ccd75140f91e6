using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Msp.Billing.Cli.Parsing;

/// <summary>An object of a JSON file.</summary>
internal sealed class JsonRecord : SourceRecord
{
    private readonly JsonPath _path;
    private readonly string[] _known;
    private readonly JsonElement?[] _values;

    private JsonRecord(JsonPath path, string[] known, ImportProblems problems)
        : base(problems)
    {
        _path = path;
        _known = known;
        _values = new JsonElement?[known.Length];
    }

    /// <summary>Takes a value as an object with known properties, each at most once.</summary>
    /// <returns>Null when it is no object, which is reported.</returns>
    public static JsonRecord? From(JsonElement element, JsonPath path, string[] known, ImportProblems problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(null, path.ToString(), $"is {Kind(element)}; an object {{ ... }} is needed.");
            return null;
        }

        var record = new JsonRecord(path, known, problems);
        record.TakeProperties(element);
        return record;
    }

    /// <summary>The object in a property; null when it is absent or refused.</summary>
    public JsonRecord? Object(string field, string[] known) =>
        Value(field) is { } value ? From(value, _path.Property(field), known, Problems) : null;

    /// <summary>The objects of the list in a property, with their places in it; none when it is absent or refused.</summary>
    public IEnumerable<JsonRecord> Objects(string field, string[] known)
    {
        if (Value(field) is not { } list)
        {
            yield break;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Refuse(field, $"is {Kind(list)}; a list [ ... ] is needed.");
            yield break;
        }

        var path = _path.Property(field);
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (From(item, path.Item(index++), known, Problems) is { } record)
            {
                yield return record;
            }
        }
    }

    /// <summary>The texts of the list in a property, each with its place to refuse it at; those that are refused are left out.</summary>
    public IEnumerable<(string Place, string Text)> Texts(string field) => Scalars(field, ScalarKind.Text);

    /// <summary>The numbers of the list in a property; those that are refused are left out.</summary>
    public ImmutableArray<decimal> Numbers(string field, NumberRange range)
    {
        var numbers = ImmutableArray.CreateBuilder<decimal>();
        foreach (var (place, text) in Scalars(field, ScalarKind.Number))
        {
            if (NumberText.Read(text, range, out var number) is { } refusal)
            {
                Refuse(place, refusal);
            }
            else
            {
                numbers.Add(number);
            }
        }

        return numbers.ToImmutable();
    }

    /// <inheritdoc/>
    public override void Refuse(string message) => Problems.Add(null, Problems.Full ? null : _path.ToString(), message);

    /// <inheritdoc/>
    public override void Refuse(string field, string message) => Problems.Add(null, Problems.Full ? null : _path.Property(field).ToString(), message);

    /// <inheritdoc/>
    public override bool Has(string field) => Value(field) is { } value && !IsBlank(value);

    /// <inheritdoc/>
    protected override string? Scalar(string field, ScalarKind kind) => Value(field) is { } value ? AsScalar(field, value, kind) : null;

    private IEnumerable<(string Place, string Text)> Scalars(string field, ScalarKind kind)
    {
        if (Value(field) is not { } list)
        {
            yield break;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Refuse(field, $"is {Kind(list)}; a list [ ... ] is needed.");
            yield break;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{field}[{index++}]");
            if (AsScalar(place, item, kind) is { } text)
            {
                yield return (place, text);
            }
        }
    }

    private string? AsScalar(string field, JsonElement value, ScalarKind kind)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when kind != ScalarKind.YesNo:
                return AsText(field, value);
            case JsonValueKind.Number when kind == ScalarKind.Number:
                return value.GetRawText();
            case JsonValueKind.True or JsonValueKind.False when kind == ScalarKind.YesNo:
                return value.ValueKind == JsonValueKind.True ? "true" : "false";
            default:
                Refuse(field, $"is {Kind(value)}; {Wanted(value, kind)}");
                return null;
        }
    }

    private string? AsText(string field, JsonElement value)
    {
        try
        {
            return value.GetString()?.Trim() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in an escape is well-formed JSON and no text.
            Refuse(field, "has an escape that is no character of Unicode.");
            return null;
        }
    }

    private JsonElement? Value(string field)
    {
        var index = Array.IndexOf(_known, field);
        if (index < 0)
        {
            throw new InvalidOperationException($"The property '{field}' is read, but not among those that are taken.");
        }

        return _values[index] is { ValueKind: not JsonValueKind.Null } value ? value : null;
    }

    private void TakeProperties(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (NameOf(property) is not { } name)
            {
                Refuse("has a property whose name is no text of Unicode.");
                continue;
            }

            var index = Array.IndexOf(_known, name);
            if (index < 0)
            {
                Refuse(Shortened(name), Problems.Full ? "" : $"there is no such property.{NearestName.Hint(name, _known)}");
            }
            else if (_values[index] is not null)
            {
                Refuse(name, "is there twice.");
            }
            else
            {
                _values[index] = property.Value;
            }
        }
    }

    private static bool IsBlank(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString());
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Wanted(JsonElement value, ScalarKind kind) => kind switch
    {
        ScalarKind.Text when value.ValueKind == JsonValueKind.Number => $"a text is needed: write \"{Shortened(value.GetRawText())}\" in quotes.",
        ScalarKind.Text => "a text in quotes is needed.",
        ScalarKind.Number => "a number is needed.",
        _ => "true or false is needed.",
    };

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
