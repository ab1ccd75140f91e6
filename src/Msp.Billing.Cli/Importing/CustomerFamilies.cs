using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Importing;

/// <summary>The customers of a file with their parents: numbers once, parents known, nobody above themselves.</summary>
/// <param name="known">What is stored already.</param>
/// <param name="problems">Where problems are reported.</param>
internal sealed class CustomerFamilies(KnownRecords known, ImportProblems problems)
{
    private readonly Dictionary<string, Entry> _customers = new(StringComparer.Ordinal);

    /// <summary>Takes a customer of the file.</summary>
    /// <param name="number">Its number; blank when it could not be read.</param>
    /// <param name="parent">Its parent's number; null at the top.</param>
    /// <param name="line">Its line in a CSV file.</param>
    /// <param name="path">Its place in a JSON file.</param>
    /// <param name="record">What it was read from.</param>
    public void Add(string number, string? parent, int? line, JsonPath? path, SourceRecord record)
    {
        if (number.Length == 0)
        {
            return;
        }

        if (!_customers.TryAdd(number, new Entry(parent, line, path)))
        {
            record.Refuse("number", $"'{SourceRecord.Shortened(number)}' is there twice, first in {_customers[number].Place}.");
        }
        else if (known.HasCustomer?.Invoke(number) == true)
        {
            record.Refuse("number", $"a customer '{SourceRecord.Shortened(number)}' is stored already.");
        }
    }

    /// <summary>Checks the parents once every customer of the file is there: a parent may come after its child.</summary>
    public void CheckParents()
    {
        var settled = new HashSet<string>(StringComparer.Ordinal);
        var way = new List<string>();
        foreach (var (number, entry) in _customers)
        {
            if (entry.Parent is { } parent && !_customers.ContainsKey(parent) && known.HasCustomer?.Invoke(parent) == false)
            {
                Refuse(entry, $"there is no customer '{SourceRecord.Shortened(parent)}', in this file or stored.");
            }

            Climb(number, settled, way);
        }
    }

    private void Climb(string from, HashSet<string> settled, List<string> way)
    {
        way.Clear();
        string? at = from;
        while (at is not null && _customers.TryGetValue(at, out var entry) && settled.Add(at))
        {
            way.Add(at);
            at = entry.Parent;
            if (at is { } parent && settled.Contains(parent) && way.IndexOf(parent) is >= 0 and var start)
            {
                var circle = way.Count - start <= 20 ? way[start..].Append(parent) : [.. way[start..(start + 20)], "...", parent];
                Refuse(_customers[way[start]], $"is above itself: {string.Join(" -> ", circle)}. One of them must have no parent.");
            }
        }
    }

    private void Refuse(Entry entry, string message) =>
        problems.Add(entry.Line, entry.Path is { } path ? path.Property("parent").ToString() : "parent", message);

    private sealed record Entry(string? Parent, int? Line, JsonPath? Path)
    {
        public string Place => Line is { } line ? FormattableString.Invariant($"line {line}") : Path?.ToString() ?? "";
    }
}
