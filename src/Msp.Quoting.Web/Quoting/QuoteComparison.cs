using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Catalog;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Charts;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Quoting;

/// <summary>The chosen option of a quote beside break-fix. Add-ons and one-time work cost the same either way and are left out of both.</summary>
internal sealed class QuoteComparison
{
    private const int LongestWithoutTerm = 36;

    private QuoteComparison(PricedQuote quote, ComparisonInputs inputs, IReadOnlyList<ComparisonInputs> each)
    {
        Inputs = inputs;
        Currency = inputs.Currency;
        Months = (int)inputs[ComparisonInput.TermMonths].Value;
        Step = StepOf(Months);
        Result = Comparison.Of(inputs);
        Curve = BreakFixCurve.Of(inputs, Months, Step);
        Swings = [.. Sensitivity.Tornado(inputs).Take(6)];
        Names = [.. quote.Options.Select(option => option.Option.Name)];
        Selected = quote.Options.IndexOf(quote.Chosen);
        Managed = [.. each.Select((one, i) => i == Selected ? Line(Result.Managed, Months) : Line(one))];
    }

    /// <summary>On what it rests.</summary>
    public ComparisonInputs Inputs { get; }

    /// <summary>In which all amounts are.</summary>
    public Currency Currency { get; }

    /// <summary>How long: the term, or three years without one.</summary>
    public int Months { get; }

    /// <summary>Every how many months there is a figure.</summary>
    public int Step { get; }

    /// <summary>A year of both, line by line.</summary>
    public Comparison Result { get; }

    /// <summary>Break-fix at each step.</summary>
    public IReadOnlyList<CostFigures> Curve { get; }

    /// <summary>What moves the saving most.</summary>
    public IReadOnlyList<Swing> Swings { get; }

    /// <summary>The options by name.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Which of them is chosen.</summary>
    public int Selected { get; }

    /// <summary>What each option costs at the start, and each month after it, on average, with what it does not prevent.</summary>
    public IReadOnlyList<(decimal Start, decimal EachMonth)> Managed { get; }

    /// <summary>By how much break-fix costs more than the chosen option over the months, on average; negative when it costs less.</summary>
    public decimal Saving => Curve[^1].Mean.Amount - After(Selected, Months);

    /// <summary>The month from which on the chosen option has cost less; null when it never has.</summary>
    public int? EvenMonth
    {
        get
        {
            var (start, each) = Managed[Selected];
            var rival = Curve[^1].Mean.Amount / Months;
            return rival <= each ? null : (int)decimal.Ceiling(start / (rival - each)) is var month && month <= Months ? month : null;
        }
    }

    /// <summary>In how many of a hundred years the plan costs less.</summary>
    public int YearsPlanIsCheaper => (int)Math.Round((1 - Result.BreakFixCheaper) * 100, MidpointRounding.AwayFromZero);

    /// <summary>The table under the chart.</summary>
    public IEnumerable<ComparisonRow> Rows => Curve.Select((figures, i) => new ComparisonRow(
        i * Step, [.. Enumerable.Range(0, Managed.Count).Select(plan => After(plan, i * Step))], figures.Mean.Amount, figures.P10.Amount, figures.P90.Amount));

    /// <summary>Compares; null where there is nobody to compare for or nothing is charged.</summary>
    /// <param name="quote">The quote with its figures.</param>
    /// <param name="draft">The same as it was entered, with what the customer said.</param>
    public static QuoteComparison? Of(PricedQuote quote, QuoteDraft draft)
    {
        int Count(string code) => (int)Math.Min(100_000, quote.Content.Counts.FirstOrDefault(count => count.Code == code)?.Quantity ?? 0m);
        var firm = new Firm(Count("user"), Count("server"), Math.Max(1, Count("site")));
        if (firm.Users < 1)
        {
            return null;
        }

        try
        {
            var months = quote.Chosen.Option.TermMonths ?? LongestWithoutTerm;
            var each = quote.Options.Select(option => With(InputsOf(firm, option, months, draft), draft)).ToList();
            return new QuoteComparison(quote, each[quote.Options.IndexOf(quote.Chosen)], each);
        }
        catch (ArgumentException)
        {
            // A number outside of what the model accepts; its field says so.
            return null;
        }
    }

    /// <summary>The chart.</summary>
    public CostChart Chart(Texts texts) => new(
        Currency,
        [.. Names.Select((name, i) => new CostSeries(name, [.. Enumerable.Range(0, Months + 1).Select(month => After(i, month))], i == Selected))],
        new CostBands(texts["Break-fix"], Each(one => one.P10), Each(one => one.P25), Each(one => one.Mean), Each(one => one.P75), Each(one => one.P90)),
        EvenMonth);

    /// <summary>The bars, of the same saving as the headline.</summary>
    public IReadOnlyList<TornadoBar> Bars(Texts texts, Format format) =>
    [
        .. Swings.Select(swing => new TornadoBar(
            texts[ComparisonEntry.NameOf(swing.Input.Input)], Value(swing.Input, swing.Input.Low, format), Value(swing.Input, swing.Input.High, format),
            swing.SavingAtLow.Amount * Months / 12m, swing.SavingAtHigh.Amount * Months / 12m)),
    ];

    /// <summary>A number of the comparison as it is printed.</summary>
    public string Value(InputValue input, double value, Format format) => double.IsInfinity(value) ? "–" : ComparisonDefaults.Of(input.Input).Unit switch
    {
        InputUnit.Share => format.Percent((decimal)(value * 100), 1),
        >= InputUnit.Money => format.Price(decimal.Round((decimal)value, value >= 100 ? 0 : 2), Currency),
        _ => format.Number(decimal.Round((decimal)value, 3)),
    };

    private decimal After(int plan, int month) => Managed[plan].Start + (Managed[plan].EachMonth * month);

    private static int StepOf(int months) => months % 12 == 0 ? Math.Max(1, months / 12) : months % 6 == 0 ? months / 6 : Enumerable.Range(1, months).First(step => months % step == 0 && months / step <= 24);

    // Between two steps the line is straight: it is for the eye, the table has the steps only.
    private decimal[] Each(Func<CostFigures, Money> which) =>
    [
        .. Enumerable.Range(0, Months + 1).Select(month =>
        {
            var (low, part) = (month / Step, month % Step);
            var at = which(Curve[low]).Amount;
            return part == 0 ? at : at + ((which(Curve[low + 1]).Amount - at) * part / Step);
        }),
    ];

    private static (decimal Start, decimal EachMonth) Line(RegimeCost cost, int months)
    {
        var (once, year) = (0m, 0m);
        foreach (var line in cost.Lines)
        {
            (once, year) = line.IsOneOff ? (once + line.PerYear.Amount, year) : (once, year + line.PerYear.Amount);
        }

        return (once * months / 12m, year / 12m);
    }

    private static (decimal Start, decimal EachMonth) Line(ComparisonInputs inputs)
    {
        var start = CostOverTime.After(inputs, Regime.Managed, 0).Mean.Amount;
        return (start, (CostOverTime.After(inputs, Regime.Managed, 12).Mean.Amount - start) / 12m);
    }

    private static ComparisonInputs InputsOf(Firm firm, OptionFigures option, int months, QuoteDraft draft)
    {
        var currency = option.Terms.Currency;
        var (users, others) = (0m, 0m);
        foreach (var line in option.Lines.Where(line => !line.IsItem && line.Cadence is { Unit: Msp.Billing.Periods.CadenceUnit.Month }))
        {
            var month = line.Net.Amount / line.Cadence.GetValueOrDefault().Count;
            (users, others) = line.Unit == BillingUnit.User ? (users + month, others) : (users, others + month);
        }

        var perUser = new UnitPrice(decimal.Round(users / firm.Users, 6), currency);
        var other = new Money(decimal.Round(others, currency.Decimals, MidpointRounding.AwayFromZero), currency);
        var offer = new ManagedOffer(perUser, other, option.Option.Onboarding?.Fee ?? Money.Zero(currency), months);
        var inputs = ComparisonInputs.For(firm, offer, PriceLevel(draft, currency.Code));
        return option.Option.Plan is { } plan ? EqualScope.Of(plan.Lines).ApplyTo(inputs) : inputs;
    }

    private static ComparisonInputs With(ComparisonInputs inputs, QuoteDraft draft)
    {
        foreach (var assumption in draft.Assumptions)
        {
            if (assumption.Input != ComparisonEntry.PriceLevel && Enum.TryParse<ComparisonInput>(assumption.Input, out var input) && EnteredValue.Number(assumption.Value) is { } value)
            {
                inputs = inputs.With(input, (double)value);
            }
        }

        return inputs;
    }

    private static double PriceLevel(QuoteDraft draft, string currency) =>
        draft.Assumptions.FirstOrDefault(known => known.Input == ComparisonEntry.PriceLevel) is { } said && EnteredValue.Number(said.Value) is > 0m and { } level
            ? (double)level
            : ComparisonEntry.PriceLevelOf(currency);
}
