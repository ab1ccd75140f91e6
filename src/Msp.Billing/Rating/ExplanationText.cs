using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Rating;

/// <summary>An explanation as indented lines of text, in English, German or French, with numbers and days as the reader writes them.</summary>
/// <remarks>Any other language falls back to English words with that culture's numbers. Amounts stay in their own currency. Thread-safe.</remarks>
public static class ExplanationText
{
    private const int MostDecimals = 10;

    /// <summary>Renders a tree, one line a step, two spaces a level.</summary>
    /// <param name="explanation">The tree.</param>
    /// <param name="currency">The currency of results that are amounts.</param>
    /// <param name="culture">How the reader writes numbers and days, and in which language.</param>
    public static ImmutableArray<string> Render(Explanation explanation, Currency currency, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(culture);
        var lines = ImmutableArray.CreateBuilder<string>();
        Add(lines, explanation, currency, culture, 0);
        return lines.ToImmutable();
    }

    /// <summary>A billing unit in the reader's language, as it stands after a quantity; its code where it is not a known one.</summary>
    /// <param name="code">The unit's code, such as <c>user</c>.</param>
    /// <param name="isOne">Whether it is for a quantity of one.</param>
    /// <param name="culture">The reader's language.</param>
    public static string Unit(string code, bool isOne, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(culture);
        return ExplanationWords.UnitOf(code, isOne, culture);
    }

    private static void Add(ImmutableArray<string>.Builder lines, Explanation explanation, Currency currency, CultureInfo culture, int level)
    {
        lines.Add(new string(' ', level * 2) + Line(explanation, currency, culture));
        foreach (var part in explanation.Parts)
        {
            Add(lines, part, currency, culture, level + 1);
        }
    }

    private static string Line(Explanation explanation, Currency currency, CultureInfo culture)
    {
        var template = ExplanationWords.TemplateOf(explanation, culture);
        var text = new StringBuilder(template.Length * 2);
        for (var i = 0; i < template.Length; i++)
        {
            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(template[i]);
                continue;
            }

            text.Append(ValueOf(explanation, template[(i + 1)..end], currency, culture));
            i = end;
        }

        return text.ToString();
    }

    private static string ValueOf(Explanation explanation, string name, Currency currency, CultureInfo culture) => name switch
    {
        "Result" => Amount(explanation.Result, currency, culture),
        "ResultQuantity" => Number(explanation.Result, culture),
        "ResultShare" => string.Create(CultureInfo.InvariantCulture, $"{explanation.Numerator}/{explanation.Denominator}"),
        "Unit" when explanation[OperandName.Unit] is Operand.Label unit => ExplanationWords.UnitOf(unit.Value, IsOne(explanation), culture),
        _ => explanation[Enum.Parse<OperandName>(name)] is { } operand ? Value(operand, culture) : "",
    };

    private static bool IsOne(Explanation explanation) =>
        (explanation[OperandName.Quantity] is Operand.Number quantity ? quantity.Value : explanation.Result) == 1;

    private static string Value(Operand operand, CultureInfo culture) => operand switch
    {
        Operand.Number number => Number(number.Value, culture),
        Operand.Amount amount => Amount(amount.Value, amount.Currency, culture),
        Operand.Day day => day.Value.ToString("d", culture),
        Operand.Period period => Days(period.Value, culture),
        Operand.Fraction fraction => string.Create(CultureInfo.InvariantCulture, $"{fraction.Numerator}/{fraction.Denominator}"),
        Operand.Label text => ExplanationWords.ChoiceOf(text, culture) ?? text.Value,
        _ => throw new InvalidOperationException($"No such operand: {operand.GetType().Name}."),
    };

    private static string Number(decimal value, CultureInfo culture) => value.ToString("#,##0.######", culture);

    private static string Amount(decimal value, Currency currency, CultureInfo culture)
    {
        var format = "#,##0." + new string('0', currency.Decimals) + new string('#', MostDecimals - currency.Decimals);
        return value.ToString(format, culture) + " " + currency.Code;
    }

    private static string Days(ServicePeriod period, CultureInfo culture) => period.Days == 1
        ? period.Start.ToString("d", culture)
        : $"{period.Start.ToString("d", culture)}\u2013{(period.IsEmpty ? period.Start : period.LastDay).ToString("d", culture)}";
}
