using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Msp.Billing.Documents.Tests.Pdf;

/// <summary>Reads back what the writer wrote, with code of its own: objects, unpacked streams, the words of each page.</summary>
internal sealed partial class PdfReader
{
    private readonly Dictionary<int, string> _objects = [];
    private readonly Dictionary<int, byte[]> _streams = [];

    public PdfReader(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        foreach (Match match in StreamObject().Matches(text))
        {
            var id = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var data = file.AsSpan(match.Index + match.Length, int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture)).ToArray();
            _objects[id] = match.Groups[2].Value;
            _streams[id] = match.Groups[2].Value.Contains("/FlateDecode", StringComparison.Ordinal) ? Unpack(data) : data;
        }

        foreach (var (id, entries) in _objects.Where(one => one.Value.Contains("/ObjStm", StringComparison.Ordinal)).ToList())
        {
            AddPacked(Encoding.Latin1.GetString(_streams[id]), int.Parse(Number().Match(entries[entries.IndexOf("/First", StringComparison.Ordinal)..]).ValueSpan, CultureInfo.InvariantCulture));
        }
    }

    public IReadOnlyDictionary<int, string> Objects => _objects;

    public byte[] Stream(int id) => _streams[id];

    /// <summary>The objects that are of a type, in order of their numbers.</summary>
    public IEnumerable<(int Id, string Body)> OfType(string type) =>
        _objects.Where(one => Regex.IsMatch(one.Value, $"/Type/{type}\\b")).OrderBy(one => one.Key).Select(one => (one.Key, one.Value));

    /// <summary>The number that an entry refers to.</summary>
    public static int Reference(string body, string entry) => int.Parse(Regex.Match(body, $"/{entry} (\\d+) 0 R").Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The operators of each page.</summary>
    public IEnumerable<string> Contents() => OfType("Page").Select(page => Encoding.ASCII.GetString(_streams[Reference(page.Body, "Contents")]));

    /// <summary>Every text that was set, in order, by the fonts' own maps to characters.</summary>
    public IReadOnlyList<string> Texts()
    {
        var fonts = _objects.Values.First(body => body.StartsWith("<</Font<<", StringComparison.Ordinal));
        var maps = FontResource().Matches(fonts).ToDictionary(
            match => match.Groups[1].Value,
            match => Map(Encoding.ASCII.GetString(_streams[Reference(_objects[int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)], "ToUnicode")])));
        var texts = new List<string>();
        foreach (var content in Contents())
        {
            var font = "";
            foreach (Match match in TextOperator().Matches(content))
            {
                font = match.Groups[1].Success ? match.Groups[1].Value : font;
                texts.Add(string.Concat(match.Groups[2].Value.Chunk(4).Select(code => maps[font][new string(code)])));
            }
        }

        return texts;
    }

    private static Dictionary<string, string> Map(string characters) =>
        MapEntry().Matches(characters).ToDictionary(match => match.Groups[1].Value, match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[2].Value)));

    private void AddPacked(string pack, int first)
    {
        var numbers = Number().Matches(pack[..first]).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).ToArray();
        for (var i = 0; i < numbers.Length; i += 2)
        {
            var end = i + 3 < numbers.Length ? first + numbers[i + 3] : pack.Length;
            _objects[numbers[i]] = pack[(first + numbers[i + 1])..end].Trim();
        }
    }

    private static byte[] Unpack(byte[] data)
    {
        using var stream = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var result = new MemoryStream();
        stream.CopyTo(result);
        return result.ToArray();
    }

    [GeneratedRegex(@"(\d+) 0 obj\n(<<[^\n]*/Length (\d+)>>)\nstream\n")]
    private static partial Regex StreamObject();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontResource();

    [GeneratedRegex(@"BT (?:/(F\d+) [\d.]+ Tf )?[-\d.]+ [-\d.]+ Td <([0-9A-F]+)> Tj ET")]
    private static partial Regex TextOperator();

    [GeneratedRegex(@"<([0-9A-F]{4})> <([0-9A-F]+)>\n")]
    private static partial Regex MapEntry();
}
