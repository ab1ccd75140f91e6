using System.Collections.Immutable;

namespace Msp.Billing.Rating;

/// <summary>One step of how an amount came to be: the rule, what went in, what came out, and the steps it was made of.</summary>
/// <remarks>
/// Data, never a formatted string: a page, a document and an export render the same tree, each in its own language. The result is a fraction, as
/// exact as the arithmetic was: 3,483.87 has its 1/31 behind it. Immutable and thread-safe.
/// </remarks>
public sealed class Explanation
{
    internal Explanation(
        ExplanationRule rule, ImmutableArray<Operand> operands, decimal numerator, long denominator = 1, ImmutableArray<Explanation> parts = default)
    {
        Rule = rule;
        Operands = operands;
        Numerator = numerator;
        Denominator = denominator;
        Parts = parts.IsDefault ? [] : parts;
    }

    /// <summary>The rule.</summary>
    public ExplanationRule Rule { get; }

    /// <summary>What went in, in the order in which it is read.</summary>
    public ImmutableArray<Operand> Operands { get; }

    /// <summary>The exact result's numerator: an amount in major units, or a quantity where the rule says so.</summary>
    public decimal Numerator { get; }

    /// <summary>The exact result's denominator, above zero.</summary>
    public long Denominator { get; }

    /// <summary>The steps it was made of, in order.</summary>
    public ImmutableArray<Explanation> Parts { get; }

    /// <summary>The result as a decimal; only the fraction is exact.</summary>
    public decimal Result => Denominator == 1 ? Numerator : Numerator / Denominator;

    /// <summary>An operand by its name; null where the step has none.</summary>
    public Operand? this[OperandName name]
    {
        get
        {
            foreach (var operand in Operands)
            {
                if (operand.Name == name)
                {
                    return operand;
                }
            }

            return null;
        }
    }
}
