using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;

namespace Msp.Billing.Quotes;

/// <summary>The numbers of the comparison that were stated for a quote; the defaults hold for the rest.</summary>
public sealed class StatedNumbers
{
    /// <summary>The name under which a draft states how many units of its currency stand for a dollar of the defaults.</summary>
    public const string PriceLevelName = "PriceLevel";

    private StatedNumbers(double? priceLevel, ImmutableArray<(ComparisonInput Input, double Value)> numbers)
    {
        PriceLevel = priceLevel;
        Numbers = numbers;
    }

    /// <summary>Nothing was stated.</summary>
    public static StatedNumbers None { get; } = new(null, []);

    /// <summary>How many units of the currency stand for a dollar; null for <see cref="BreakFix.PriceLevel.Of"/>.</summary>
    public double? PriceLevel { get; }

    /// <summary>The numbers, each once.</summary>
    public ImmutableArray<(ComparisonInput Input, double Value)> Numbers { get; }

    /// <summary>The numbers that a draft states. What cannot be read or is out of its bounds is left out: <see cref="QuoteDraftReader"/> names it.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="decimalSeparator">As for <see cref="QuoteDraftReader"/>.</param>
    public static StatedNumbers Of(QuoteDraft draft, char decimalSeparator = '.')
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Currency.TryFromCode(draft.Currency.Trim(), out var currency) ? Read(draft, new DraftFields(decimalSeparator), currency) : None;
    }

    /// <summary>The least and largest that is accepted for a number in a draft's currency; null for a name that is not there.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="input">The name, as in <see cref="DraftAssumption.Input"/>.</param>
    public static (decimal Least, decimal Most)? BoundsOf(QuoteDraft draft, string input)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var currency = Currency.TryFromCode(draft.Currency.Trim(), out var known) ? known : Currency.Usd;
        return BoundsOf(input, Of(draft).PriceLevel ?? BreakFix.PriceLevel.Of(currency));
    }

    /// <summary>Reads what a draft states and notes what is wrong with it.</summary>
    internal static StatedNumbers Read(QuoteDraft draft, DraftFields fields, Currency currency)
    {
        var level = currency == default ? 1 : BreakFix.PriceLevel.Of(currency);
        double? stated = null;
        if (draft.Assumptions.FirstOrDefault(one => one.Input == PriceLevelName) is { } said && Number(draft, said, fields, level) is { } read)
        {
            (stated, level) = (read, read);
        }

        var numbers = ImmutableArray.CreateBuilder<(ComparisonInput, double)>();
        foreach (var assumption in draft.Assumptions.Where(one => one.Input != PriceLevelName).DistinctBy(one => one.Input, StringComparer.Ordinal))
        {
            if (Number(draft, assumption, fields, level) is { } value)
            {
                numbers.Add((Enum.Parse<ComparisonInput>(assumption.Input), value));
            }
        }

        return new StatedNumbers(stated, numbers.ToImmutable());
    }

    private static double? Number(QuoteDraft draft, DraftAssumption assumption, DraftFields fields, double level) =>
        BoundsOf(assumption.Input, level) is var (least, most) && fields.Number(
            FormattableString.Invariant($"{nameof(draft.Assumptions)}[{draft.Assumptions.IndexOf(assumption)}].{nameof(assumption.Value)}"), assumption.Value, NameOf(assumption.Input), least, most, isRequired: false) is { } value
            ? (double)value
            : null;

    private static string NameOf(string input) => input == PriceLevelName ? "The price level" : $"'{input}' of the comparison";

    private static (decimal Least, decimal Most)? BoundsOf(string input, double level)
    {
        if (input == PriceLevelName)
        {
            return (BreakFix.PriceLevel.Least, BreakFix.PriceLevel.Most);
        }

        if (!Enum.TryParse<ComparisonInput>(input, out var known) || known.ToString() != input)
        {
            return null;
        }

        var entry = ComparisonDefaults.Of(known);
        var factor = entry.IsAmount ? level : 1;
        return (ToDecimal(entry.Least * factor), ToDecimal(entry.Most * factor));
    }

    // What has no upper limit is limited by what an amount can be.
    private static decimal ToDecimal(double bound) => bound >= (double)UnitPrice.MaxAmount ? UnitPrice.MaxAmount : (decimal)bound;
}
