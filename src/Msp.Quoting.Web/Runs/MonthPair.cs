using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Quoting.Web.Runs;

/// <summary>What one contract line is billed for a period, beside what it was billed in the run before.</summary>
/// <param name="Now">Its lines now; empty when it is over.</param>
/// <param name="Before">Its lines then; empty when it is new, and for corrections.</param>
/// <param name="Arithmetic">How the amount came to be, in the reader's language; empty when nothing is billed now.</param>
internal sealed record MonthPair(ImmutableArray<PostedLine> Now, ImmutableArray<PostedLine> Before, ImmutableArray<string> Arithmetic)
{
    /// <summary>Billed now, before tax.</summary>
    public long NowMinorUnits => Now.Sum(line => line.NetMinorUnits);

    /// <summary>Billed then, before tax.</summary>
    public long BeforeMinorUnits => Before.Sum(line => line.NetMinorUnits);

    /// <summary>What it is.</summary>
    public PostedLine Line => Now.IsEmpty ? Before[0] : Now[0];

    /// <summary>Pairs the lines of two documents, and gives each its arithmetic.</summary>
    /// <param name="document">Now; null when nothing is billed.</param>
    /// <param name="previous">Then; null when nothing was billed.</param>
    /// <param name="explanation">How the first came to be; null when it cannot be said.</param>
    public static IReadOnlyList<MonthPair> Of(PostedDocument? document, PostedDocument? previous, Explanation? explanation)
    {
        var then = previous is null ? [] : Periods(previous);
        var pairs = new List<MonthPair>();
        var now = document is null ? [] : Periods(document);
        for (var i = 0; i < now.Count; i++)
        {
            var lines = now[i];
            var match = lines[0].Round > 0 ? -1 : then.FindLastIndex(one => one[0].Round == 0 && one[0].LineId == lines[0].LineId);
            var before = match < 0 ? [] : then[match];
            if (match >= 0)
            {
                then.RemoveAt(match);
            }

            var part = explanation is not null && i < explanation.Parts.Length ? explanation.Parts[i] : null;
            pairs.Add(new MonthPair(lines, before, part is null || document is null ? [] : ExplanationText.Render(part, document.Currency, CultureInfo.CurrentCulture)));
        }

        pairs.AddRange(then.Select(before => new MonthPair([], before, [])));
        return pairs;
    }

    /// <summary>The arithmetic of a document's taxes.</summary>
    public static ImmutableArray<string> TaxArithmetic(PostedDocument document, Explanation? explanation)
    {
        var first = Periods(document).Count;
        return explanation is null
            ? []
            : [.. explanation.Parts.Skip(first).SelectMany(part => ExplanationText.Render(part, document.Currency, CultureInfo.CurrentCulture))];
    }

    // Lines of one period stand together and are explained together: a period is one part of the document's explanation.
    private static List<ImmutableArray<PostedLine>> Periods(PostedDocument document)
    {
        var periods = new List<ImmutableArray<PostedLine>>();
        var lines = document.Lines;
        for (var i = 0; i < lines.Length;)
        {
            var next = i + 1;
            while (next < lines.Length && lines[i].LineId == lines[next].LineId && lines[i].Natural == lines[next].Natural && lines[i].Round == lines[next].Round)
            {
                next++;
            }

            periods.Add(lines[i..next]);
            i = next;
        }

        return periods;
    }
}
