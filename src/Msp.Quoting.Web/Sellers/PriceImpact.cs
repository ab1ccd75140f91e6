using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

namespace Msp.Quoting.Web.Sellers;

/// <summary>What a new price book would mean: what new offers cost, and how far running contracts would then be from the list.</summary>
/// <param name="Prices">Each price before and after, by code.</param>
/// <param name="Contracts">How many running contracts have a charge that the book prices.</param>
/// <param name="Lines">How many of their monthly lines.</param>
/// <param name="BilledNow">What those lines come to in a whole month at the prices that they agreed on.</param>
/// <param name="AtNewPrices">What they would come to at the new prices; they are not changed.</param>
internal sealed record PriceImpact(IReadOnlyList<(string Code, Pricing Before, Pricing After)> Prices, int Contracts, int Lines, Money BilledNow, Money AtNewPrices)
{
    /// <summary>How many quotes that are not decided yet would be priced otherwise. Drafts take the new prices with their next change; what was sent keeps its own.</summary>
    /// <param name="store">Where the quotes are.</param>
    /// <param name="sellerId">Whose.</param>
    /// <param name="plans">The plans that they offer.</param>
    /// <param name="before">The book in force.</param>
    /// <param name="after">The new one.</param>
    /// <param name="today">The seller's day.</param>
    public static int OpenQuotes(BillingStore store, long sellerId, IReadOnlyCollection<Plan> plans, PriceBook before, PriceBook after, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changed = plans.Where(plan => plan.Charges.All(after.Has) && plan.Charges.Any(charge => !before.Has(charge) || !before.PriceFor(charge).Equals(after.PriceFor(charge))))
            .Select(plan => plan.Code).ToHashSet(StringComparer.Ordinal);
        return new QuoteList(store, sellerId).Undecided(today).Count(quote => quote.Draft.Currency.Trim() == after.Currency.Code &&
            DateOnly.TryParseExact(quote.Draft.Start, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && after.Holds(start) &&
            quote.Draft.Options.Any(option => changed.Contains(option.Plan.Trim())));
    }

    /// <summary>Computes it.</summary>
    /// <param name="store">Where the contracts are.</param>
    /// <param name="sellerId">Whose.</param>
    /// <param name="before">The book in force.</param>
    /// <param name="after">The new one.</param>
    /// <param name="today">The seller's day.</param>
    public static PriceImpact Of(BillingStore store, long sellerId, PriceBook before, PriceBook after, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var prices = new List<(string, Pricing, Pricing)>();
        foreach (var code in after.Codes)
        {
            if (before.Find(code) is { } old && after.Find(code) is { } next)
            {
                prices.Add((code, old, next));
            }
        }

        var (contracts, lines, now, then) = (0, 0, Money.Zero(after.Currency), Money.Zero(after.Currency));
        using var reader = new ContractReader(store, sellerId);
        foreach (var stored in reader.Read(today).Where(stored => stored.Contract.Terms.Currency == after.Currency && ContractLifecycle.Bills(stored.Contract.StatusOn(today))))
        {
            var touched = 0;
            foreach (var line in ContractHistory.Of(stored.Contract, stored.Counts.Span, null, today).Lines)
            {
                var charge = line.Line.Charge;
                var price = after.Find(charge.Code) ?? (charge.Service is { } service ? after.Find(service) : null);
                if (price is null || charge.Cadence != Cadence.Monthly || charge.Timing == ChargeTiming.Once || charge.Basis == QuantityBasis.Reported || !CustomerCounts.Holds(line, today))
                {
                    continue;
                }

                touched++;
                var quantity = line.QuantityOn(today);
                now += Rounding.ToMoney(line.PriceOn(today).Exact(quantity), after.Currency, RoundingMode.HalfAwayFromZero);
                then += Rounding.ToMoney(price.Exact(quantity), after.Currency, RoundingMode.HalfAwayFromZero);
            }

            (contracts, lines) = (contracts + (touched > 0 ? 1 : 0), lines + touched);
        }

        return new PriceImpact(prices, contracts, lines, now, then);
    }
}
