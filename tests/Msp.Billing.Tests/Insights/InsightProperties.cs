using CsCheck;
using Msp.Billing.Insights;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Invoicing;
using Msp.Billing.Tests.Properties;

namespace Msp.Billing.Tests.Insights;

public sealed class InsightProperties
{
    // One for each thread: it keeps room for its work.
    private static MrrCalculator Calculator => new(new TableTaxCalculator(Books.Taxes));

    // A monthly line held for a whole period at one quantity and price is worth what the engine bills for it.
    [Fact]
    public void A_monthly_line_is_worth_what_a_whole_month_bills() => Recipes.Any.Where(recipe => !recipe.Terms.PricesIncludeTax).Sample(
        recipe =>
        {
            var (contract, counts) = recipe.Told();
            var day = recipe.Terms.Start.AddDays(100);
            var history = ContractHistory.Of(contract, counts, null, day.AddMonths(2));
            var pieces = new RatedPieces();
            foreach (var mrr in Calculator.Of(contract, Recipe.Customer.Tax, counts, day).Lines)
            {
                var line = history.LineWithId(mrr.LineId) ?? throw new InvalidOperationException();
                var anchor = recipe.Terms.Anchor;
                var natural = anchor.Period(Cadence.Monthly, anchor.IndexOf(Cadence.Monthly, day));
                var elsewhere = day < recipe.Terms.BilledElsewhereUntil;
                if (mrr is { IsUsage: false, SharedMinorUnits: 0 } && mrr.Cadence == Cadence.Monthly && !elsewhere)
                {
                    var rated = Rater.Rate(line, natural, recipe.Terms, pieces);
                    if (pieces.Count == 1 && pieces[0].Days == natural && pieces[0].Quantity == mrr.Quantity && rated.Share.IsWhole)
                    {
                        Assert.Equal(rated.MinorUnits, mrr.MinorUnits);
                    }
                }
            }
        },
        iter: 2_000);

    [Fact]
    public void Movements_are_exactly_the_difference() => Gen.Select(Recipes.Any, Gen.Int[0, 400], Gen.Int[0, 400], Gen.Bool).Sample(
        (recipe, from, to, before) =>
        {
            var (contract, counts) = recipe.Told();
            var days = Calculator.Of(contract, Recipe.Customer.Tax, counts, [recipe.Terms.Start.AddDays(from), recipe.Terms.Start.AddDays(to)]);
            var step = MrrStep.Between(days[0], days[1]);
            Assert.Equal(days[1].Amount.MinorUnits, step.Closing);
            Assert.True(step is { More: >= 0, Fewer: <= 0 });
            var movement = MrrMovement.OfCustomer([step], before);
            Assert.Equal(days[0].Amount.MinorUnits, movement.Opening);
            Assert.Equal(days[1].Amount.MinorUnits, movement.Closing);
            Assert.Equal(movement.Closing - movement.Opening, MrrMovement.Kinds.Sum(kind => movement[kind]));
        },
        iter: 2_000);

    // Steps of random customers with contracts that take each other's places.
    [Fact]
    public void Movements_of_a_customer_are_exactly_the_difference() =>
        Gen.Select(Gen.Int[0, 9].Select(value => Math.Max(0, value - 4) * 1_000L), Gen.Int[0, 9].Select(value => Math.Max(0, value - 4) * 1_000L), Gen.Int[-1, 5]).Array[1, 6].Sample(
            contracts =>
            {
                var steps = contracts.Select((one, at) => new MrrStep(
                    $"C-{at}", one.Item3 >= 0 && one.Item3 != at ? $"C-{one.Item3}" : null, one.Item1, Math.Max(0, one.Item2 - one.Item1), Math.Min(0, one.Item2 - one.Item1), 0)).ToArray();
                var movement = MrrMovement.OfCustomer(steps, hadBefore: true);
                Assert.Equal(contracts.Sum(one => one.Item1), movement.Opening);
                Assert.Equal(contracts.Sum(one => one.Item2), movement.Closing);
                Assert.True(movement is { New: >= 0, Reactivation: >= 0, Expansion: >= 0, Contraction: <= 0, Churn: <= 0 });
            });

    // For every run of a random story: the MRR of the day and the parts are what was posted.
    [Fact]
    public void The_bridge_is_exactly_what_was_posted() => Recipes.Any.Sample(
        recipe => recipe.Play(moment =>
        {
            var mrr = Calculator.Of(moment.Contract, Recipe.Customer.Tax, moment.Counts, moment.Day, moment.KnownAt);
            var posted = (moment.Draft?.Lines ?? []).Select((line, at) => BilledPart.Of(PostedLine.Of(line, at + 1))).ToArray();
            var bridge = InvoiceBridge.Of(moment.Contract, mrr, posted);
            Assert.Equal(moment.Draft?.Subtotal.MinorUnits ?? 0, bridge.Invoiced);
            Assert.Equal(mrr.Amount.MinorUnits, bridge.Mrr);
            Assert.True(bridge is { NotBilled: <= 0, Credit: <= 0, Adjustment: >= 0 });
        }),
        iter: 1_000);

    // What every run costs, added up, is what its periods cost as they were known when they were last billed.
    [Fact]
    public void Costs_of_the_runs_are_the_costs_of_the_periods() => Recipes.Any.Sample(
        recipe =>
        {
            var total = 0L;
            Recipe.Moment? last = null;
            recipe.Play(moment =>
            {
                last = moment;
                total += BilledCosts.Of(moment.Contract, moment.Counts, moment.KnownAt, Periods(moment)).Sum(cost => cost.MinorUnits ?? 0);
            });
            Assert.NotNull(last);
            var pieces = new RatedPieces();
            var expected = 0L;
            foreach (var period in last.Ledger.For("C-1").ToArray())
            {
                var known = ContractHistory.Of(last.Contract, last.Counts, period.KnownAt, last.Day).LineWithId(period.LineId);
                expected += known is null ? 0 : LineCost.OfPeriod(known, period.Natural, recipe.Terms, pieces) ?? 0;
            }

            Assert.Equal(expected, total);
        },
        iter: 500);

    private static BilledCostPeriod[] Periods(Recipe.Moment moment) => [.. (moment.Draft?.Lines ?? [])
        .GroupBy(line => (line.Source.Id, line.Natural))
        .Select(group => new BilledCostPeriod(group.Key.Id, group.Key.Natural, moment.Request.Billed.ToArray()
            .Where(billed => billed.LineId == group.Key.Id && billed.Natural == group.Key.Natural).Select(billed => (DateTimeOffset?)billed.KnownAt).FirstOrDefault()))];
}
