using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Invoicing;

/// <summary>Explains every figure of a posted document from the contract as it was known when it was posted.</summary>
/// <remarks>What it explains is computed again: where that is not what was posted, it refuses rather than invent a reason.</remarks>
public static class DocumentExplainer
{
    /// <summary>Explains a document.</summary>
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
        var history = ContractHistory.Of(contract, counts, document.KnownAt, document.IssueDay > document.Period.End ? document.IssueDay : document.Period.End);
        var reductions = new SharedReductions(history);
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        for (var i = 0; i < document.Lines.Length;)
        {
            var next = i + 1;
            while (next < document.Lines.Length && IsSamePeriod(document.Lines[i], document.Lines[next]))
            {
                next++;
            }

            parts.Add(Period(document, history, reductions, document.Lines.AsSpan()[i..next], billedBefore));
            i = next;
        }

        foreach (var tax in document.Taxes)
        {
            parts.Add(new Explanation(
                ExplanationRule.Tax,
                [
                    new Operand.Label(OperandName.Category, tax.Category.ToString()), new Operand.Number(OperandName.Percent, tax.Rate.Value),
                    new Operand.Amount(OperandName.Before, Explainer.AmountOf(tax.BaseMinorUnits, document.Currency), document.Currency),
                ],
                Explainer.AmountOf(tax.TaxMinorUnits, document.Currency)));
        }

        return new Explanation(
            ExplanationRule.Document, [new Operand.Label(OperandName.Name, document.Number)], document.Total.Amount, 1, parts.ToImmutable());
    }

    private static bool IsSamePeriod(in PostedLine left, in PostedLine right) =>
        left.LineId == right.LineId && left.Natural == right.Natural && left.Round == right.Round;

    private static Explanation Period(
        PostedDocument document, ContractHistory history, SharedReductions reductions, ReadOnlySpan<PostedLine> lines, Func<int, ServicePeriod, int, long> billedBefore)
    {
        var first = lines[0];
        var line = LineOf(history, first, document);
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

        return Checked(document, lines, owed, parts);
    }

    private static LineHistory LineOf(ContractHistory history, in PostedLine line, PostedDocument document)
    {
        foreach (var known in history.Lines)
        {
            if (known.Line.Id == line.LineId)
            {
                return known;
            }
        }

        throw new InvalidOperationException($"{document.Number}: contract {history.Contract.Number} had no line {line.LineId} when it was posted.");
    }

    private static Explanation Checked(PostedDocument document, ReadOnlySpan<PostedLine> lines, decimal owed, ImmutableArray<Explanation>.Builder parts)
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
                FormattableString.Invariant($"{document.Number}, line {lines[0].Number}: {posted} was posted, but {owed} follows from the contract as it was known at {document.KnownAt:u}."));
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
