using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Quotes;

/// <summary>What a customer can make of an option, and which of it is worst for the seller: items left out or taken, quantities at their bounds.</summary>
/// <remarks>
/// Revenue, price before discounts and costs are sums over the items, so each item is priced once at each of its bounds, beside what is chosen beforehand, and the
/// worst case of a share, such as a margin, is put together from the differences: there is no need to price every combination. What is found is then priced itself,
/// and the choice that stands beforehand takes its place where that is worse, so that the rounding of a cent never makes the answer milder.
/// </remarks>
internal sealed class ChoiceRange
{
    private readonly QuoteContent _content;
    private readonly string _option;
    private readonly Func<QuoteChoice, QuoteEconomics> _price;
    private List<(QuoteItem Item, ImmutableArray<(decimal Quantity, QuoteEconomics Economics)> Bounds)>? _movable;

    internal ChoiceRange(QuoteContent content, string option, Customer customer, ITaxCalculator tax)
    {
        (_content, _option) = (content, option);
        _price = choice => QuoteEconomics.Of(content, choice, customer, tax);
        Beforehand = _price(content.DefaultChoice(option));
    }

    /// <summary>What is chosen before the customer decides.</summary>
    internal QuoteEconomics Beforehand { get; }

    // Priced when they are asked for: most trials of a remedy fail before.
    private List<(QuoteItem Item, ImmutableArray<(decimal Quantity, QuoteEconomics Economics)> Bounds)> Movable => _movable ??=
    [
        .. _content.Items.Where(item => item.IsFor(_option))
            .Select(item => (Item: item, Bounds: Others(item).Select(quantity => (quantity, _price(With([new ChosenItem(item.Code, quantity)])))).ToImmutableArray()))
            .Where(movable => !movable.Bounds.IsEmpty),
    ];

    /// <summary>Prices the option with some items changed.</summary>
    /// <param name="changes">Each item with its quantity, 0 for left out.</param>
    internal QuoteEconomics At(ImmutableArray<ChosenItem> changes) => changes.IsEmpty ? Beforehand : _price(With(changes));

    /// <summary>An item that the customer may take whose cost is not known; null where every cost is, or where one is unknown beforehand already.</summary>
    internal ImmutableArray<ChosenItem>? UnknownCost()
    {
        foreach (var (item, bounds) in Movable)
        {
            if (bounds.Where(bound => bound.Economics.LineCosts is null).Select(bound => (decimal?)bound.Quantity).FirstOrDefault() is { } quantity)
            {
                return [new ChosenItem(item.Code, quantity)];
            }
        }

        return null;
    }

    /// <summary>The changes that make a share largest: what is measured, over what it is a share of.</summary>
    /// <param name="measured">What is measured; the more, the worse for the seller.</param>
    /// <param name="whole">What it is a share of; null to measure by itself.</param>
    internal ImmutableArray<ChosenItem> Worst(Func<QuoteEconomics, decimal> measured, Func<QuoteEconomics, decimal>? whole = null)
    {
        var worst = ImmutableArray<ChosenItem>.Empty;
        var share = Share(measured(Beforehand), whole?.Invoke(Beforehand));
        for (var round = 0; round <= Movable.Count; round++)
        {
            // Dinkelbach: with the best share known so far, each item decides for itself; no item can better the last share, or it is the next one.
            var changes = ImmutableArray.CreateBuilder<ChosenItem>();
            var (above, below) = (measured(Beforehand), whole?.Invoke(Beforehand));
            foreach (var (item, bounds) in Movable)
            {
                decimal Gain(QuoteEconomics economics) =>
                    measured(economics) - measured(Beforehand) - (whole is null ? 0m : share * (whole(economics) - whole(Beforehand)));
                var (quantity, economics) = bounds.MaxBy(bound => Gain(bound.Economics));
                if (Gain(economics) > 0m)
                {
                    changes.Add(new ChosenItem(item.Code, quantity));
                    above += measured(economics) - measured(Beforehand);
                    below += whole?.Invoke(economics) - whole?.Invoke(Beforehand);
                }
            }

            var next = Share(above, below);
            if (next <= share)
            {
                break;
            }

            (worst, share) = (changes.ToImmutable(), next);
            if (whole is null)
            {
                break;
            }
        }

        var found = At(worst);
        return Share(measured(found), whole?.Invoke(found)) > Share(measured(Beforehand), whole?.Invoke(Beforehand)) ? worst : [];
    }

    // Where nothing is left to take a share of, what is measured counts as a share of one minor unit.
    private static decimal Share(decimal measured, decimal? whole) => whole is { } of ? measured / Math.Max(of, 1m) : measured;

    private QuoteChoice With(ImmutableArray<ChosenItem> changes)
    {
        var beforehand = _content.DefaultChoice(_option);
        return new QuoteChoice(
            _option, beforehand.Items.Where(item => changes.All(change => change.Code != item.Code)).Concat(changes.Where(change => change.Quantity != 0m || IsPart(change.Code))));
    }

    private bool IsPart(string code) => _content.Items.Any(item => item.Code == code && !item.IsOptional);

    // The quantities at which an item can end up, but for the one that it has beforehand.
    private static IEnumerable<decimal> Others(QuoteItem item)
    {
        decimal?[] ends = item.IsOptional ? [0m, item.Minimum ?? item.Quantity, item.Maximum ?? item.Quantity] : [item.Minimum ?? item.Quantity, item.Maximum ?? item.Quantity];
        var beforehand = item.IsOptional && !item.IsPreselected ? 0m : item.Quantity;
        return ends.OfType<decimal>().Distinct().Where(quantity => quantity != beforehand);
    }
}
