using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Invoicing;

/// <summary>Explains every figure of a draft or a posted document from the contract as it was known.</summary>
/// <remarks>What it explains is computed again: where that is not what was drafted or posted, it refuses rather than invent a reason.</remarks>
public static class DocumentExplainer
{
    /// <summary>Explains a posted document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="contract">Its contract, with all that was recorded for it.</param>
    /// <param name="counts">Everything that was counted and reported for the contract.</param>
    /// <param name="billedBefore">What was posted for a line and natural period before a round, in minor units. Asked for adjustments only.</param>
    /// <exception cref="InvalidOperationException">The document does not follow from the contract as it was known: it or the contract was tampered with.</exception>
    public static Explanation Explain(
        PostedDocument document, Contract contract, ReadOnlySpan<UsageCount> counts, Func<int, ServicePeriod, int, long> billedBefore)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(billedBefore);
        return Explain(document.Number, document, ContractHistory.Of(contract, counts, document.KnownAt, LastDay(document)), billedBefore);
    }

    /// <summary>Explains a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="request">What was asked when it was drafted.</param>
    /// <exception cref="InvalidOperationException">The draft does not follow from the contract and what was billed: one of them is not what it was drafted from.</exception>
    public static Explanation Explain(InvoiceDraft draft, DraftRequest request)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(request);
        var document = PostedDocument.Of(draft, "draft", 1, draft.KnownAt ?? DateTimeOffset.MaxValue, CanonicalDocument.NoPredecessor);
        var history = ContractHistory.Of(draft.Contract, request.Counts.Span, draft.KnownAt, request.Through > LastDay(document) ? request.Through : LastDay(document));
        var billed = request.Billed;
        return Explain(draft.Contract.Number, document, history, (line, natural, _) => BilledFor(billed.Span, line, natural));
    }

    private static Explanation Explain(
        string name, PostedDocument document, ContractHistory history, Func<int, ServicePeriod, int, long> billedBefore)
    {
        var reductions = new SharedReductions(history);
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        for (var i = 0; i < document.Lines.Length;)
        {
            var next = i + 1;
            while (next < document.Lines.Length && IsSamePeriod(document.Lines[i], document.Lines[next]))
            {
                next++;
            }

            parts.Add(Period(name, document, history, reductions, document.Lines.AsSpan()[i..next], billedBefore));
            i = next;
        }

        foreach (var tax in document.Taxes)
        {
            parts.Add(history.Contract.Terms.PricesIncludeTax ? TaxIncluded(document, tax) : Tax(document, tax, history.Contract.Terms.Rounding));
        }

        return new Explanation(
            ExplanationRule.Document,
            [
                new Operand.Label(OperandName.Name, name), AmountOf(OperandName.Net, document.SubtotalMinorUnits, document),
                AmountOf(OperandName.Tax, document.TaxMinorUnits, document),
            ],
            document.Total.Amount, 1, parts.ToImmutable());
    }

    private static DateOnly LastDay(PostedDocument document) => document.IssueDay > document.Period.End ? document.IssueDay : document.Period.End;

    private static long BilledFor(ReadOnlySpan<BilledPeriod> billed, int line, ServicePeriod natural)
    {
        foreach (ref readonly var period in billed)
        {
            if (period.LineId == line && period.Natural.Start == natural.Start)
            {
                return period.MinorUnits + period.CreditedMinorUnits;
            }
        }

        return 0;
    }

    private static Operand.Amount AmountOf(OperandName name, long minorUnits, PostedDocument document) =>
        new(name, Explainer.AmountOf(minorUnits, document.Currency), document.Currency);

    private static Explanation Tax(PostedDocument document, in TaxSubtotal tax, RoundingMode mode)
    {
        var alone = DocumentTax.On(tax.BaseMinorUnits, tax.Rate, mode);
        return alone == tax.TaxMinorUnits ? TaxAlone(document, tax, mode) : new Explanation(
            ExplanationRule.TaxLeft,
            [
                new Operand.Label(OperandName.Category, tax.Category.ToString()), new Operand.Number(OperandName.Percent, tax.Rate.Value),
                AmountOf(OperandName.Before, tax.BaseMinorUnits, document), AmountOf(OperandName.Amount, alone, document),
            ],
            Explainer.AmountOf(tax.TaxMinorUnits, document.Currency));
    }

    private static Explanation TaxAlone(PostedDocument document, in TaxSubtotal tax, RoundingMode mode) => new(
        ExplanationRule.Tax,
        [
            new Operand.Label(OperandName.Category, tax.Category.ToString()), new Operand.Number(OperandName.Percent, tax.Rate.Value),
            AmountOf(OperandName.Before, tax.BaseMinorUnits, document), new Operand.Label(OperandName.Rounding, mode.ToString()),
            new Operand.Number(OperandName.Decimals, document.Currency.Decimals),
        ],
        Explainer.AmountOf(tax.TaxMinorUnits, document.Currency));

    private static Explanation TaxIncluded(PostedDocument document, in TaxSubtotal tax) => new(
        ExplanationRule.TaxIncluded,
        [
            new Operand.Label(OperandName.Category, tax.Category.ToString()), new Operand.Number(OperandName.Percent, tax.Rate.Value),
            AmountOf(OperandName.Before, tax.BaseMinorUnits + tax.TaxMinorUnits, document), AmountOf(OperandName.Net, tax.BaseMinorUnits, document),
        ],
        Explainer.AmountOf(tax.TaxMinorUnits, document.Currency));

    private static bool IsSamePeriod(in PostedLine left, in PostedLine right) =>
        left.LineId == right.LineId && left.Natural == right.Natural && left.Round == right.Round;

    private static Explanation Period(
        string name, PostedDocument document, ContractHistory history, SharedReductions reductions, ReadOnlySpan<PostedLine> lines, Func<int, ServicePeriod, int, long> billedBefore)
    {
        var first = lines[0];
        if (first.Cause == AdjustmentCause.Credited)
        {
            return Credited(document, lines);
        }

        var line = history.LineWithId(first.LineId) ??
            throw new InvalidOperationException($"{name}: contract {history.Contract.Number} had no line {first.LineId} as it was known.");
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        parts.Add(Explainer.Explain(line, first.Natural, history.Contract.Terms));
        var owed = parts[0].Numerator;
        foreach (var reduction in reductions.For(line, first.Natural))
        {
            var taken = Explainer.AmountOf(reduction.From(first.LineId), document.Currency);
            if (taken != 0)
            {
                owed -= taken;
                parts.Add(new Explanation(
                    ExplanationRule.SharedDiscount,
                    [
                        new Operand.Label(OperandName.Name, reduction.Discount.Name),
                        new Operand.Amount(OperandName.Amount, Explainer.AmountOf(reduction.MinorUnits, document.Currency), document.Currency),
                    ],
                    -taken));
            }
        }

        if (first.Round > 0)
        {
            var before = Explainer.AmountOf(billedBefore(first.LineId, first.Natural, first.Round), document.Currency);
            owed -= before;
            parts.Add(new Explanation(ExplanationRule.BilledBefore, [], before));
        }

        return Checked(name, document, lines, owed, parts);
    }

    // Given back by hand: there is no arithmetic behind it but the line that it gives back.
    private static Explanation Credited(PostedDocument document, ReadOnlySpan<PostedLine> lines)
    {
        var (sum, parts) = (0L, ImmutableArray.CreateBuilder<Explanation>());
        foreach (ref readonly var line in lines)
        {
            sum += line.MinorUnits;
            parts.Add(LineOf(document, line));
        }

        return new Explanation(
            ExplanationRule.DocumentLine, [new Operand.Label(OperandName.Name, NameOf(lines))], Explainer.AmountOf(sum, document.Currency), 1, parts.ToImmutable());
    }

    private static Explanation Checked(string name, PostedDocument document, ReadOnlySpan<PostedLine> lines, decimal owed, ImmutableArray<Explanation>.Builder parts)
    {
        var sum = 0L;
        foreach (ref readonly var line in lines)
        {
            sum += line.MinorUnits;
        }

        var posted = Explainer.AmountOf(sum, document.Currency);
        if (posted != owed)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"{name}, line {lines[0].Number}: {posted} was billed, but {owed} follows from the contract as it was known at {document.KnownAt:u}."));
        }

        foreach (ref readonly var line in lines)
        {
            if (lines.Length > 1 || line.Round > 0)
            {
                parts.Add(LineOf(document, line));
            }
        }

        return new Explanation(ExplanationRule.DocumentLine, [new Operand.Label(OperandName.Name, NameOf(lines))], posted, 1, parts.ToImmutable());
    }

    private static string NameOf(ReadOnlySpan<PostedLine> lines) => lines.Length == 1
        ? FormattableString.Invariant($"{lines[0].Number}. {lines[0].Description}")
        : FormattableString.Invariant($"{lines[0].Number}.\u2013{lines[^1].Number}. {lines[0].Charge}");

    private static Explanation LineOf(PostedDocument document, in PostedLine line) => new(
        ExplanationRule.DocumentLine,
        [new Operand.Label(OperandName.Name, FormattableString.Invariant($"{line.Number}. {line.Description}"))],
        Explainer.AmountOf(line.MinorUnits, document.Currency));
}
