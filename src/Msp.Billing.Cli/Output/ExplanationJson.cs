using System.Globalization;
using Msp.Billing.Rating;

namespace Msp.Billing.Cli.Output;

/// <summary>A step of an explanation: the rule, what went in by name, the exact result as a fraction, and its steps.</summary>
internal sealed record ExplanationJson(string Rule, IReadOnlyDictionary<string, string> Operands, decimal Numerator, long Denominator, IReadOnlyList<ExplanationJson> Parts)
{
    /// <summary>The shape of a tree.</summary>
    public static ExplanationJson Of(Explanation explanation) => new(
        EnumText.NameOf(explanation.Rule.ToString()),
        explanation.Operands.ToDictionary(operand => EnumText.NameOf(operand.Name.ToString()), ValueOf),
        explanation.Numerator, explanation.Denominator, [.. explanation.Parts.Select(Of)]);

    private static string ValueOf(Operand operand) => operand switch
    {
        Operand.Number number => Figures.Trimmed(number.Value).ToString(CultureInfo.InvariantCulture),
        Operand.Amount amount => string.Create(CultureInfo.InvariantCulture, $"{Figures.Trimmed(amount.Value)} {amount.Currency.Code}"),
        Operand.Day day => Text.Day(day.Value),
        Operand.Period period => $"{Text.Day(period.Value.Start)}/{Text.Day(period.Value.End)}",
        Operand.Fraction fraction => string.Create(CultureInfo.InvariantCulture, $"{fraction.Numerator}/{fraction.Denominator}"),
        Operand.Label { Name: OperandName.Name or OperandName.Unit } label => label.Value,
        Operand.Label label => EnumText.NameOf(label.Value),
        _ => throw new InvalidOperationException($"No such operand: {operand.GetType().Name}."),
    };
}
