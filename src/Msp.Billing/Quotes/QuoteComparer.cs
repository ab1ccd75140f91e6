using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;

namespace Msp.Billing.Quotes;

/// <summary>Compares the options of a quote with break-fix: the one computation behind builder, preview and proposal.</summary>
/// <remarks>Each option is taken with its own term and with the discounts that hold when the add-ons are chosen as the quote proposes them.</remarks>
public sealed class QuoteComparer
{
    private const int MonthsWithoutTerm = 36;
    private const int MostPoints = 24;

    private readonly Firm _firm;
    private readonly StatedNumbers _stated;
    private readonly ImmutableArray<OptionFigures> _options;
    private readonly ComparisonMemory? _memory;
    private readonly Dictionary<string, ComparisonInputs?> _inputs = new(StringComparer.Ordinal);

    private QuoteComparer(Firm firm, StatedNumbers stated, ImmutableArray<OptionFigures> options, ComparisonMemory? memory)
    {
        _firm = firm;
        _stated = stated;
        _options = options;
        _memory = memory;
    }

    /// <summary>A comparer for a quote; null where nobody said how many users there are.</summary>
    /// <param name="content">The quote.</param>
    /// <param name="options">Every option, priced with the items that are chosen beforehand (<see cref="QuoteContent.DefaultChoice"/>).</param>
    /// <param name="stated">What was stated for it.</param>
    /// <param name="memory">Results that were computed before; null to compute all.</param>
    public static QuoteComparer? For(QuoteContent content, IEnumerable<OptionFigures> options, StatedNumbers stated, ComparisonMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(stated);
        return CountOf(content, BillingUnit.User) is >= 1 and var users
            ? new QuoteComparer(
                new Firm(users, CountOf(content, BillingUnit.ForDevice(DeviceKind.Server)), Math.Max(1, CountOf(content, BillingUnit.Site))), stated, [.. options], memory)
            : null;
    }

    /// <summary>The numbers for an option; null where the model does not accept them, such as an onboarding fee without a monthly one.</summary>
    /// <param name="option">The option's code.</param>
    public ComparisonInputs? InputsOf(string option)
    {
        if (!_inputs.TryGetValue(option, out var inputs))
        {
            var figures = _options.FirstOrDefault(known => known.Option.Code == option);
            inputs = figures is null ? null : Accepted(figures);
            _inputs.Add(option, inputs);
        }

        return inputs;
    }

    /// <summary>Over how many months an option is compared: its term, or three years without one.</summary>
    /// <param name="option">The option's code.</param>
    public int MonthsOf(string option) => _options.First(known => known.Option.Code == option).Option.TermMonths ?? MonthsWithoutTerm;

    /// <summary>What an option takes on the first day and in each year after it, without the rest of its comparison; null where its numbers are not accepted.</summary>
    /// <param name="option">The option's code.</param>
    public (Money AtStart, Money PerYear)? LineOf(string option) => InputsOf(option) is { } inputs ? LineOf(inputs) : null;

    /// <summary>Compares one option; null where its numbers are not accepted.</summary>
    /// <param name="option">The option's code.</param>
    public ComparedOption? Compare(string option) => InputsOf(option) is { } inputs ? Compare(option, inputs, MonthsOf(option)) : null;

    /// <summary>Compares every option; null where none can be.</summary>
    public QuoteComparison? CompareAll()
    {
        var compared = _options.Select(known => Compare(known.Option.Code)).OfType<ComparedOption>().ToImmutableArray();
        return compared.IsEmpty ? null : new QuoteComparison(Comparison.ModelVersion, Comparison.ModelDate, compared);
    }

    /// <summary>The months at which break-fix is computed: even steps, the first day and the last month among them.</summary>
    internal static int StepOf(int months) =>
        months % 12 == 0 ? months / 12
        : months % 6 == 0 ? months / 6
        : Enumerable.Range(1, months).First(step => months % step == 0 && months / step <= MostPoints);

    /// <summary>Break-fix at even steps.</summary>
    internal static ImmutableArray<ComparedPoint> PointsOf(ComparisonInputs inputs, int months)
    {
        var step = StepOf(months);
        int[] at = [.. Enumerable.Range(0, (months / step) + 1).Select(i => i * step)];
        return [.. at.Zip(CostOverTime.AfterEach(inputs, Regime.BreakFix, at), (month, figures) => new ComparedPoint(month, figures.P10, figures.P25, figures.Mean, figures.P75, figures.P90))];
    }

    private static (Money AtStart, Money PerYear) LineOf(ComparisonInputs inputs)
    {
        var start = CostOverTime.MeanAfter(inputs, Regime.Managed, 0);
        return (start, CostOverTime.MeanAfter(inputs, Regime.Managed, 12) - start);
    }

    private ComparedOption Compare(string option, ComparisonInputs inputs, int months)
    {
        var points = _memory is null ? PointsOf(inputs, months) : _memory.PointsOf(inputs, months);
        var shares = _memory is null ? Comparison.SharesOf(inputs) : _memory.SharesOf(inputs);
        var (start, year) = LineOf(inputs);
        return new ComparedOption
        {
            Option = option,
            Months = months,
            Inputs = [.. inputs.All.Select(value => new ComparedInput(value.Input, value.Value, value.Low, value.High, value.Status))],
            AtStart = start,
            PerYear = year,
            Points = points,
            Verdict = Verdicts.Of(shares.BreakFixCheaper),
            BreakFixCheaperIn = OfHundred(shares.BreakFixCheaper),
            BreakFixCheaperInCash = OfHundred(shares.BreakFixCheaperInCash),
            Saving = SignificantFigures.Of(Rounding.ToMoney(
                points[^1].Mean.Amount - start.Amount - (year.Amount * months / 12m), inputs.Currency, RoundingMode.HalfAwayFromZero)),
        };
    }

    private static int OfHundred(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    // Counts are named after their unit, in the singular or, written by hand, in the plural.
    internal static int CountOf(QuoteContent content, BillingUnit unit)
    {
        var count = content.Counts.FirstOrDefault(known => known.Code == unit.Code) ?? content.Counts.FirstOrDefault(known => known.Code == unit.Plural);
        return decimal.ToInt32(Math.Clamp(count?.Quantity ?? 0m, 0m, int.MaxValue));
    }

    private ComparisonInputs? Accepted(OptionFigures figures)
    {
        try
        {
            return InputsFor(figures);
        }
        catch (ArgumentException)
        {
            // Beyond what the model was made for: more users than its table, or a fee for onboarding alone.
            return null;
        }
    }

    private ComparisonInputs InputsFor(OptionFigures figures)
    {
        var currency = figures.Terms.Currency;
        var (users, others) = (0m, 0m);
        foreach (var line in figures.Lines.Where(line => !line.IsItem && line.Cadence is { Unit: CadenceUnit.Month }))
        {
            var month = line.Net.Amount / line.Cadence.GetValueOrDefault().Count;
            (users, others) = line.Unit == BillingUnit.User ? (users + month, others) : (users, others + month);
        }

        var offer = new ManagedOffer(
            new UnitPrice(decimal.Round(users / _firm.Users, UnitPrice.MaxDecimals, MidpointRounding.AwayFromZero), currency), Rounding.ToMoney(others, currency, RoundingMode.HalfAwayFromZero),
            figures.Option.Onboarding?.Fee ?? Money.Zero(currency), figures.Option.TermMonths ?? MonthsWithoutTerm);
        var inputs = ComparisonInputs.For(_firm, offer, _stated.PriceLevel ?? PriceLevel.Of(currency));
        inputs = figures.Option.Plan is { } plan ? EqualScope.Of(plan.Lines).ApplyTo(inputs) : inputs;
        return _stated.Numbers.Aggregate(inputs, (known, stated) => known.With(stated.Input, stated.Value));
    }
}
