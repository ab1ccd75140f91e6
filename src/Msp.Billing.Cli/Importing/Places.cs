using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Importing;

/// <summary>Things of one kind in a file that are named by code, each with the place where it stands.</summary>
/// <typeparam name="T">What is named.</typeparam>
/// <param name="field">The field that holds the code.</param>
internal sealed class Places<T>(string field)
    where T : class
{
    private readonly Dictionary<string, (T? Thing, string Place)> _byCode = new(StringComparer.Ordinal);

    /// <summary>The things that could be read, in the order of the file, with their places.</summary>
    public IEnumerable<(T Thing, string Place)> All
    {
        get
        {
            foreach (var (thing, place) in _byCode.Values)
            {
                if (thing is not null)
                {
                    yield return (thing, place);
                }
            }
        }
    }

    /// <summary>Takes a thing; a second one with the code is reported.</summary>
    /// <param name="code">The code; empty when it could not be read.</param>
    /// <param name="thing">The thing; null when it is refused, so that what names it is not reported as well.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="record">What it was read from.</param>
    public void Add(string code, T? thing, string place, SourceRecord record)
    {
        if (code.Length > 0 && !_byCode.TryAdd(code, (thing, place)))
        {
            record.Refuse(field, $"'{SourceRecord.Shortened(code)}' is there twice, first in {_byCode[code].Place}.");
        }
    }

    /// <summary>Whether the file has a thing with the code, even one that was refused.</summary>
    public bool Has(string code) => _byCode.ContainsKey(code);

    /// <summary>The thing with the code; null when there is none, or it was refused.</summary>
    public T? Find(string code) => _byCode.GetValueOrDefault(code).Thing;

    /// <summary>Where the thing with the code stands; null when the file has none.</summary>
    public string? PlaceOf(string code) => _byCode.TryGetValue(code, out var known) ? known.Place : null;

    /// <summary>The question whether a code that is near was meant; empty when none is.</summary>
    public string Hint(string code) => NearestName.Hint(code, [.. _byCode.Keys.Take(1_000)]);
}
