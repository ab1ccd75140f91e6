using System.Globalization;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Plans;

public sealed class PricingTests
{
    // R10: first 10 at 1.50, the next 100 at 1.00, then 0.50.
    private static readonly Pricing Usage = Pricing.Graduated(Currency.Usd, new PriceStep(10, 1.50m), new PriceStep(110, 1.00m), new PriceStep(null, 0.50m));

    // R10: 1-5 at 7, 6-10 at 6.50, 11 and more at 6.
    private static readonly Pricing Seats = Pricing.Volume(Currency.Usd, new PriceStep(5, 7m), new PriceStep(10, 6.50m), new PriceStep(null, 6m));

    // R10: up to 100 at 2 + 10, 101-200 at 1, then 0.50 + 50.
    private static readonly Pricing WithFees =
        Pricing.Volume(Currency.Usd, new PriceStep(100, 2m, 10m), new PriceStep(200, 1m), new PriceStep(null, 0.50m, 50m));

    private static readonly Gen<decimal> Quantities = Gen.OneOf(Gen.Int[0, 300].Select(whole => (decimal)whole), Gen.Int[0, 300_000].Select(thousandths => thousandths / 1000m));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("10", "15")] // the bound is inclusive: 10 x 1.50
    [InlineData("10.5", "15.50")] // 15 + 0.5 x 1.00: a fraction belongs to the step it falls in
    [InlineData("11", "16")]
    [InlineData("110", "115")] // 15 + 100
    [InlineData("111", "115.50")] // 15 + 100 + 0.50
    public void Graduated_steps_price_the_units_inside_them(string quantity, string price) => Assert.Equal(Number(price), Usage.Exact(Number(quantity)));

    [Theory]
    [InlineData("0", "0")] // zero is free; a base fee is a flat charge of its own
    [InlineData("1", "12")] // 10 + 2
    [InlineData("10", "102")] // 10 x 10 + 2
    [InlineData("11", "121")] // 102 + 9 + 10
    public void A_graduated_fee_is_due_once_its_step_is_reached(string quantity, string price) // R11
    {
        var pricing = Pricing.Graduated(Currency.Usd, new PriceStep(10, 10m, 2m), new PriceStep(null, 9m, 10m));

        Assert.Equal(Number(price), pricing.Exact(Number(quantity)));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("5", "35")]
    [InlineData("6", "39")]
    [InlineData("10", "65")]
    [InlineData("11", "66")]
    [InlineData("20", "120")]
    [InlineData("25", "150")]
    public void Volume_prices_every_unit_at_the_step_that_is_reached(string quantity, string price) => Assert.Equal(Number(price), Seats.Exact(Number(quantity)));

    [Theory]
    [InlineData("0", "0")] // others bill the first fee at zero; we do not
    [InlineData("1", "12")]
    [InlineData("100", "210")]
    [InlineData("100.5", "100.50")]
    [InlineData("101", "101")]
    [InlineData("200", "200")]
    [InlineData("201", "150.50")] // 201 x 0.50 + 50
    public void Volume_fees_are_those_of_the_step_that_is_reached(string quantity, string price) =>
        Assert.Equal(Number(price), WithFees.Exact(Number(quantity)));

    [Theory]
    [InlineData(121, 10, 0, 1300)] // R12: 121 units at 100 a ten
    [InlineData(121, 10, 10, 1200)]
    [InlineData(121, 10, 200, 0)]
    [InlineData(120, 10, 0, 1200)]
    [InlineData(1, 10, 0, 100)]
    [InlineData(0, 10, 0, 0)]
    public void Begun_blocks_are_billed_in_full_after_included_units(int quantity, int blockSize, int included, int price) =>
        Assert.Equal(price, Pricing.Package(100m, blockSize, Currency.Usd).WithIncluded(included).Exact(quantity));

    [Fact]
    public void Three_packs_of_twenty_hold_forty_five_units() => Assert.Equal(15m, Pricing.Package(5m, 20m, Currency.Usd).Exact(45)); // R12

    [Theory]
    [InlineData("0", "0")]
    [InlineData("5", "0")]
    [InlineData("20", "15")] // 10 left: all at 1.50
    [InlineData("121", "115.50")] // 111 left, as without
    public void Included_units_are_taken_off_before_the_steps(string quantity, string price) =>
        Assert.Equal(Number(price), Usage.WithIncluded(10m).Exact(Number(quantity)));

    [Theory]
    [InlineData(0, 0)] // nothing is held: nothing is billed
    [InlineData(1, 50)]
    [InlineData(5, 50)]
    [InlineData(6, 60)]
    public void A_minimum_quantity_counts_from_the_first_unit(int quantity, int price) =>
        Assert.Equal(price, Pricing.PerUnit(10m, Currency.Usd).WithMinimumQuantity(5m).Exact(quantity));

    [Theory]
    [InlineData(1, "0.25")] // every 15 minutes begun are a quarter of an hour
    [InlineData(15, "0.25")]
    [InlineData(16, "0.5")]
    [InlineData(95, "1.75")] // 7 quarters
    [InlineData(0, "0")]
    public void Minutes_are_billed_as_begun_quarters_of_an_hour(int minutes, string hours)
    {
        var support = Pricing.PerUnit(120m, Currency.Eur).WithIncrement(new QuantityIncrement(15m, 0.25m));

        Assert.Equal(Number(hours), support.Billable(minutes));
        Assert.Equal(Number(hours) * 120m, support.Exact(minutes));
    }

    [Fact]
    public void Included_minutes_come_off_before_quarters_are_counted() // 95 - 60 = 35 minutes: 3 quarters
    {
        var support = Pricing.PerUnit(120m, Currency.Eur).WithIncluded(60m).WithIncrement(new QuantityIncrement(15m, 0.25m));

        Assert.Equal(90m, support.Exact(95m));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 99)]
    [InlineData(500, 99)]
    public void A_flat_price_ignores_the_quantity_but_not_its_absence(int quantity, int price) =>
        Assert.Equal(price, Pricing.Flat(99m, Currency.Eur).Exact(quantity));

    [Fact]
    public void Passes_an_amount_on()
    {
        Assert.Equal(37.035m, Pricing.PercentOf(3m, Currency.Eur).Exact(1234.50m)); // 3 % of 1,234.50
        Assert.Equal(1357.95m, Pricing.CostPlus(10m, Currency.Eur).Exact(1234.50m)); // 1,234.50 + 10 %
        Assert.Equal(1234.50m, Pricing.CostPlus(0m, Currency.Eur).Exact(1234.50m));
        Assert.Equal("3 % of the amount, EUR", Pricing.PercentOf(3m, Currency.Eur).ToString());
        Assert.Equal("The amount +12.5 %, EUR", Pricing.CostPlus(12.5m, Currency.Eur).ToString());
        Assert.Equal("The amount -5 %, EUR", Pricing.CostPlus(-5m, Currency.Eur).ToString());
    }

    [Fact]
    public void Zero_units_are_free_under_every_model() =>
        Assert.All(
            [
                Usage, Seats, WithFees, Pricing.PerUnit(5m, Currency.Usd), Pricing.Flat(5m, Currency.Usd), Pricing.Package(5m, 2m, Currency.Usd),
                Pricing.PercentOf(3m, Currency.Usd), Pricing.CostPlus(3m, Currency.Usd), Usage.WithMinimumQuantity(7m).WithMinimumSpend(100m),
            ],
            pricing => Assert.Equal(0m, pricing.Exact(0m)));

    [Theory]
    [InlineData("100", "1.3", "130")]
    [InlineData("0.0385", "1.035", "0.039848")] // 0.0398475, half away from zero at six decimals
    [InlineData("19.99", "0", "0")]
    public void Scaled_prices_are_rounded_to_six_decimals(string price, string factor, string scaled) =>
        Assert.Equal(Number(scaled), Pricing.PerUnit(Number(price), Currency.Usd).Scaled(Number(factor)).Price);

    [Fact]
    public void Scaling_reaches_every_price_and_no_quantity()
    {
        var scaled = WithFees.WithIncluded(3m).WithMinimumQuantity(4m).WithMinimumSpend(20m).WithIncrement(new QuantityIncrement(2m, 1m)).Scaled(1.5m);

        Assert.Equal([new PriceStep(100, 3m, 15m), new PriceStep(200, 1.5m), new PriceStep(null, 0.75m, 75m)], scaled.Steps);
        Assert.Equal((3m, 4m, 30m), (scaled.IncludedQuantity, scaled.MinimumQuantity, scaled.MinimumSpend));
        Assert.Equal(new QuantityIncrement(2m, 1m), scaled.Increment);
        Assert.Equal(15m, Pricing.Package(10m, 20m, Currency.Usd).Scaled(1.5m).Price);
        Assert.Equal(20m, Pricing.Package(10m, 20m, Currency.Usd).Scaled(1.5m).BlockSize);
    }

    [Fact]
    public void A_percentage_of_an_amount_does_not_rise_with_prices()
    {
        Assert.Equal(0.03m, Pricing.PercentOf(3m, Currency.Usd).Scaled(1.1m).Price);
        Assert.Equal(1.1m, Pricing.CostPlus(10m, Currency.Usd).Scaled(1.1m).Price);
    }

    [Fact]
    public void More_units_never_cost_less_unless_by_volume() =>
        Gen.Select(Monotonic, Quantities, Quantities).Sample((pricing, quantity, more) =>
            pricing.Exact(quantity + more) >= pricing.Exact(quantity));

    [Fact]
    public void More_units_never_cost_less_by_volume_where_no_cliff_is_shown() =>
        Gen.Select(Volumes, Gen.Int[0, 60], Gen.Int[0, 60]).Sample((pricing, quantity, more) =>
            Owed(pricing, quantity + more) >= Owed(pricing, quantity) || !pricing.Cliffs().IsEmpty);

    [Fact]
    public void Every_cliff_is_one_and_none_is_missed() =>
        Volumes.Sample(pricing =>
        {
            var cliffs = pricing.Cliffs();
            var found = Enumerable.Range(1, 60)
                .Where(quantity => Owed(pricing, quantity + 1) < Owed(pricing, quantity))
                .Select(quantity => (decimal)quantity);
            Assert.Equal(found, cliffs.Select(cliff => cliff.Quantity));
            Assert.All(cliffs, cliff => Assert.Equal(FirstAsDearAs(pricing, cliff), cliff.RegainedAt));
        });

    [Fact]
    public void Shows_where_more_units_cost_less()
    {
        Assert.Equal([new PriceCliff(100m, 210m, 101m, 101m, 320m), new PriceCliff(200m, 200m, 201m, 150.50m, 300m)], WithFees.Cliffs());
        Assert.Equal([new PriceCliff(101_000m, 101m, 101_001m, 50.5005m, 202_000m)], Pricing.Volume(Currency.Usd, new PriceStep(101_000, 0.001m), new PriceStep(null, 0.0005m)).Cliffs());
    }

    [Fact]
    public void A_last_step_that_costs_nothing_is_never_regained() =>
        Assert.Equal([new PriceCliff(10m, 50m, 11m, 0m, null)], Pricing.Volume(Currency.Usd, new PriceStep(10, 5m), new PriceStep(null, 0m)).Cliffs());

    [Fact]
    public void There_is_no_cliff_below_the_minimum_quantity_or_the_minimum_spend()
    {
        Assert.Empty(WithFees.WithMinimumQuantity(201m).Cliffs());
        Assert.Empty(WithFees.WithMinimumSpend(210m).Cliffs());
        Assert.Empty(Usage.Cliffs());
    }

    [Fact]
    public void The_same_price_for_more_units_is_no_cliff()
    {
        Assert.Empty(Seats.Cliffs()); // 5 cost 35 and 6 cost 39; 10 cost 65 and 11 cost 66
        Assert.Empty(Pricing.Volume(Currency.Usd, new PriceStep(10, 6.60m), new PriceStep(null, 6m)).Cliffs()); // 10 and 11 cost 66
    }

    [Fact]
    public void Cliffs_follow_the_steps_in_which_a_quantity_grows()
    {
        var hours = Pricing.Volume(Currency.Usd, new PriceStep(10, 100m), new PriceStep(null, 90m)).WithIncrement(new QuantityIncrement(15m, 0.25m));

        Assert.Equal([new PriceCliff(10m, 1000m, 10.25m, 922.50m, 11.25m)], hours.Cliffs()); // 1,000 / 90 = 11.11 hours, begun quarters
    }

    [Fact]
    public void Equal_by_content()
    {
        var same = Pricing.Volume(Currency.Usd, new PriceStep(5, 7m), new PriceStep(10, 6.50m), new PriceStep(null, 6m));

        Assert.Equal(Seats, same);
        Assert.Equal(Seats.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Seats, Seats.WithIncluded(1m));
        Assert.NotEqual(Seats, Seats.WithMinimumQuantity(1m));
        Assert.NotEqual(Pricing.Flat(5m, Currency.Usd), Pricing.Flat(5m, Currency.Eur));
        Assert.NotEqual(Pricing.Flat(5m, Currency.Usd), Pricing.PerUnit(5m, Currency.Usd));
    }

    [Fact]
    public void Refuses_steps_that_do_not_rise_or_do_not_end()
    {
        Assert.Contains("no upper bound", Refusal(new PriceStep(10, 1m)), StringComparison.Ordinal);
        Assert.Contains("no upper bound", Refusal(), StringComparison.Ordinal);
        Assert.Contains("Step 2 must end above 10.", Refusal(new PriceStep(10, 1m), new PriceStep(10, 1m), new PriceStep(null, 1m)), StringComparison.Ordinal);
        Assert.Contains("Step 1 must end above 0.", Refusal(new PriceStep(0, 1m), new PriceStep(null, 1m)), StringComparison.Ordinal);
        Assert.Contains("Step 1 must end above 0.", Refusal(new PriceStep(null, 1m), new PriceStep(null, 1m)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("0.0000001")]
    [InlineData("9223372036855")]
    public void Refuses_prices_that_cannot_be_stored(string price)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Pricing.PerUnit(Number(price), Currency.Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pricing.Volume(Currency.Usd, new PriceStep(null, Number(price))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pricing.Graduated(Currency.Usd, new PriceStep(null, 1m, Number(price))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pricing.Flat(1m, Currency.Usd).WithMinimumSpend(Number(price)));
    }

    [Fact]
    public void Refuses_blocks_increments_and_bounds_of_nothing_or_too_fine()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Pricing.Package(1m, 0m, Currency.Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pricing.Package(1m, 0.0000001m, Currency.Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => Usage.WithIncrement(new QuantityIncrement(0m, 1m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Usage.WithIncrement(new QuantityIncrement(1m, 0.0000001m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pricing.Graduated(Currency.Usd, new PriceStep(1.0000001m, 1m), new PriceStep(null, 1m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Usage.WithIncluded(-1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Usage.Scaled(-1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Usage.Cliffs(0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pricing.PercentOf(-1m, Currency.Usd));
    }

    private static Gen<PriceStep[]> Steps => Gen.Select(Gen.Int[1, 10], Gen.Int[1, 40], Gen.Int[0, 9].Array[3], Gen.Int[0, 30].Array[3], (first, more, prices, fees) =>
        new[]
        {
            new PriceStep(first, prices[0], fees[0]), new PriceStep(first + more, prices[1], fees[1]), new PriceStep(null, prices[2], fees[2]),
        });

    private static Gen<Pricing> Volumes =>
        Gen.Select(Steps, Gen.Int[0, 12], Gen.Int[0, 100], (steps, minimum, spend) =>
            Pricing.Volume(Currency.Usd, steps).WithMinimumQuantity(minimum).WithMinimumSpend(spend));

    private static Gen<Pricing> Monotonic =>
        Gen.Select(
            Gen.OneOf(
                Steps.Select(steps => Pricing.Graduated(Currency.Usd, steps)),
                Gen.Int[0, 900].Select(price => Pricing.PerUnit(price / 100m, Currency.Usd)),
                Gen.Int[0, 900].Select(price => Pricing.Flat(price, Currency.Usd)),
                Gen.Select(Gen.Int[0, 900], Gen.Int[1, 300], (price, size) => Pricing.Package(price, size / 10m, Currency.Usd))),
            Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[1, 30], Gen.Bool,
            (pricing, included, minimum, per, inSteps) =>
            {
                var modified = pricing.WithIncluded(included).WithMinimumQuantity(minimum);
                return inSteps ? modified.WithIncrement(new QuantityIncrement(per, 0.25m)) : modified;
            });

    private static decimal Owed(Pricing pricing, decimal quantity) => Math.Max(pricing.Exact(quantity), pricing.MinimumSpend);

    private static decimal? FirstAsDearAs(Pricing pricing, PriceCliff cliff)
    {
        for (var quantity = cliff.NextQuantity; quantity <= 2_000m; quantity++)
        {
            if (pricing.Exact(quantity) >= cliff.Price)
            {
                return quantity;
            }
        }

        return null;
    }

    private static string Refusal(params PriceStep[] steps) => Assert.Throws<ArgumentException>(() => Pricing.Volume(Currency.Usd, steps)).Message;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
