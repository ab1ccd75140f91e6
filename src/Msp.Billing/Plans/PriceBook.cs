using System.Collections.Frozen;
using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Plans;

/// <summary>The prices of one currency from a day on: code of a charge or service to price.</summary>
/// <remarks>Immutable. Contracts copy the price that they agree on, so a later book never changes a running contract.</remarks>
public sealed class PriceBook
{
    private readonly FrozenDictionary<string, Pricing> _prices;

    /// <summary>Creates a price book.</summary>
    /// <param name="name">Unique for the seller, such as <c>EUR 2026</c>.</param>
    /// <param name="currency">The currency of every price in it.</param>
    /// <param name="from">The first day on which it holds.</param>
    /// <param name="until">The first day on which it no longer holds; null until another supersedes it.</param>
    /// <param name="prices">Code of a charge, or of a service, and its price; codes unique.</param>
    /// <exception cref="ArgumentException">The name is blank, the days are reversed, a code is blank or repeats, or a price is in another currency.</exception>
    public PriceBook(string name, Currency currency, DateOnly from, DateOnly? until, IEnumerable<KeyValuePair<string, Pricing>> prices)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(prices);
        if (until <= from)
        {
            throw new ArgumentException(FormattableString.Invariant($"Price book '{name}' would end on {until:yyyy-MM-dd}, but begins on {from:yyyy-MM-dd}."), nameof(until));
        }

        var checkedPrices = new Dictionary<string, Pricing>(StringComparer.Ordinal);
        foreach (var (code, pricing) in prices)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(code, nameof(prices));
            ArgumentNullException.ThrowIfNull(pricing, nameof(prices));
            if (pricing.Currency != currency)
            {
                throw new ArgumentException($"Price book '{name}' is in {currency.Code}, but its price for '{code}' is in {pricing.Currency.Code}.", nameof(prices));
            }

            if (!checkedPrices.TryAdd(code, pricing))
            {
                throw new ArgumentException($"Price book '{name}' has two prices for '{code}'.", nameof(prices));
            }
        }

        Name = name;
        Currency = currency;
        From = from;
        Until = until;
        Codes = [.. checkedPrices.Keys.Order(StringComparer.Ordinal)];
        _prices = checkedPrices.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Unique for the seller.</summary>
    public string Name { get; }

    /// <summary>The currency of every price in it.</summary>
    public Currency Currency { get; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly From { get; }

    /// <summary>The first day on which it no longer holds; null until another supersedes it.</summary>
    public DateOnly? Until { get; }

    /// <summary>The codes that it has prices for, sorted letter by letter.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>The price for a code; null where it has none.</summary>
    public Pricing? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _prices.GetValueOrDefault(code);
    }

    /// <summary>Whether it has a price for a charge, by its own code or that of its service.</summary>
    public bool Has(Charge charge)
    {
        ArgumentNullException.ThrowIfNull(charge);
        return Find(charge.Code) is not null || (charge.Service is { } service && Find(service) is not null);
    }

    /// <summary>The price for a charge: by its own code, or else by that of its service.</summary>
    /// <exception cref="PriceBookException">It has neither.</exception>
    public Pricing PriceFor(Charge charge)
    {
        ArgumentNullException.ThrowIfNull(charge);
        return Find(charge.Code) ?? (charge.Service is { } service ? Find(service) : null)
            ?? throw new PriceBookException(Currency, null, $"Price book '{Name}' has no price for charge '{charge.Code}'{(charge.Service is { } known ? $" and none for its service '{known}'" : "")}.");
    }

    /// <summary>The same prices until an earlier or later day.</summary>
    /// <param name="until">The first day on which it no longer holds.</param>
    /// <exception cref="ArgumentException">The day is not after <see cref="From"/>.</exception>
    public PriceBook EndingOn(DateOnly until) => new(Name, Currency, From, until, _prices);

    /// <summary>The next book: every price raised by a percentage, rounded half away from zero to six decimals.</summary>
    /// <param name="name">The new book's name.</param>
    /// <param name="from">The first day of the new prices.</param>
    /// <param name="raise">By how much; negative for a reduction.</param>
    public PriceBook Raised(string name, DateOnly from, Percentage raise) =>
        new(name, Currency, from, null, _prices.Select(price => KeyValuePair.Create(price.Key, price.Value.Scaled(1m + raise.Fraction))));

    /// <summary>Whether it holds on a day; the end day is not.</summary>
    public bool Holds(DateOnly day) => day >= From && (Until is not { } until || day < until);

    /// <summary>The name with its days, in no culture: <c>'EUR 2026' (2026-01-01 to 2026-12-31)</c>; the last day is inclusive, as people read it.</summary>
    public override string ToString() => Until is { } until
        ? FormattableString.Invariant($"'{Name}' ({From:yyyy-MM-dd} to {until.AddDays(-1):yyyy-MM-dd})")
        : FormattableString.Invariant($"'{Name}' (from {From:yyyy-MM-dd})");

    internal ServicePeriod Days => new(From, Until ?? DateOnly.MaxValue);
}
