namespace Msp.Billing.Cli.Parsing;

/// <summary>Finds the known name that was probably meant.</summary>
internal static class NearestName
{
    private const int Longest = 64;

    /// <summary>The known name with the fewest edits, if no more than a third of the letters differ; null otherwise.</summary>
    public static string? Of(string written, ReadOnlySpan<string> known)
    {
        if (written.Length > Longest)
        {
            return null;
        }

        var plain = Plain(written);
        var (nearest, fewest) = ((string?)null, int.MaxValue);
        foreach (var name in known)
        {
            var edits = Edits(plain, Plain(name));
            if (edits < fewest && edits <= Math.Max(1, Math.Max(plain.Length, name.Length) / 3))
            {
                (nearest, fewest) = (name, edits);
            }
        }

        return nearest;
    }

    /// <summary>The question for a message, with a blank before it; empty when nothing is near.</summary>
    public static string Hint(string written, ReadOnlySpan<string> known) =>
        Of(written, known) is { } near ? $" Did you mean '{near}'?" : "";

    private static string Plain(string name) => name.ToUpperInvariant().Replace(' ', '_').Replace('-', '_');

    // Letters changed, left out, added, or swapped with their neighbour.
    private static int Edits(string left, string right)
    {
        if (right.Length > Longest)
        {
            return int.MaxValue;
        }

        Span<int> rows = stackalloc int[3 * (Longest + 1)];
        var before = rows[..(Longest + 1)];
        var above = rows.Slice(Longest + 1, Longest + 1);
        var row = rows[(2 * (Longest + 1))..];
        for (var j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[right.Length];
    }
}
