using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Msp.Billing.BreakFix;

namespace Msp.Billing.Quotes;

/// <summary>Keeps the distributions that were computed for equal numbers: somebody who types a price does not change what break-fix takes.</summary>
/// <remarks>Thread-safe and bounded: when it is full it begins anew. Keyed by the numbers alone, so it never gives another result than computing does.</remarks>
public sealed class ComparisonMemory
{
    private readonly int _most;
    private readonly ConcurrentDictionary<string, ImmutableArray<ComparedPoint>> _points = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (double, double)> _shares = new(StringComparer.Ordinal);

    /// <summary>An empty one.</summary>
    /// <param name="most">How many results of each kind it keeps; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">It would keep nothing.</exception>
    public ComparisonMemory(int most = 200)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        _most = most;
    }

    /// <summary>How many results it holds.</summary>
    internal int Count => _points.Count + _shares.Count;

    internal ImmutableArray<ComparedPoint> PointsOf(ComparisonInputs inputs, int months) =>
        Get(_points, Key(inputs, withOffer: false) + months.ToString(CultureInfo.InvariantCulture), () => QuoteComparer.PointsOf(inputs, months));

    internal (double BreakFixCheaper, double BreakFixCheaperInCash) SharesOf(ComparisonInputs inputs) => Get(_shares, Key(inputs, withOffer: true), () => Comparison.SharesOf(inputs));

    // Break-fix is the same whatever is offered instead of it.
    private static bool IsOfTheOffer(ComparisonInput input) => input is ComparisonInput.PlanPrice or ComparisonInput.PlanOther or ComparisonInput.OnboardingMonths or
        ComparisonInput.TermMonths or ComparisonInput.ExitFee;

    private static string Key(ComparisonInputs inputs, bool withOffer)
    {
        var key = new StringBuilder(400).Append(inputs.Currency.Code).Append(';');
        foreach (var value in inputs.All)
        {
            if (withOffer || !IsOfTheOffer(value.Input))
            {
                key.Append(value.Value.ToString("R", CultureInfo.InvariantCulture)).Append(';');
            }
        }

        return key.ToString();
    }

    private T Get<T>(ConcurrentDictionary<string, T> kept, string key, Func<T> compute)
    {
        if (kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (kept.Count >= _most)
        {
            kept.Clear();
        }

        return kept[key] = compute();
    }
}
