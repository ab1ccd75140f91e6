using System.Globalization;
using System.Text.Json;

namespace Msp.Billing.Cli.Parsing;

/// <summary>Reads the items of a JSON file's lists one at a time, so that only one of them is in memory.</summary>
/// <remarks>A file is a list, or an object whose properties are lists or single values. Each item may have at most <see cref="LargestItem"/> bytes.</remarks>
internal sealed class JsonItems : IDisposable
{
    /// <summary>The most bytes of one item: a contract of ten thousand lines fits.</summary>
    public const int LargestItem = 8 * 1024 * 1024;

    private const int SmallestBuffer = 64 * 1024;

    private readonly Stream _stream;
    private readonly ImportProblems _problems;
    private byte[] _buffer = new byte[SmallestBuffer];
    private int _start;
    private int _end;
    private bool _final;
    private JsonReaderState _state;
    private JsonDocument? _item;
    private string? _property;
    private bool _broken;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Where problems are reported.</param>
    public JsonItems(ImportFile file, ImportProblems problems)
    {
        _stream = file.OpenRead();
        _problems = problems;
    }

    private enum Step
    {
        Item = 1,
        End = 2,
        Broken = 3,
    }

    /// <summary>The items in the order of the file, each with the name of its list and its place in it; a single value has no place.</summary>
    /// <param name="rootList">The name of the list when the file is one.</param>
    /// <param name="known">The properties that the root object may have.</param>
    /// <returns>Items that are valid until the next is taken. After a problem of form nothing more comes.</returns>
    public IEnumerable<(string List, JsonPath Path, JsonElement Item)> Read(string rootList, string[] known)
    {
        if (Next() is not { } root)
        {
            yield break;
        }

        if (root == JsonTokenType.StartArray)
        {
            foreach (var item in List(rootList))
            {
                yield return item;
            }
        }
        else if (root == JsonTokenType.StartObject)
        {
            foreach (var item in Properties(known))
            {
                yield return item;
            }
        }
        else
        {
            _problems.Add($"the file holds a single value; a list [ ... ] or an object with the list '{rootList}' is needed.");
            yield break;
        }

        // What follows the root is refused by the reader itself.
        if (!_problems.TooMany)
        {
            Next();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _item?.Dispose();
        _stream.Dispose();
    }

    private IEnumerable<(string List, JsonPath Path, JsonElement Item)> Properties(string[] known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!_problems.TooMany && Next() == JsonTokenType.PropertyName && _property is { } name)
        {
            if (!known.Contains(name))
            {
                _problems.Add(null, SourceRecord.Shortened(name), $"there is no such property.{NearestName.Hint(name, known)}");
            }
            else if (!seen.Add(name))
            {
                _problems.Add(null, name, "is there twice.");
            }

            var wanted = known.Contains(name);
            if (Peek() == JsonTokenType.StartArray)
            {
                Next();
                foreach (var item in List(name))
                {
                    if (wanted)
                    {
                        yield return item;
                    }
                }
            }
            else if (TakeItem(name, null) == Step.Item && _item is { } single && wanted)
            {
                yield return (name, JsonPath.Root(name), single.RootElement);
            }
        }
    }

    private IEnumerable<(string List, JsonPath Path, JsonElement Item)> List(string name)
    {
        var list = JsonPath.Root(name);
        for (var index = 0; !_problems.TooMany && TakeItem(name, index) == Step.Item && _item is { } item; index++)
        {
            yield return (name, list.Item(index), item.RootElement);
        }
    }

    /// <summary>Goes to the next token; null at the end of the file and after a problem.</summary>
    private JsonTokenType? Next()
    {
        while (!_broken)
        {
            try
            {
                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
                var read = reader.Read();
                _start += (int)reader.BytesConsumed;
                _state = reader.CurrentState;
                if (read)
                {
                    _property = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
                    return reader.TokenType;
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                Malformed(exception);
                return null;
            }

            if (_final || !Refill("the file"))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The kind of the next token, which is not taken.</summary>
    private JsonTokenType? Peek()
    {
        while (!_broken)
        {
            try
            {
                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
                if (reader.Read())
                {
                    return reader.TokenType;
                }
            }
            catch (JsonException)
            {
                // Reported when the token is taken.
                return null;
            }

            if (_final || !Refill("the file"))
            {
                return null;
            }
        }

        return null;
    }

    private Step TakeItem(string list, int? index)
    {
        _item?.Dispose();
        _item = null;
        while (!_broken)
        {
            try
            {
                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
                if (reader.Read())
                {
                    if (index is not null && reader.TokenType == JsonTokenType.EndArray)
                    {
                        Advance(reader);
                        return Step.End;
                    }

                    if (JsonDocument.TryParseValue(ref reader, out _item))
                    {
                        Advance(reader);
                        return Step.Item;
                    }
                }
            }
            catch (JsonException exception)
            {
                Malformed(exception);
                return Step.Broken;
            }

            if (_final || !Refill(index is { } place ? string.Create(CultureInfo.InvariantCulture, $"{list}[{place}]") : list))
            {
                return Step.Broken;
            }
        }

        return Step.Broken;
    }

    private void Advance(in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private bool Refill(string what)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LargestItem)
            {
                _broken = true;
                _problems.Add(null, what, "is larger than 8 MB, the most that one item may have. Nothing after it was read.");
                return false;
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _stream.Read(_buffer.AsSpan(_end));
        _end += read;
        _final = read == 0;
        return true;
    }

    private void Malformed(Exception exception)
    {
        _broken = true;
        if (exception is JsonException { LineNumber: { } line, BytePositionInLine: { } position })
        {
            var reason = exception.Message.AsSpan();
            var cut = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
            _problems.Add(checked((int)line + 1), null, string.Create(
                CultureInfo.InvariantCulture,
                $"is not JSON at character {position + 1}: {(cut < 0 ? reason : reason[..cut])} Nothing after it was read."));
        }
        else
        {
            _problems.Add("has a property whose name is no text of Unicode. Nothing after it was read.");
        }
    }
}
