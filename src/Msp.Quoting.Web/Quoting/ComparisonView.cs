using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Charts;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Quoting;

/// <summary>A comparison with break-fix as it is drawn and worded: the same for the seller in the builder and for the customer on the proposal. It computes nothing but straight lines.</summary>
public sealed class ComparisonView
{
    private readonly ComparedOption _compared;

    /// <summary>The view of a result.</summary>
    /// <param name="compared">The option that is compared.</param>
    /// <param name="plans">The plans beside it in the drawing, itself among them.</param>
    internal ComparisonView(ComparedOption compared, IReadOnlyList<ComparisonLine> plans)
    {
        _compared = compared;
        Plans = plans;
    }

    /// <summary>The plans of the drawing, one of them selected.</summary>
    public IReadOnlyList<ComparisonLine> Plans { get; }

    /// <summary>In which all amounts are.</summary>
    public Currency Currency => _compared.Saving.Currency;

    /// <summary>How long: the option's term, or three years without one.</summary>
    public int Months => _compared.Months;

    /// <summary>Every how many months there is a row.</summary>
    public int Step => _compared.Step;

    /// <summary>By how much break-fix takes more over the months on average, in two figures; below zero when it takes less.</summary>
    public decimal Saving => _compared.Saving.Amount;

    /// <summary>The same, not rounded, for the drawing.</summary>
    public decimal ExactSaving => Last.Average - Plans.First(plan => plan.IsSelected).After(Months);

    /// <summary>What follows; it may go against the seller.</summary>
    public Verdict Verdict => _compared.Verdict;

    /// <summary>In how many of a hundred years break-fix takes less.</summary>
    public int BreakFixCheaperIn => _compared.BreakFixCheaperIn;

    /// <summary>The same in cash alone.</summary>
    public int BreakFixCheaperInCash => _compared.BreakFixCheaperInCash;

    /// <summary>In how many of a hundred years the plan takes less.</summary>
    public int PlanCheaperIn => _compared.OptionCheaperIn;

    /// <summary>The same in cash alone.</summary>
    public int PlanCheaperInCash => _compared.OptionCheaperInCash;

    /// <summary>Whether average and most years go different ways.</summary>
    public bool AverageAndYearsDisagree => _compared.AverageAndYearsDisagree;

    /// <summary>How many of the numbers are assumptions.</summary>
    public int AssumedInputs => _compared.Inputs.Count(input => input.Status == InputStatus.Assumption);

    /// <summary>On how many numbers it rests.</summary>
    public int Inputs => _compared.Inputs.Length;

    /// <summary>What the selected plan is called.</summary>
    public string PlanName => Plans.First(plan => plan.IsSelected).Name;

    /// <summary>The rows of the table; the last one is the end of the term.</summary>
    public IReadOnlyList<ComparisonRow> Rows =>
    [
        .. _compared.Points.Select(point => new ComparisonRow(
            point.Month, [.. Plans.Select(plan => plan.After(point.Month))], point.Mean.Amount, point.P10.Amount, point.P90.Amount)),
    ];

    /// <summary>The last row.</summary>
    public ComparisonRow Last => Rows[^1];

    /// <summary>The view of the option that is chosen in a proposal; null where none is shared or it could not be compared.</summary>
    /// <param name="comparison">As it was frozen.</param>
    /// <param name="chosen">The option's code.</param>
    /// <param name="plans">Names and codes of the options in the drawing.</param>
    internal static ComparisonView? Of(QuoteComparison? comparison, string chosen, IEnumerable<(string Name, string Option)> plans) =>
        comparison?.Find(chosen) is not { } compared ? null : new ComparisonView(compared,
        [
            .. from plan in plans
               let known = comparison.Find(plan.Option)
               where known is not null
               select new ComparisonLine(plan.Name, known.AtStart.Amount, known.PerYear.Amount, plan.Option == chosen),
        ]);

    /// <summary>The chart. Between two rows the bands are straight: they are for the eye.</summary>
    internal CostChart Chart(Texts texts) => new(
        Currency,
        [.. Plans.Select(plan => new CostSeries(plan.Name, [.. Enumerable.Range(0, Months + 1).Select(plan.After)], plan.IsSelected))],
        new CostBands(texts["Break-fix"], Each(one => one.P10), Each(one => one.P25), Each(one => one.Mean), Each(one => one.P75), Each(one => one.P90)),
        _compared.EvenMonth);

    /// <summary>The sentence above the chart: as large when it speaks against the seller as when it speaks for it.</summary>
    internal string Finding(Texts texts, Format format)
    {
        var (plan, amount) = (PlanName, format.Estimate(Math.Abs(Saving), Currency));
        return (Verdict, Saving > 0) switch
        {
            (Verdict.TooCloseToCall, true) => texts["Too close to call: on average {0} costs {1} less than break-fix over {2} months", plan, amount, Months],
            (Verdict.TooCloseToCall, false) => texts["Too close to call: on average break-fix costs {1} less than {0} over {2} months", plan, amount, Months],
            (Verdict.BreakFixLikely, false) => texts["Break-fix is likely cheaper for you: {1} less than {0} over {2} months, on average", plan, amount, Months],
            (Verdict.BreakFixProbably, false) => texts["Break-fix is probably cheaper for you: {1} less than {0} over {2} months, on average", plan, amount, Months],
            (Verdict.BreakFixLikely, true) => texts["Break-fix is likely cheaper for you in most years, but on average {0} costs {1} less over {2} months", plan, amount, Months],
            (Verdict.BreakFixProbably, true) => texts["Break-fix is probably cheaper for you in most years, but on average {0} costs {1} less over {2} months", plan, amount, Months],
            (Verdict.ManagedLikely, true) => texts["{0} is likely cheaper for you: {1} less than break-fix over {2} months, on average", plan, amount, Months],
            (Verdict.ManagedProbably, true) => texts["{0} is probably cheaper for you: {1} less than break-fix over {2} months, on average", plan, amount, Months],
            (Verdict.ManagedLikely, false) => texts["{0} is likely cheaper for you in most years, but on average break-fix costs {1} less over {2} months", plan, amount, Months],
            _ => texts["{0} is probably cheaper for you in most years, but on average break-fix costs {1} less over {2} months", plan, amount, Months],
        };
    }

    private decimal[] Each(Func<ComparedPoint, Money> which) =>
    [
        .. Enumerable.Range(0, Months + 1).Select(month =>
        {
            var (low, part) = (month / Step, month % Step);
            var at = which(_compared.Points[low]).Amount;
            return part == 0 ? at : at + ((which(_compared.Points[low + 1]).Amount - at) * part / Step);
        }),
    ];
}
