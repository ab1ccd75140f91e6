using System.Collections.Frozen;
using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;

namespace Msp.Billing.Invoicing;

/// <summary>The seller's tax rates by jurisdiction, category and day.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TaxTable
{
    private readonly FrozenDictionary<(string Jurisdiction, TaxCategory Category), ImmutableArray<TaxRate>> _rates;

    /// <summary>Creates a table.</summary>
    /// <param name="rates">In any order.</param>
    /// <exception cref="ArgumentException">Two rates of one jurisdiction and category begin on the same day, or a category that is always zero has a rate.</exception>
    public TaxTable(IEnumerable<TaxRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var byKey = new Dictionary<(string, TaxCategory), List<TaxRate>>();
        foreach (var rate in rates)
        {
            if (IsZeroRated(rate.Category))
            {
                throw new ArgumentException($"{rate.Category} in {rate.Jurisdiction} is taxed at zero and takes no rate.", nameof(rates));
            }

            if (!byKey.TryGetValue((rate.Jurisdiction, rate.Category), out var list))
            {
                byKey.Add((rate.Jurisdiction, rate.Category), list = []);
            }

            if (list.Exists(known => known.From == rate.From))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"{rate.Jurisdiction} has two {rate.Category} rates from {rate.From:yyyy-MM-dd}."), nameof(rates));
            }

            list.Add(rate);
        }

        _rates = byKey.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.OrderBy(rate => rate.From).ToImmutableArray());
    }

    /// <summary>Every rate, by jurisdiction, category and day.</summary>
    public IEnumerable<TaxRate> Rates => _rates.OrderBy(pair => pair.Key.Jurisdiction, StringComparer.Ordinal)
        .ThenBy(pair => pair.Key.Category).SelectMany(pair => pair.Value);

    /// <summary>Whether a category is zero by its nature and needs no rate.</summary>
    public static bool IsZeroRated(TaxCategory category) =>
        category is TaxCategory.Zero or TaxCategory.Exempt or TaxCategory.ReverseCharge or TaxCategory.OutsideScope;

    /// <summary>The rate on a tax point.</summary>
    /// <exception cref="MissingTaxRateException">The table has none for that day.</exception>
    public Percentage RateOn(string jurisdiction, TaxCategory category, DateOnly taxPoint)
    {
        if (IsZeroRated(category))
        {
            return default;
        }

        if (_rates.TryGetValue((jurisdiction, category), out var rates))
        {
            for (var i = rates.Length - 1; i >= 0; i--)
            {
                if (rates[i].From <= taxPoint)
                {
                    return rates[i].Rate;
                }
            }
        }

        throw new MissingTaxRateException(jurisdiction, category, taxPoint);
    }
}
