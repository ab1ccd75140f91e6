using System.Runtime.InteropServices;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;

namespace Msp.Billing.Invoicing;

/// <summary>
/// The tax that was posted for one contract and is not credited yet, by the document that billed a period first, by category and rate: the most that credits
/// of the document can give back, and what the last of them does give back.
/// </summary>
/// <remarks>
/// <para>A document that bills something new and corrects something old has one tax for both. What it corrects takes the tax that it would have alone, or
/// the rest where nothing is left of the corrected document; the new lines take what remains.</para>
/// <para>Built by replaying the contract's documents. Not thread-safe.</para>
/// </remarks>
public sealed class PostedTax
{
    private readonly ContractTerms _terms;
    private readonly Dictionary<(int LineId, DateOnly Start), int> _firstBilledOn = [];
    private readonly Dictionary<(int Document, TaxCategory Category, Percentage Rate), (long MinorUnits, long Tax)> _left = [];
    private readonly List<Part> _parts = [];
    private int _documents;

    /// <summary>Replays what was posted.</summary>
    /// <param name="terms">The contract's terms, for rounding and for whether prices include tax.</param>
    /// <param name="documents">Every document of the contract, in the order of posting.</param>
    public PostedTax(ContractTerms terms, IEnumerable<PostedDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(documents);
        _terms = terms;
        foreach (var document in documents)
        {
            Add([.. document.Lines.Select(TaxedLine.Of)], document.Taxes.AsSpan());
        }
    }

    internal void Add(InvoiceDraft draft) => Add([.. draft.Lines.Select(TaxedLine.Of)], draft.Taxes.AsSpan());

    /// <summary>The tax of one category and rate of a draft: rounded once, but no more than what is left, and exactly that where nothing stays billed.</summary>
    /// <param name="lines">The draft's lines.</param>
    /// <param name="rounded">The subtotal with its own rounding, in the contract's prices.</param>
    internal long TaxOf(IEnumerable<DraftLine> lines, in TaxSubtotal rounded)
    {
        FindParts([.. lines.Select(TaxedLine.Of)], rounded);
        var (left, settled) = (0L, true);
        foreach (var part in _parts)
        {
            left += part.Tax;
            settled &= part.IsSettled;
        }

        return settled || rounded.TaxMinorUnits < -left ? -left : rounded.TaxMinorUnits;
    }

    private void Add(TaxedLine[] lines, ReadOnlySpan<TaxSubtotal> taxes)
    {
        _documents++;
        foreach (var line in lines)
        {
            if (line.Round == 0)
            {
                _firstBilledOn[(line.LineId, line.Start)] = _documents;
            }
        }

        foreach (ref readonly var tax in taxes)
        {
            FindParts(lines, tax);
            ShareOut(tax);
        }
    }

    // By the document that billed first; the new lines, which stand on the latest one, come last.
    private void FindParts(TaxedLine[] lines, in TaxSubtotal tax)
    {
        _parts.Clear();
        foreach (var line in lines)
        {
            if (line.MinorUnits == 0 || line.Category != tax.Category || line.Rate != tax.Rate)
            {
                continue;
            }

            var document = line.Round == 0 ? int.MaxValue : _firstBilledOn.GetValueOrDefault((line.LineId, line.Start));
            var place = _parts.FindIndex(part => part.Document == document);
            if (place < 0)
            {
                place = _parts.Count;
                var (units, left) = _left.GetValueOrDefault((document, tax.Category, tax.Rate));
                _parts.Add(new Part(document, units, left, 0));
            }

            _parts[place] = _parts[place] with { Change = _parts[place].Change + line.MinorUnits };
        }

        _parts.Sort((left, right) => left.Document.CompareTo(right.Document));
    }

    // What is settled gives back all it has. The others take the tax that they would have alone, within what keeps each at zero or above; the last takes the rest.
    private void ShareOut(in TaxSubtotal tax)
    {
        var (open, room, rest) = (0, 0L, tax.TaxMinorUnits);
        foreach (var part in _parts)
        {
            open += part.IsSettled ? 0 : 1;
            room += part.IsSettled ? 0 : part.Tax;
            rest += part.IsSettled ? part.Tax : 0;
        }

        foreach (var part in _parts)
        {
            var share = -part.Tax;
            if (!part.IsSettled)
            {
                room -= part.Tax;
                share = --open == 0 ? rest : Math.Max(-part.Tax, Math.Min(Alone(part.Change, tax.Rate), rest + room));
                rest -= share;
            }

            ref var left = ref CollectionsMarshal.GetValueRefOrAddDefault(
                _left, (part.Document == int.MaxValue ? _documents : part.Document, tax.Category, tax.Rate), out _);
            left = (left.MinorUnits + part.Change, left.Tax + share);
        }
    }

    private long Alone(long minorUnits, Percentage rate) => _terms.PricesIncludeTax
        ? DocumentTax.Included(minorUnits, rate, _terms.Rounding)
        : DocumentTax.On(minorUnits, rate, _terms.Rounding);

    /// <summary>What a document changes of one that was posted before, or the new lines of its own.</summary>
    private readonly record struct Part(int Document, long MinorUnits, long Tax, long Change)
    {
        public bool IsSettled => MinorUnits + Change == 0;
    }

    private readonly record struct TaxedLine(int LineId, DateOnly Start, int Round, long MinorUnits, TaxCategory Category, Percentage Rate)
    {
        public static TaxedLine Of(PostedLine line) => new(line.LineId, line.Natural.Start, line.Round, line.MinorUnits, line.TaxCategory, line.TaxRate);

        public static TaxedLine Of(DraftLine line) => new(line.Source.Id, line.Natural.Start, line.Round, line.MinorUnits, line.TaxCategory, line.TaxRate);
    }
}
