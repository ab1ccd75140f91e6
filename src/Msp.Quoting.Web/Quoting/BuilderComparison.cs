using System.Collections.Immutable;
using Msp.Billing.BreakFix;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Charts;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Quoting;

/// <summary>The comparison while a quote is written: what the customer would see, and on what it rests.</summary>
internal sealed class BuilderComparison
{
    private const int ShownSwings = 6;

    private BuilderComparison(ComparisonView view, ComparisonInputs inputs)
    {
        View = view;
        Inputs = inputs;
        Swings = [.. Sensitivity.Tornado(inputs).Take(ShownSwings)];
    }

    /// <summary>What the customer would see.</summary>
    public ComparisonView View { get; }

    /// <summary>Every number with its band and source.</summary>
    public ComparisonInputs Inputs { get; }

    /// <summary>What moves the saving most.</summary>
    public ImmutableArray<Swing> Swings { get; }

    /// <summary>A comparison of the recommended option; null where there is nobody to compare for or nothing is charged.</summary>
    /// <param name="quote">The quote with its figures.</param>
    /// <param name="draft">The same as it was entered, with what the customer said.</param>
    public static BuilderComparison? Of(PricedQuote quote, QuoteDraft draft)
    {
        var chosen = quote.Chosen.Option.Code;
        if (QuoteCalculator.ComparerOf(quote.Content, quote.Options, draft) is not { } comparer || comparer.Compare(chosen) is not { } compared || comparer.InputsOf(chosen) is not { } inputs)
        {
            return null;
        }

        var lines = from option in quote.Options
                    let line = comparer.LineOf(option.Option.Code)
                    where line is not null
                    select new ComparisonLine(option.Option.Name, line.Value.AtStart.Amount, line.Value.PerYear.Amount, option.Option.Code == chosen);
        return new BuilderComparison(new ComparisonView(compared, [.. lines]), inputs);
    }

    /// <summary>The average year of a regime, line by line.</summary>
    public ImmutableArray<CostLine> Year(Regime regime) => Comparison.LinesOf(Inputs, regime);

    /// <summary>The bars, of the same saving as the headline.</summary>
    public IReadOnlyList<TornadoBar> Bars(Texts texts, Format format) =>
    [
        .. Swings.Select(swing => new TornadoBar(
            texts[ComparisonEntry.NameOf(swing.Input.Input)], Value(swing.Input, swing.Input.Low, format), Value(swing.Input, swing.Input.High, format),
            swing.SavingAtLow.Amount * View.Months / 12m, swing.SavingAtHigh.Amount * View.Months / 12m)),
    ];

    /// <summary>A number of the comparison as it is printed.</summary>
    public string Value(InputValue input, double value, Format format) => double.IsInfinity(value) ? "–" : ComparisonDefaults.Of(input.Input).Unit switch
    {
        InputUnit.Share => format.Percent((decimal)(value * 100), 1),
        >= InputUnit.Money => format.Price(decimal.Round((decimal)value, value >= 100 ? 0 : 2), View.Currency),
        _ => format.Number(decimal.Round((decimal)value, 3)),
    };
}
