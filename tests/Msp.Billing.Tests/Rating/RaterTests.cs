using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Invoicing;

namespace Msp.Billing.Tests.Rating;

/// <summary>What a period costs, by day count, quantity and price.</summary>
public sealed class RaterTests
{
    private static string Part(DayCount dayCount, decimal price, string start, string? end, string anchorStart, Cadence? cadence = null) =>
        Rated.Amount(
            Rated.Contract(
                new Charge("charge", "Charge", BillingUnit.Flat, Pricing.Flat(price, Currency.Eur)) { DayCount = dayCount, Cadence = cadence ?? Cadence.Monthly },
                1, start, end, anchorStart),
            start);

    // R5: a quarter of 91 days at 910.00, begun on 20 May and ended on 20 June (21st not billed): 32 days, 320.00; not 910.00 × 32/56 = 520.00
    [Fact]
    public void The_days_are_over_the_whole_natural_period() =>
        Assert.Equal("320.00", Part(DayCount.ActualOverActual, 910m, "2025-05-20", "2025-06-21", "2025-04-01", Cadence.Quarterly));

    // R6 in months of 30.00, 31.00 and 29.00, so that the amount is the number of days.
    [Theory]
    [InlineData("2021-01-27", null, "31", DayCount.ActualOverActual, "5.00")] // 31.00 × 5/31
    [InlineData("2021-01-27", null, "30", DayCount.ActualOver30, "5.00")] // 30.00 × 5/30
    [InlineData("2021-01-27", null, "30", DayCount.Thirty360, "4.00")] // 30.00 × 4/30: the 31st is no day of its own
    [InlineData("2021-02-27", null, "28", DayCount.ActualOverActual, "2.00")] // 28.00 × 2/28
    [InlineData("2021-02-27", null, "30", DayCount.ActualOver30, "2.00")] // 30.00 × 2/30
    [InlineData("2021-02-27", null, "30", DayCount.Thirty360, "4.00")] // 30.00 × 4/30: the 28th stands for three
    [InlineData("2021-04-21", "2021-04-30", "30", DayCount.ActualOverActual, "9.00")] // 21–29 April
    [InlineData("2021-04-21", "2021-04-30", "30", DayCount.ActualOver30, "9.00")]
    [InlineData("2021-04-21", "2021-04-30", "30", DayCount.Thirty360, "9.00")]
    [InlineData("2020-02-01", null, "29", DayCount.ActualOverActual, "29.00")] // whole, R6: 29/29
    [InlineData("2020-02-01", null, "30", DayCount.ActualOver30, "30.00")] // R6 has 29/30 for the whole month; ours is the whole price
    [InlineData("2020-02-01", null, "30", DayCount.Thirty360, "30.00")]
    [InlineData("2021-01-02", null, "30", DayCount.ActualOver30, "30.00")] // 30 of 31 days: never more than the month
    [InlineData("2021-01-02", null, "365", DayCount.ActualOver365, "360.00")] // 365.00 × 12/365 × 30 days
    [InlineData("2021-01-31", null, "365", DayCount.ActualOver365, "12.00")]
    [InlineData("2020-02-02", null, "365", DayCount.ActualOver365, "336.00")] // 28 days, leap year or not
    [InlineData("2021-01-31", null, "31", DayCount.WholePeriod, "31.00")] // one day is a month
    [InlineData("2021-01-02", null, "31", DayCount.NextWholePeriod, "0.00")] // all but one day is nothing
    [InlineData("2021-02-01", null, "31", DayCount.NextWholePeriod, "31.00")]
    public void A_part_month_by_day_count(string start, string? end, string price, DayCount dayCount, string amount) =>
        Assert.Equal(amount, Part(dayCount, Rated.Number(price), start, end, start[..8] + "01"));

    // R6: fixed 30-day months: from the 23rd to the 15th of the next month are 22/30 in May, June and February, leap year or not, where 8
    // days of the period are not held. Kill Bill's rule is thirty less the days gone; by 30/360 the gone days are 8 of 30 everywhere.
    [Theory]
    [InlineData("2024-05-15")]
    [InlineData("2024-06-15")]
    [InlineData("2024-02-15")]
    [InlineData("2023-02-15")]
    public void Thirty_day_months_charge_the_same_rest_of_every_month(string anchor) =>
        Assert.Equal("22.00", Part(DayCount.Thirty360, 30m, $"{Rated.Day(anchor).AddDays(8):yyyy-MM-dd}", null, anchor));

    // A quarter of 92 days: 30 days a month are 90; a year of 365 days is 12/3 of a quarter each
    [Theory]
    [InlineData(DayCount.ActualOverActual, "46.00")] // 92.00 × 46/92
    [InlineData(DayCount.ActualOver30, "47.02")] // 92.00 × 46/90 = 47.0222
    [InlineData(DayCount.ActualOver365, "46.38")] // 92.00 × 46·12/(365·3) = 46.3781
    [InlineData(DayCount.Thirty360, "46.00")] // 16 August to 30 September: 45 of 90 days of thirty
    public void A_part_quarter_by_day_count(DayCount dayCount, string amount) =>
        Assert.Equal(amount, Part(dayCount, 92m, "2025-08-16", null, "2025-07-01", Cadence.Quarterly));

    [Theory]
    [InlineData(DayCount.ActualOver30)]
    [InlineData(DayCount.ActualOver365)]
    [InlineData(DayCount.Thirty360)]
    public void Weeks_and_days_are_always_counted_as_they_are(DayCount dayCount) => // 14.00 × 3/14
        Assert.Equal("3.00", Part(dayCount, 14m, "2025-01-12", "2025-01-15", "2025-01-01", Cadence.Weeks(2)));

    // R4 (Kill Bill): 19.95 in 22 and 8 of 30 days: 14.63 + 5.32; the whole is rounded, the parts follow
    [Fact]
    public void Pieces_sum_to_the_rounded_whole()
    {
        var contract = Rated.Contract(Rated.Flat(19.95m), 1, "2025-04-01");
        contract.ChangePrice(Books.From("2025-04-23"), 1, Pricing.Flat(19.95m, Currency.Eur).WithMinimumSpend(0.01m));
        var books = new Books(contract);

        Assert.Equal([1463L, 532L], books.Run("2025-04-30")?.Lines.Select(line => line.MinorUnits) ?? []);
    }

    // 150 × (45·16 + 48·7 + 46·8)/31 = 6,890.3226: the fraction is kept, the amount is rounded once
    [Fact]
    public void The_sum_is_an_exact_fraction()
    {
        var contract = Rated.Contract(Rated.Per(BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur)), 45, "2026-03-01");
        contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48);
        contract.ChangeQuantity(Books.From("2026-03-24"), 1, 46);
        var rated = Rated.Period(contract, "2026-03-01");

        Assert.Equal((150m * ((45 * 16) + (48 * 7) + (46 * 8)), 31L), (rated.Numerator, rated.Denominator));
        Assert.Equal((689_032L, 31, true), (rated.MinorUnits, rated.Weight, rated.Share.IsWhole));
    }

    // Half a cent: 0.125 × 1 of a unit price of six decimals
    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero, "0.125", "0.13")]
    [InlineData(RoundingMode.HalfToEven, "0.125", "0.12")]
    [InlineData(RoundingMode.HalfToEven, "0.135", "0.14")]
    [InlineData(RoundingMode.HalfAwayFromZero, "0.1249", "0.12")]
    public void Half_a_cent_goes_as_the_seller_chose(RoundingMode mode, string price, string amount) => Assert.Equal(
        amount,
        Rated.Amount(
            Rated.Contract(new ContractTerms(Currency.Eur, Rated.Day("2026-03-01"), new ContractLine(1, Rated.Flat(Rated.Number(price)), 1)) { Rounding = mode }),
            "2026-03-01"));

    [Theory]
    [InlineData("JPY", "100.4", "100")]
    [InlineData("KWD", "1.2345", "1.235")]
    [InlineData("UYW", "1.23455", "1.2346")]
    public void Amounts_have_the_currency_s_decimals(string code, string price, string amount)
    {
        var currency = Currency.FromCode(code);
        Assert.Equal(amount, Rated.Amount(
            Rated.Contract(new ContractTerms(currency, Rated.Day("2026-03-01"), new ContractLine(1, Rated.Per(BillingUnit.Flat, Pricing.Flat(Rated.Number(price), currency)), 1))),
            "2026-03-01"));
    }

    // A month at 31.00 a user, so that one user costs 1.00 a day. The line runs 11 March to 25 March: 4 users on the 11th, 9 from the 14th,
    // 2 from the 21st. Held: 3·4 + 7·9 + 5·2 = 85 user days in 15 days.
    [Theory]
    [InlineData(QuantityBasis.Timeline, ChargeTiming.Advance, "85.00")]
    [InlineData(QuantityBasis.Timeline, ChargeTiming.Arrears, "85.00")]
    [InlineData(QuantityBasis.PeriodStart, ChargeTiming.Advance, "60.00")] // 4 × 15
    [InlineData(QuantityBasis.PeriodEnd, ChargeTiming.Arrears, "30.00")] // 2 × 15
    [InlineData(QuantityBasis.Highest, ChargeTiming.Arrears, "135.00")] // 9 × 15
    [InlineData(QuantityBasis.DayWeightedAverage, ChargeTiming.Arrears, "90.00")] // 85/15 = 5.67, whole users: 6 × 15
    public void A_part_month_by_quantity_basis(QuantityBasis basis, ChargeTiming timing, string amount)
    {
        var charge = new Charge("charge", "Charge", BillingUnit.User, Pricing.PerUnit(31m, Currency.Eur)) { Basis = basis, Timing = timing };
        var contract = Rated.Contract(charge, 4, "2026-03-11", "2026-03-26", "2026-03-01");
        contract.ChangeQuantity(Books.From("2026-03-14"), 1, 9);

        Assert.Equal(amount, Rated.Amount(contract, "2026-03-11", Rated.Count("2026-03-21", 2m)));
    }

    // 85 gigabyte days in 15 days are 5.666667 GB on average: × 31.00 × 15/31 = 85.000005
    [Fact]
    public void An_average_of_a_fractional_unit_has_six_decimals()
    {
        var charge = new Charge("charge", "Charge", BillingUnit.Gigabyte, Pricing.PerUnit(31m, Currency.Eur)) { Basis = QuantityBasis.DayWeightedAverage, Timing = ChargeTiming.Arrears };
        var contract = Rated.Contract(charge, 4, "2026-03-11", "2026-03-26", "2026-03-01");
        contract.ChangeQuantity(Books.From("2026-03-14"), 1, 9);
        contract.ChangeQuantity(Books.From("2026-03-21"), 1, 2);
        var rated = Rated.Period(contract, "2026-03-11");

        Assert.Equal((8_500L, 5.666667m * 31m * 15m, 31L), (rated.MinorUnits, rated.Numerator, rated.Denominator));
    }

    // 95 and 30 minutes of March at 2.00, whatever of March the line is held; April's 5 minutes are April's
    [Fact]
    public void Reported_use_is_not_prorated()
    {
        var charge = new Charge("charge", "Charge", BillingUnit.FromCode("minute"), Pricing.PerUnit(2m, Currency.Eur)) { Basis = QuantityBasis.Reported, Timing = ChargeTiming.Arrears };
        var contract = Rated.Contract(charge, 0, "2026-03-11", null, "2026-03-01");

        Assert.Equal("250.00", Rated.Amount(contract, "2026-03-11", Rated.Count("2026-03-12", 95m), Rated.Count("2026-03-31", 30m), Rated.Count("2026-04-01", 5m)));
    }

    // R13: 10.00 at least, 8.00 used, ended on day 25 of February's 28: 10.00 × 25/28 = 8.9286, so 0.93 more than was used
    [Theory]
    [InlineData("8", "8.93")]
    [InlineData("8.92", "8.93")]
    [InlineData("8.93", "8.93")]
    [InlineData("9", "9.00")]
    [InlineData("0", "8.93")] // a minimum is owed for nothing, too
    public void A_minimum_spend_is_prorated_and_compared_at_the_end(string used, string amount)
    {
        var charge = new Charge("charge", "Charge", BillingUnit.Gigabyte, Pricing.PerUnit(1m, Currency.Eur).WithMinimumSpend(10m)) { Basis = QuantityBasis.Reported, Timing = ChargeTiming.Arrears };
        var contract = Rated.Contract(charge, 0, "2022-02-01", "2022-02-26");

        Assert.Equal(amount, Rated.Amount(contract, "2022-02-01", Rated.Count("2022-02-10", Rated.Number(used))));
    }

    // 100.00 at least: 10 days at 5 × 10.00 and 21 days at 15 × 10.00 are 117.74 and not raised, although the first days alone would be
    [Fact]
    public void A_minimum_spend_is_compared_with_the_sum_of_the_pieces()
    {
        var contract = Rated.Contract(Rated.Per(BillingUnit.User, Pricing.PerUnit(10m, Currency.Eur).WithMinimumSpend(100m)), 5, "2026-03-01");
        contract.ChangeQuantity(Books.From("2026-03-11"), 1, 15);

        Assert.Equal("117.74", Rated.Amount(contract, "2026-03-01"));
        Assert.False(Rated.Period(contract, "2026-03-01").RaisedToMinimum);
    }

    // Months of thirty days have no 30 December beside the 31st: the day weighs nothing, and what is charged once on it owes its minimum all the same.
    [Theory]
    [InlineData("2026-12-29")]
    [InlineData("2026-12-30")]
    [InlineData("2026-12-31")]
    public void A_minimum_spend_of_what_is_charged_once_is_owed_on_any_day(string day)
    {
        var charge = new Charge("charge", "Charge", BillingUnit.Piece, Pricing.PerUnit(10m, Currency.Eur).WithMinimumSpend(100m))
        {
            Timing = ChargeTiming.Once,
            DayCount = DayCount.Thirty360,
        };

        Assert.Equal("100.00", Rated.Amount(Rated.Contract(charge, 5, day), day));
    }

    // R11: a licence at quantity zero bills zero, a flat charge at zero too
    [Fact]
    public void Zero_units_are_free()
    {
        Assert.Equal("0.00", Rated.Amount(Rated.Contract(Rated.Per(BillingUnit.Licence, Pricing.PerUnit(150m, Currency.Eur).WithMinimumQuantity(5m)), 0, "2026-03-01"), "2026-03-01"));
        Assert.Equal("0.00", Rated.Amount(Rated.Contract(Rated.Flat(100m), 0, "2026-03-01"), "2026-03-01"));
    }

    // R10: the tier is reached by the period's total: two reports of 100 at 1.00 up to 100 and then 0.50 are 150.00, not 200.00
    [Fact]
    public void Steps_are_reached_by_the_total_of_the_period()
    {
        var pricing = Pricing.Graduated(Currency.Eur, new PriceStep(100, 1m), new PriceStep(null, 0.5m));
        var charge = new Charge("charge", "Charge", BillingUnit.Piece, pricing) { Basis = QuantityBasis.Reported, Timing = ChargeTiming.Arrears };

        Assert.Equal("150.00", Rated.Amount(Rated.Contract(charge, 0, "2026-03-01"), "2026-03-01", Rated.Count("2026-03-05", 100m), Rated.Count("2026-03-06", 100m)));
    }

    // R12: packages are rounded up once for the period: reports of 61 and 60 are 121 units, 13 blocks of 10 at 100.00, not 7 and 6 by luck; 62 and 61 are
    // 13 blocks, where each report alone would be 7 + 7
    [Theory]
    [InlineData(61, 60, "1300.00")]
    [InlineData(62, 61, "1300.00")]
    [InlineData(65, 65, "1300.00")]
    [InlineData(65, 66, "1400.00")]
    public void Packages_are_rounded_up_once_for_the_period(int first, int second, string amount)
    {
        var charge = new Charge("charge", "Charge", BillingUnit.Piece, Pricing.Package(100m, 10m, Currency.Eur)) { Basis = QuantityBasis.Reported, Timing = ChargeTiming.Arrears };

        Assert.Equal(amount, Rated.Amount(Rated.Contract(charge, 0, "2026-03-01"), "2026-03-01", Rated.Count("2026-03-05", first), Rated.Count("2026-03-06", second)));
    }

    // R16: 25 % and then 10 % off 100.00 leave 67.50; 10 % and then 50.00 leave 40.00; 80.00 and 50.00 leave nothing
    [Theory]
    [InlineData(new[] { "25%", "10%" }, "67.50")]
    [InlineData(new[] { "10%", "50" }, "40.00")]
    [InlineData(new[] { "50", "10%" }, "40.00")] // percents come first, whatever the order they are written in
    [InlineData(new[] { "80", "50" }, "0.00")]
    [InlineData(new[] { "100%" }, "0.00")]
    [InlineData(new[] { "33.3333%" }, "66.67")] // 66.6667
    public void Discounts_compound_and_stop_at_zero(string[] discounts, string amount)
    {
        var line = new ContractLine(1, Rated.Flat(100m), 1)
        {
            Discounts = [.. discounts.Select((text, i) => text.EndsWith('%')
                ? Discount.OfPercent(i + 1, text, Rated.Number(text.TrimEnd('%')))
                : Discount.OfAmount(i + 1, text, new Money(Rated.Number(text), Currency.Eur)))],
        };

        Assert.Equal(amount, Rated.Amount(Rated.Contract(new ContractTerms(Currency.Eur, Rated.Day("2026-03-01"), line)), "2026-03-01"));
    }

    // 62.00 off for 10–19 March: 310.00 × 21/31 + 248.00 × 10/31 = 290.00
    [Fact]
    public void A_dated_discount_holds_for_its_days()
    {
        var line = new ContractLine(1, Rated.Flat(310m), 1)
        {
            Discounts = [Discount.OfAmount(1, "Spring", new Money(62m, Currency.Eur)).Within(Rated.Day("2026-03-10"), Rated.Day("2026-03-20"))],
        };

        Assert.Equal("290.00", Rated.Amount(Rated.Contract(new ContractTerms(Currency.Eur, Rated.Day("2026-03-01"), line)), "2026-03-01"));
    }

    // R16: 3 % on each anniversary compounds: 100.00, 103.00, 106.09, 109.2727 (rounded to six decimals, then to the cent)
    [Theory]
    [InlineData("2026-03-01", "100.00")]
    [InlineData("2027-02-01", "100.00")]
    [InlineData("2027-03-01", "103.00")]
    [InlineData("2028-03-01", "106.09")]
    [InlineData("2029-03-01", "109.27")]
    [InlineData("2075-03-01", "425.62")] // 1.03^49 = 4.2562194
    public void An_uplift_compounds_on_each_anniversary(string day, string amount) => Assert.Equal(
        amount,
        Rated.Amount(
            Rated.Contract(new ContractTerms(Currency.Eur, Rated.Day("2026-03-01"), new ContractLine(1, Rated.Flat(100m), 1)) { Uplift = Uplift.EveryYear(3m) }),
            day));

    // 1,000,000.00 at 20 % a year is above nine trillion after 88 years. Nobody asks for it, until somebody does.
    [Fact]
    public void An_uplift_that_grows_beyond_all_prices_matters_only_when_it_is_asked_for()
    {
        var contract = Rated.Contract(new ContractTerms(Currency.Eur, Rated.Day("2026-03-01"), new ContractLine(1, Rated.Flat(1_000_000m), 1)) { Uplift = Uplift.EveryYear(20m) });

        Assert.Equal("1200000.00", Rated.Amount(contract, "2027-03-01"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractHistory.Of(contract, [], null, Rated.Day("2126-03-01")));
    }

    // The anniversary is the 17th: 100.00 × 16/31 + 103.00 × 15/31 = 101.4516
    [Fact]
    public void An_uplift_within_a_period_is_prorated() => Assert.Equal(
        "101.45",
        Rated.Amount(
            Rated.Contract(new ContractTerms(Currency.Eur, Rated.Day("2026-03-17"), new ContractLine(1, Rated.Flat(100m), 1))
            {
                Anchor = BillingAnchor.OnDay(1, Rated.Day("2026-03-17")),
                Uplift = Uplift.EveryYear(3m),
            }),
            "2027-03-17"));

    // 150.00 agreed from 1 September 2026 rises from then on: 154.50 on 1 March 2027. What is never uplifted stays.
    [Fact]
    public void An_uplift_compounds_on_the_price_agreed_last()
    {
        var terms = new ContractTerms(
            Currency.Eur, Rated.Day("2026-03-01"), new ContractLine(1, Rated.Flat(100m), 1), new ContractLine(2, Rated.Flat(100m), 1) { NeverUplifted = true })
        {
            Uplift = Uplift.EveryYear(3m),
        };
        var contract = Rated.Contract(terms);
        contract.ChangePrice(Books.From("2026-09-01"), 1, Pricing.Flat(150m, Currency.Eur));
        var history = Rated.History(contract);

        Assert.Equal([100m, 150m, 154.5m], history.Lines[0].Prices[..3].ToArray().Select(price => price.Pricing.Price));
        Assert.Equal([100m], history.Lines[1].Prices.ToArray().Select(price => price.Pricing.Price));
    }

    // Days that the line is not held cost nothing: 31.00 for a month, 10–14 March suspended, 26.00
    [Fact]
    public void Suspended_days_are_not_billed()
    {
        var contract = Rated.Contract(Rated.Flat(31m), 1, "2026-03-01");
        contract.Move(Books.From("2026-03-10"), ContractAction.Suspend);
        contract.Move(Books.From("2026-03-15"), ContractAction.Resume);
        var line = Rated.History(contract).Lines[0];
        var pieces = new RatedPieces();
        var rated = Rater.Rate(line, line.PeriodFrom(Rated.Day("2026-03-01")), contract.Terms, pieces);

        Assert.Equal((2_600L, "26/31", 2), (rated.MinorUnits, rated.Share.ToString(), pieces.Count));
    }

    [Fact]
    public void Rating_allocates_nothing_once_it_has_room()
    {
        var contract = Rated.Contract(Rated.Per(BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur)), 45, "2026-03-01");
        contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48);
        var line = Rated.History(contract).Lines[0];
        var pieces = new RatedPieces();
        var natural = line.PeriodFrom(Rated.Day("2026-03-01"));
        Rater.Rate(line, natural, contract.Terms, pieces);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Rater.Rate(line, natural, contract.Terms, pieces);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
