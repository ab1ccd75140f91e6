using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Properties;

/// <summary>Random contracts with random histories.</summary>
internal static class Recipes
{
    private static readonly Gen<Currency> Currencies = Gen.Frequency(
        (6, Gen.Const(Currency.Eur)), (1, Gen.Const(Currency.Jpy)), (1, Gen.Const(Currency.FromCode("KWD"))), (1, Gen.Const(Currency.FromCode("UYW"))));

    private static readonly Gen<decimal> Prices = Gen.Frequency(
        (6, Gen.Int[0, 50_000].Select(cents => cents / 100m)),
        (1, Gen.Int[0, 5_000_000].Select(millionths => millionths / 1_000_000m)),
        (1, Gen.Const(0m)),
        (1, Gen.Int[1, 2_000_000].Select(units => (decimal)units)));

    private static readonly Gen<Cadence> Cadences = Gen.Frequency(
        (8, Gen.Const(Cadence.Monthly)), (2, Gen.Const(Cadence.Quarterly)), (1, Gen.Const(Cadence.Yearly)), (1, Gen.Const(Cadence.Months(5))),
        (1, Gen.Int[1, 6].Select(Cadence.Weeks)), (1, Gen.Int[1, 40].Select(Cadence.Days)));

    private static readonly Gen<DayCount> DayCounts = Gen.Frequency(
        (4, Gen.Const(DayCount.ActualOverActual)), (4, Gen.Enum<DayCount>()));

    private static readonly Gen<ChangePolicy> Policies = Gen.Frequency((3, Gen.Const(ChangePolicy.Immediately)), (2, Gen.Enum<ChangePolicy>()));

    private static readonly Gen<BillingUnit> Units = Pick(BillingUnit.User, BillingUnit.Gigabyte);

    /// <summary>Everything: all models, bases, day counts, cadences, anchors, policies, changes, discounts, suspensions, counts and late recordings.</summary>
    public static Gen<Recipe> Any { get; } = Stories(Terms(withShared: true));

    /// <summary>The same without the contract's fixed amounts off, so that each line stands for itself.</summary>
    public static Gen<Recipe> WithoutSharedAmounts { get; } = Stories(Terms(withShared: false));

    /// <summary>Any pricing.</summary>
    public static Gen<Pricing> Pricings(Currency currency, params PricingModel[] models) =>
        from model in models.Length == 0 ? Gen.Enum<PricingModel>() : Pick(models)
        from price in Prices
        from size in Gen.Int[1, 20]
        from steps in Steps()
        from included in Rarely(Gen.Int[1, 8])
        from minimum in Rarely(Gen.Int[1, 8])
        from spend in Rarely(Gen.Int[1, 3_000])
        from increment in Rarely(Gen.Int[1, 30])
        select Modified(
            model switch
            {
                PricingModel.Flat => Pricing.Flat(price, currency),
                PricingModel.PerUnit => Pricing.PerUnit(price, currency),
                PricingModel.Package => Pricing.Package(price, size, currency),
                PricingModel.PercentOf => Pricing.PercentOf(decimal.Truncate(price) % 300m + 0.25m, currency),
                PricingModel.CostPlus => Pricing.CostPlus(decimal.Truncate(price) % 300m + 0.25m, currency),
                PricingModel.Graduated => Pricing.Graduated(currency, steps),
                _ => Pricing.Volume(currency, steps),
            },
            included, minimum, spend, increment);

    private static Pricing Modified(Pricing pricing, int? included, int? minimum, int? spend, int? increment)
    {
        pricing = included is { } free ? pricing.WithIncluded(free) : pricing;
        pricing = minimum is { } least ? pricing.WithMinimumQuantity(least) : pricing;
        pricing = spend is { } amount ? pricing.WithMinimumSpend(amount) : pricing;
        return increment is { } per ? pricing.WithIncrement(new QuantityIncrement(per, per / 60m is var bills && bills % 0.000001m == 0 ? bills : 0.25m)) : pricing;
    }

    private static Gen<PriceStep[]> Steps() =>
        from first in Gen.Int[1, 15]
        from second in Gen.Int[1, 30]
        from count in Gen.Int[1, 3]
        from prices in Prices.Array[3]
        from fees in Rarely(Gen.Int[1, 100]).Array[3]
        select (PriceStep[])[.. Enumerable.Range(0, count).Select(i => new PriceStep(
            i == count - 1 ? null : i == 0 ? first : first + second, prices[i], fees[i] ?? 0))];

    public static Gen<decimal> Quantity(BillingUnit unit) => unit.AllowsFractions
        ? Gen.Frequency((1, Gen.Const(0m)), (4, Gen.Int[0, 60_000].Select(thousandths => thousandths / 1_000m)))
        : Gen.Frequency((1, Gen.Const(0m)), (6, Gen.Int[0, 60].Select(units => (decimal)units)));

    private static Gen<int?> Rarely(Gen<int> values) =>
        from present in Gen.Int[0, 4]
        from value in values
        select present == 0 ? value : (int?)null;

    private static Gen<Charge> Charges(Currency currency) =>
        from unit in Units
        from pricing in Pricings(currency)
        from cadence in Cadences
        from timing in Gen.Frequency((5, Gen.Const(ChargeTiming.Advance)), (3, Gen.Const(ChargeTiming.Arrears)), (1, Gen.Const(ChargeTiming.Once)))
        from dayCount in DayCounts
        from basis in Gen.Frequency((4, Gen.Const(QuantityBasis.Timeline)), (4, Gen.Enum<QuantityBasis>()))
        from increase in Policies
        from decrease in Policies
        from category in Gen.Frequency((5, Gen.Const(TaxCategory.Standard)), (1, Gen.Const(TaxCategory.Reduced)), (1, Gen.Const(TaxCategory.Exempt)))
        select new Charge("charge", "Charge", unit, pricing)
        {
            Cadence = cadence,
            Timing = basis is QuantityBasis.Timeline or QuantityBasis.PeriodStart ? timing : ChargeTiming.Arrears,
            DayCount = dayCount,
            Basis = basis,
            Increase = increase,
            Decrease = decrease,
            TaxCategory = category,
            UnitCost = increase == ChangePolicy.Immediately ? 1.25m : null,
        };

    private static Gen<Discount> Discounts(Currency currency, DateOnly start, int id, bool? percent = null) =>
        from isPercent in percent is { } set ? Gen.Const(set) : Gen.Bool
        from value in Gen.Int[0, 10_000]
        from fine in Gen.Int[0, 9]
        from window in Gen.Int[0, 3]
        from day in Gen.Int[0, 300]
        from days in Gen.Int[0, 120]
        from periods in Gen.Int[1, 6]
        from cadence in Gen.Frequency((4, Gen.Const(Cadence.Monthly)), (1, Cadences))
        let discount = isPercent
            ? Discount.OfPercent(id, "Discount", Math.Min(100m, (value / 100m) + (fine == 0 ? 0.0001m : 0m)))
            : Discount.OfAmount(id, "Discount", Money.FromMinorUnits(value, currency)).Every(cadence)
        select window switch
        {
            0 => discount.Within(start.AddDays(day), start.AddDays(day + days)),
            1 => discount.Within(firstPeriods: periods),
            _ => discount,
        };

    private static Gen<ContractLine> Line(int id, Currency currency, DateOnly start) =>
        from charge in Charges(currency)
        from quantity in Quantity(charge.Unit)
        from committed in Rarely(Gen.Int[1, 20])
        from discounts in Gen.Int[0, 3]
        from first in Discounts(currency, start, (id * 10) + 1)
        from second in Discounts(currency, start, (id * 10) + 2)
        from later in Rarely(Gen.Int[0, 60])
        from days in Rarely(Gen.Int[0, 300])
        from never in Gen.Int[0, 5]
        select new ContractLine(id, charge, quantity)
        {
            CommittedQuantity = committed ?? 0,
            Start = later is { } wait ? start.AddDays(wait) : null,
            End = days is { } length ? start.AddDays((later ?? 0) + length) : null,
            NeverUplifted = never == 0,
            Discounts = discounts switch { 0 => [first], 1 => [first, second], _ => [] },
        };

    private static Gen<Uplift?> Uplifts(DateOnly start) => Gen.Frequency(
        (3, Gen.Const((Uplift?)null)),
        (1, Gen.Int[-200, 2_000].Select(percent => (Uplift?)Uplift.EveryYear(percent / 100m))),
        (1, Gen.Select(Gen.Int[1, 200], Gen.Int[1, 200]).Select((first, then) => (Uplift?)Uplift.OnDays(
            new UpliftStep(start.AddDays(first), new Percentage(2.5m)), new UpliftStep(start.AddDays(first + then), new Percentage(3.1234m))))));

    private static Gen<ContractTerms> Terms(bool withShared) =>
        from start in Gen.Int[0, 1_500].Select(days => new DateOnly(2023, 1, 1).AddDays(days))
        from currency in Currencies
        from count in Gen.Int[1, 4]
        from lines in Gen.Select(Line(1, currency, start), Line(2, currency, start), Line(3, currency, start), Line(4, currency, start)).Select((a, b, c, d) => (ContractLine[])[a, b, c, d])
        from anchorDay in Rarely(Gen.Int[1, 31])
        from anchorMonth in Rarely(Gen.Int[1, 12])
        from uplift in Uplifts(start)
        from end in Rarely(Gen.Int[0, 450])
        from elsewhere in Rarely(Gen.Int[0, 80])
        from term in Pick(Term.Evergreen, new Term(6, 6, 30), new Term(12, 3, 0), new Term(9, null, 0))
        from rounding in Gen.Enum<RoundingMode>()
        from gross in Gen.Int[0, 4]
        from discounts in Gen.Int[0, 3]
        from first in Discounts(currency, start, 1, withShared ? null : true)
        from second in Discounts(currency, start, 2, withShared ? null : true)
        select new ContractTerms(currency, start, lines.AsSpan(0, count))
        {
            Anchor = anchorDay is { } day ? BillingAnchor.OnDay(day, start, anchorMonth) : BillingAnchor.OnStart(start),
            Uplift = uplift,
            End = end is { } length && term.ExpiryOf(start) is null ? start.AddDays(length) : null,
            BilledElsewhereUntil = elsewhere is { } until ? start.AddDays(until) : null,
            Term = term,
            Rounding = rounding,
            PricesIncludeTax = gross == 0,
            Discounts = discounts switch { 0 => [first], 1 => [first, second], _ => [] },
        };

    private static Gen<Change> ChangeOf(ContractTerms terms, int pick, int id)
    {
        var line = terms.Lines[pick % terms.Lines.Length];
        var days = Gen.Select(Gen.Int[0, 430], Gen.Int[-20, 90]).Select((day, delay) => (Day: day, Recorded: Math.Clamp(day + delay, 0, Recipe.LastDay)));
        var shared = terms.Discounts.All(discount => discount.Percent is not null);
        return Gen.Frequency(
            (6, Gen.Select(days, Quantity(line.Charge.Unit)).Select((at, to) => (Change)new Change.Quantity(at.Day, at.Recorded, line.Id, to))),
            (6, Gen.Select(days, Quantity(line.Charge.Unit)).Select((at, to) => (Change)new Change.Counted(at.Day, at.Recorded, line.Id, to))),
            (2, Gen.Select(days, Pricings(terms.Currency)).Select((at, to) => (Change)new Change.Price(at.Day, at.Recorded, line.Id, to))),
            (2, Gen.Select(days, Gen.Bool, Discounts(terms.Currency, terms.Start, id, shared ? true : null))
                .Select((at, whole, discount) => (Change)new Change.Discounted(at.Day, at.Recorded, whole ? null : line.Id, discount))),
            (1, Gen.Select(days, Pick(1, 2, 11, 12, 100)).Select((at, id) => (Change)new Change.DiscountGone(at.Day, at.Recorded, id))),
            (1, Gen.Select(days, Line(id, terms.Currency, terms.Start)).Select((at, added) => (Change)new Change.Added(at.Day, at.Recorded, added))),
            (1, days.Select(at => (Change)new Change.Removed(at.Day, at.Recorded, line.Id))),
            (1, Gen.Select(days, Rarely(Gen.Int[1, 90])).Select((at, length) => (Change)new Change.Paused(at.Day, at.Recorded, length ?? 12))),
            (1, days.Select(at => (Change)new Change.Ended(at.Day, at.Recorded))));
    }

    private static Gen<Recipe> Stories(Gen<ContractTerms> terms) =>
        from agreed in terms
        from changes in Gen.Select(Gen.Int[0, 3], Gen.Int[1_000, 9_000_000]).SelectMany((pick, id) => ChangeOf(agreed, pick, id)).Array[0, 12]
        from runs in Gen.Int[0, Recipe.LastDay - 1].Array[0, 12]
        select new Recipe(agreed, [.. changes], [.. runs.Distinct().Order()]);

    /// <summary>One of the values.</summary>
    public static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
