using System.Globalization;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Invoicing;
using Msp.Billing.Tests.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Tests.Properties;

/// <summary>What must always hold for what a line owes, on random contracts with random histories. The numbers are those of the design's list.</summary>
public sealed class RatingProperties
{
    // A period's amount is what its days cost one by one, summed exactly and rounded once: nothing that is cut out on the way changes it (1).
    [Fact]
    public void A_period_costs_what_its_days_cost() => Recipes.Any.Sample(
        recipe =>
        {
            var (contract, counts) = recipe.Told();
            var pieces = new RatedPieces();
            ForEachPeriod(contract, counts, (line, natural) => Assert.Equal(
                DayByDay.MinorUnits(line, natural, contract.Terms), Rater.Rate(line, natural, contract.Terms, pieces).MinorUnits));
        },
        iter: 1_500);

    // (1) A price that is agreed again as it was cuts the period where it is agreed, and changes no amount.
    [Fact]
    public void Cutting_a_period_anywhere_keeps_its_amount() => Gen.Select(Recipes.Any, Gen.Int[0, 430].Array[1, 8], Gen.Int[0, 3]).Sample(
        (recipe, cuts, place) =>
        {
            var (whole, counts) = recipe.Told();
            var line = recipe.Terms.Lines[place % recipe.Terms.Lines.Length];
            var uplift = recipe.Terms.Uplift is not null && !line.NeverUplifted;
            var (cut, _) = recipe.Told();
            if (uplift || recipe.Changes.Any(change => change is Change.Price))
            {
                return;
            }

            foreach (var day in cuts)
            {
                new Change.Price(day, Recipe.LastDay, line.Id, line.Charge.Pricing).Apply(cut, [], Books.At(recipe.Terms.Start.AddDays(Recipe.LastDay)));
            }

            var (before, after) = (new RatedPieces(), new RatedPieces());
            var (history, cutHistory) = (ContractHistory.Of(whole, counts, null, EndOf(whole)), ContractHistory.Of(cut, counts, null, EndOf(whole)));
            foreach (var natural in PeriodsOf(history.Lines[place % recipe.Terms.Lines.Length], EndOf(whole)))
            {
                var expected = Rater.Rate(Line(history, line.Id), natural, whole.Terms, before);
                var actual = Rater.Rate(Line(cutHistory, line.Id), natural, cut.Terms, after);
                Assert.Equal(expected.MinorUnits, actual.MinorUnits);
            }
        },
        iter: 2_000);

    // (3) What is recorded in another order gives the same amounts once all of it is known. Of two changes of one thing on one day the later
    // recorded one holds, so those are left out.
    [Fact]
    public void The_order_of_recording_does_not_matter_once_all_is_known() => Gen.Select(Recipes.Any, Gen.Int[0, 1_000].Array[12]).Sample(
        (recipe, order) =>
        {
            var distinct = recipe.Changes.DistinctBy(change => change switch
            {
                Change.Quantity one => (1, one.Day, one.LineId),
                Change.Counted one => (1, one.Day, one.LineId),
                Change.Price one => (2, one.Day, one.LineId),
                Change.Ended or Change.Paused => (3, 0, 0),
                Change.Added or Change.Removed or Change.DiscountGone => (4, 0, 0),
                Change.Discounted one => (5, one.Day, one.LineId ?? 0),
                _ => throw new InvalidOperationException(change.ToString()),
            }).Where(change => change is not (Change.Added or Change.Removed or Change.DiscountGone)).ToList();
            var first = recipe with { Changes = [.. distinct] };
            var second = recipe with { Changes = [.. distinct.Select((change, i) => change with { Recorded = order[i % order.Length] })] };

            Assert.Equal(Amounts(first), Amounts(second));
        },
        iter: 1_500);

    // (6)
    [Fact]
    public void Zero_units_bill_zero_unless_a_minimum_is_agreed() => Recipes.Any.Sample(
        recipe =>
        {
            var lines = recipe.Terms.Lines.Select(line => new ContractLine(line.Id, line.Charge.WithPricing(line.Charge.Pricing.WithMinimumSpend(0)), 0)
            {
                Start = line.Start,
                End = line.End,
                NeverUplifted = line.NeverUplifted,
                Discounts = line.Discounts,
            });
            var terms = new ContractTerms(recipe.Terms.Currency, recipe.Terms.Start, [.. lines]) { Anchor = recipe.Terms.Anchor, Uplift = recipe.Terms.Uplift };
            var changes = recipe.Changes.Where(change => change is Change.Paused or Change.Ended or Change.Discounted);
            var ledger = new Recipe(terms, [.. changes], recipe.RunDays).Play(moment => Assert.Equal(0, moment.Draft?.Total.MinorUnits ?? 0));

            Assert.All(ledger.For("C-1").ToArray(), period => Assert.Equal(0, period.MinorUnits));
        },
        iter: 800);

    // (11) Volume pricing may have a cliff; the others may not.
    [Fact]
    public void More_units_never_cost_less_except_by_volume() => Gen.Select(
        Recipes.Pricings(Currency.Eur, PricingModel.Flat, PricingModel.PerUnit, PricingModel.Graduated, PricingModel.Package),
        Gen.Int[0, 80_000], Gen.Int[0, 80_000], Gen.Int[0, 10_000], Gen.Int[0, 3_000], Gen.Int[1, 31], Gen.Enum<DayCount>()).Sample(
        (pricing, few, more, percent, off, day, dayCount) =>
        {
            string Amount(int thousandths)
            {
                var line = new ContractLine(1, new Charge("charge", "Charge", BillingUnit.Gigabyte, pricing) { DayCount = dayCount }, thousandths / 1_000m)
                {
                    Start = new DateOnly(2026, 3, day),
                    Discounts = [Discount.OfPercent(1, "Percent", percent / 100m), Discount.OfAmount(2, "Amount", Money.FromMinorUnits(off, Currency.Eur))],
                };
                return Rated.Amount(Rated.Contract(new ContractTerms(Currency.Eur, new DateOnly(2026, 3, 1), line)), "2026-03-31");
            }

            Assert.True(Rated.Number(Amount(Math.Min(few, more))) <= Rated.Number(Amount(Math.Max(few, more))));
        },
        iter: 5_000);

    // (12) n more from one day and n fewer from a later one cost n for the days between: days over the days of the period.
    [Fact]
    public void Adding_and_removing_nets_to_the_days_held() => Gen.Select(Gen.Int[1, 500_000], Gen.Int[0, 60], Gen.Int[1, 20], Gen.Int[1, 30], Gen.Int[1, 30], Gen.Bool).Sample(
        (cents, units, more, one, other, late) =>
        {
            var (from, until) = (Math.Min(one, other), Math.Max(one, other));
            var price = cents / 100m;
            var books = new Books(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(price), units)));
            books.Run("2026-03-01");
            books.Contract.ChangeQuantity(Books.From($"2026-03-{from:D2}", late ? "2026-03-30" : null), 1, units + more);
            books.Contract.ChangeQuantity(Books.From($"2026-03-{until:D2}", late ? "2026-03-30" : null), 1, units);
            books.Run("2026-03-31");

            Assert.Equal(
                Rounding.ToMinorUnits(price * ((31 * units) + (more * (until - from))), 31, 2, RoundingMode.HalfAwayFromZero),
                books.Ledger.For("C-1").Span[0].MinorUnits);
        },
        iter: 1_500);

    private static string Amounts(Recipe recipe)
    {
        var (contract, counts) = recipe.Told();
        var (text, pieces) = (new List<string>(), new RatedPieces());
        ForEachPeriod(contract, counts, (line, natural) =>
            text.Add(string.Create(CultureInfo.InvariantCulture, $"{line.Line.Id} {natural}: {Rater.Rate(line, natural, contract.Terms, pieces).MinorUnits}")));
        return string.Join('\n', text);
    }

    private static LineHistory Line(ContractHistory history, int id) => history.LineWithId(id) ?? throw new InvalidOperationException($"No line {id}.");

    internal static void ForEachPeriod(Contract contract, UsageCount[] counts, Action<LineHistory, ServicePeriod> check)
    {
        foreach (var line in ContractHistory.Of(contract, counts, null, EndOf(contract)).Lines)
        {
            foreach (var natural in PeriodsOf(line, EndOf(contract)))
            {
                check(line, natural);
            }
        }
    }

    private static DateOnly EndOf(Contract contract) => contract.Terms.Start.AddDays(Recipe.LastDay);

    private static List<ServicePeriod> PeriodsOf(LineHistory line, DateOnly through)
    {
        var periods = new List<ServicePeriod>();
        foreach (var natural in line.Due(through))
        {
            periods.Add(natural);
        }

        return periods;
    }
}
