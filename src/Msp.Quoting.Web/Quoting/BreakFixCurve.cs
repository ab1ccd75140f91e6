using System.Collections.Concurrent;
using Msp.Billing.BreakFix;

namespace Msp.Quoting.Web.Quoting;

/// <summary>What break-fix adds up to at some months, kept for a while: it does not change while somebody types a price.</summary>
internal static class BreakFixCurve
{
    private const int MostKept = 200;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<CostFigures>> Kept = new(StringComparer.Ordinal);

    /// <summary>The figures after 0, <paramref name="step"/>, twice that … months.</summary>
    public static IReadOnlyList<CostFigures> Of(ComparisonInputs inputs, int months, int step)
    {
        var key = string.Join(';', inputs.All.Where(value => !IsOfTheOffer(value.Input)).Select(value => value.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture))) +
            $"|{inputs.Currency.Code}|{months}|{step}";
        if (Kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        var figures = new List<CostFigures>();
        for (var month = 0; month <= months; month += step)
        {
            figures.Add(CostOverTime.After(inputs, Regime.BreakFix, month));
        }

        return Kept[key] = figures;
    }

    // Break-fix costs the same whatever is offered instead of it.
    private static bool IsOfTheOffer(ComparisonInput input) => input is ComparisonInput.PlanPrice or ComparisonInput.PlanOther or ComparisonInput.OnboardingMonths or
        ComparisonInput.TermMonths or ComparisonInput.ExitFee;
}
