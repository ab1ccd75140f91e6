using System.Globalization;

namespace Msp.Billing.Cli.Parsing;

/// <summary>Where a value stands in a JSON file, such as <c>contracts[3].lines[0].pricing</c>; made into text only for a problem.</summary>
internal sealed class JsonPath
{
    private readonly JsonPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    /// <summary>A value of the root object.</summary>
    public static JsonPath Root(string name) => new(null, name, 0);

    /// <summary>A property of the object here.</summary>
    public JsonPath Property(string name) => new(this, name, 0);

    /// <summary>An item of the list here, from zero as JSON counts.</summary>
    public JsonPath Item(int index) => new(this, null, index);

    /// <summary>The path.</summary>
    public override string ToString()
    {
        var here = _name ?? string.Create(CultureInfo.InvariantCulture, $"[{_index}]");
        return _parent is null ? here : _name is null ? _parent + here : $"{_parent}.{here}";
    }
}
