using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Tests.Rating;

public sealed class ExplainerTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly ServicePeriod WholeMarch = new(March, new DateOnly(2026, 4, 1));

    [Fact]
    public void The_worked_case_opens_to_its_arithmetic()
    {
        var contract = Contract(Users(Pricing.PerUnit(150m, Currency.Usd)), 45);
        contract.ChangeQuantity(Note("2026-03-17"), 1, 48);
        contract.ChangeQuantity(Note("2026-03-24"), 1, 46);

        Assert.Equal(
            """
            Managed user, 03/01/2026–03/31/2026: 6,890.32 USD
              03/01/2026–03/16/2026: 45 users, whole period 6,750.00 USD, share 16/31 = 3,483.8709677419 USD
                45 users since 03/01/2026, as agreed
                45 × 150.00 USD = 6,750.00 USD, price since 03/01/2026
              03/17/2026–03/23/2026: 48 users, whole period 7,200.00 USD, share 7/31 = 1,625.8064516129 USD
                48 users since 03/17/2026, as amended
                48 × 150.00 USD = 7,200.00 USD, price since 03/01/2026
              03/24/2026–03/31/2026: 46 users, whole period 6,900.00 USD, share 8/31 = 1,780.6451612903 USD
                46 users since 03/24/2026, as amended
                46 × 150.00 USD = 6,900.00 USD, price since 03/01/2026
              31 of 31 days held, by the days of the period = 1/1
              6,890.3225806452 USD rounded once = 6,890.32 USD
            """,
            Text(contract, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Steps_included_units_and_increments_are_shown_one_by_one()
    {
        var steps = Pricing.Graduated(Currency.Usd, new PriceStep(25, 38.5m), new PriceStep(100, 34.25m), new PriceStep(null, 29.995m, 10m)).WithIncluded(5);

        Assert.Equal(
            """
            Managed user, 03/01/2026–03/31/2026: 4,291.13 USD
              03/01/2026–03/31/2026: 130 users, whole period 4,291.125 USD, share 1/1 = 4,291.125 USD
                130 users since 03/01/2026, as agreed
                125 in steps, each step at its price = 4,291.125 USD, prices since 03/01/2026
                  130 less 5 included = 125
                  above 0 up to 25: 25 × 38.50 USD = 962.50 USD
                  above 25 up to 100: 75 × 34.25 USD = 2,568.75 USD
                  above 100: 25 × 29.995 USD + 10.00 USD = 759.875 USD
              4,291.125 USD rounded once = 4,291.13 USD
            """,
            Text(Contract(Users(steps), 130), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Minutes_that_are_billed_as_hours_are_not_called_hours()
    {
        var charge = new Charge("support", "Remote support (h)", BillingUnit.Hour, Pricing.PerUnit(120m, Currency.Usd).WithIncrement(new QuantityIncrement(15, 0.25m)))
        {
            Timing = ChargeTiming.Arrears,
            Basis = QuantityBasis.Reported,
        };
        var contract = new Contract("C-1", "K-1", new ContractTerms(Currency.Usd, new DateOnly(2026, 3, 1), new ContractLine(1, charge, 0)), At("2026-01-01"), ContractStatus.Scheduled);
        var line = ContractHistory.Of(contract, [new UsageCount(1, new DateOnly(2026, 3, 4), 41, At("2026-03-05"))], null).Lines[0];

        // 41 minutes are 3 begun quarters of an hour: 3 × 0.25 h × 120.00 = 90.00
        Assert.Equal(
            """
            Remote support (h), 03/01/2026–03/31/2026: 90.00 USD
              03/01/2026–03/31/2026: 41 as counted, whole period 90.00 USD, share 1/1 = 90.00 USD
                41 as counted, the sum of the reports
                  03/04/2026: 41
                0.75 × 120.00 USD = 90.00 USD, price since 03/01/2026
                  41 in begun steps of 15, each bills 0.25 = 0.75
              90.00 USD rounded once = 90.00 USD
            """,
            string.Join('\n', ExplanationText.Render(Explainer.Explain(line, new ServicePeriod(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)), contract.Terms), Currency.Usd, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_part_month_that_waits_is_shown_as_money()
    {
        var charge = new Charge("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(31m, Currency.Usd)) { DayCount = DayCount.NextWholePeriod };
        var terms = new ContractTerms(Currency.Usd, new DateOnly(2026, 3, 17), new ContractLine(1, charge, 2)) { Anchor = BillingAnchor.OnDay(1, March) };

        var explanation = Explain(new Contract("C-1", "K-1", terms, At("2026-01-01"), ContractStatus.Scheduled));

        // 2 × 31.00 × 15/31 = 30.00
        var waits = Assert.Single(explanation.Parts, part => part.Rule == ExplanationRule.NotBilled);
        Assert.Equal((0m, 30m), (explanation.Result, waits.Result));
    }

    [Fact]
    public void An_increase_that_waits_for_the_next_period_is_shown_as_money()
    {
        var charge = new Charge("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(31m, Currency.Usd)) { Increase = ChangePolicy.NextPeriod };
        var contract = Contract(charge, 10);
        contract.ChangeQuantity(Note("2026-03-22"), 1, 13);

        var explanation = Explain(contract);

        // 3 × 31.00 × 10/31 = 30.00
        var waits = Assert.Single(explanation.Parts, part => part.Rule == ExplanationRule.NotBilled);
        Assert.Equal((310m, 30m), (explanation.Result, waits.Result));
    }

    [Fact]
    public void Discounts_stand_in_their_order()
    {
        var line = new ContractLine(1, Users(Pricing.PerUnit(10m, Currency.Usd)), 10)
        {
            Discounts = [Discount.OfAmount(1, "Loyalty", new Money(15m, Currency.Usd)), Discount.OfPercent(2, "Term", 10m)],
        };
        var terms = new ContractTerms(Currency.Usd, March, line) { Discounts = [Discount.OfPercent(3, "Group", 20m)] };

        var explanation = Explain(new Contract("C-1", "K-1", terms, At("2026-01-01"), ContractStatus.Scheduled));

        // 100.00 − 10 % = 90.00; − 15.00 = 75.00; − 20 % = 60.00
        Assert.Equal([100m, 90m, 75m, 60m], explanation.Parts[0].Parts.Skip(1).Select(part => part.Result));
    }

    // 12 seats: the customer has 8 since the 10th, 10 are committed to, and fewer count from the next month only.
    [Fact]
    public void A_quantity_says_how_it_came_about()
    {
        var charge = new Charge("seat", "Seat", BillingUnit.Licence, Pricing.PerUnit(31m, Currency.Usd)) { Decrease = ChangePolicy.NextPeriod };
        var contract = new Contract(
            "C-1", "K-1", new ContractTerms(Currency.Usd, March, new ContractLine(1, charge, 12) { CommittedQuantity = 10 }), At("2026-01-01"), ContractStatus.Scheduled);
        contract.ChangeQuantity(Note("2026-03-10"), 1, 8);

        Assert.Equal(
            """
            Seat, 03/01/2026–03/31/2026: 372.00 USD
              03/01/2026–03/31/2026: 12 licences, whole period 372.00 USD, share 1/1 = 372.00 USD
                12 licences since 03/01/2026, as agreed
                12 × 31.00 USD = 372.00 USD, price since 03/01/2026
              372.00 USD rounded once = 372.00 USD
              not billed, 03/10/2026–03/31/2026, a decrease that waits: 328.00 USD would be owed, 372.00 USD is; -44.00 USD
            """,
            Text(contract, CultureInfo.InvariantCulture));
        Assert.Equal(
            """
            Seat, 01.04.2026–30.04.2026: 310,00 USD
              01.04.2026–30.04.2026: 10 Lizenzen, ganzer Zeitraum 310,00 USD, Anteil 1/1 = 310,00 USD
                10 Lizenzen, taggenau
                  8 seit 10.03.2026, laut Änderung
                  8 auf die vereinbarten 10 erhöht = 10
                10 × 31,00 USD = 310,00 USD, Preis seit 01.03.2026
              310,00 USD einmal gerundet = 310,00 USD
            """,
            Text(contract, CultureInfo.GetCultureInfo("de-DE"), new ServicePeriod(new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1))));
    }

    // 100.00 + 3 % = 103.00, + 3 % = 106.09 in the third year; 2 of 28 days of it by the days held
    [Fact]
    public void An_uplifted_price_shows_its_steps_and_a_minimum_spend_its_share()
    {
        var charge = new Charge("backup", "Backup", BillingUnit.Flat, Pricing.Flat(100m, Currency.Usd).WithMinimumSpend(140m));
        var contract = new Contract(
            "C-1", "K-1",
            new ContractTerms(Currency.Usd, new DateOnly(2024, 2, 1), new ContractLine(1, charge, 1) { End = new DateOnly(2026, 2, 3) }) { Uplift = Uplift.EveryYear(3m) },
            At("2024-01-01"), ContractStatus.Scheduled);

        Assert.Equal(
            """
            Backup, 02/01/2026–02/28/2026: 10.61 USD
              02/01/2026–02/02/2026: 1 flat fee, whole period 106.09 USD, share 2/28 = 7.5778571429 USD
                1 flat fee since 02/01/2024, as agreed
                flat price 106.09 USD, since 02/01/2026
                  100.00 USD agreed since 02/01/2024, uplifted = 106.09 USD
                    3 % from 02/01/2025, together × 1.03
                    3 % from 02/01/2026, together × 1.0609
              7.5778571429 USD raised to the minimum spend = 10.609 USD
                02/01/2026–02/02/2026: minimum 148.526 USD, after discounts 148.526 USD, share 2/28 = 10.609 USD
              2 of 28 days held, by the days of the period = 2/28
              10.609 USD rounded once = 10.61 USD
            """,
            Text(contract, CultureInfo.InvariantCulture, new ServicePeriod(new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1))));
    }

    // Highest of 4 and 9 users
    [Fact]
    public void A_highest_count_lists_what_was_held()
    {
        var charge = new Charge("user", "User", BillingUnit.User, Pricing.PerUnit(31m, Currency.Usd)) { Basis = QuantityBasis.Highest, Timing = ChargeTiming.Arrears };
        var contract = Contract(charge, 4);
        contract.ChangeQuantity(Note("2026-03-14"), 1, 9);

        var quantity = Explain(contract).Parts[0].Parts[0];

        Assert.Equal((ExplanationRule.Quantity, 9m), (quantity.Rule, quantity.Result));
        Assert.Equal([4m, 9m], quantity.Parts.Select(part => part.Result));
    }

    // A supplier's bill of 1,234.50 with 10 % on top
    [Fact]
    public void An_amount_passed_on_shows_its_factor()
    {
        var charge = new Charge("cloud", "Cloud", BillingUnit.Gigabyte, Pricing.CostPlus(10m, Currency.Usd)) { Basis = QuantityBasis.Reported, Timing = ChargeTiming.Arrears };
        var line = ContractHistory.Of(Contract(charge, 0), [new UsageCount(1, new DateOnly(2026, 3, 20), 1_234.5m, At("2026-03-20"))], null).Lines[0];

        var explanation = Explainer.Explain(line, WholeMarch, Contract(charge, 0).Terms);

        Assert.Equal(1_357.95m, explanation.Result);
        Assert.Contains("      1,234.5 × 1.1 = 1,357.95 USD, since 03/01/2026", ExplanationText.Render(explanation, Currency.Usd, CultureInfo.InvariantCulture).Select(text => "  " + text));
    }

    // 30 of 31 days in months of thirty are the whole price: 31.00 × 30/30. A 92-day quarter held 91 days is capped at 90/90: 1.00 stays unbilled.
    [Fact]
    public void Days_beyond_the_months_of_thirty_are_shown_as_money()
    {
        var charge = new Charge("fee", "Fee", BillingUnit.Flat, Pricing.Flat(90m, Currency.Usd)) { Cadence = Cadence.Quarterly, DayCount = DayCount.ActualOver30 };
        var terms = new ContractTerms(Currency.Usd, new DateOnly(2025, 7, 1), new ContractLine(1, charge, 1) { Start = new DateOnly(2025, 7, 2) });
        var contract = new Contract("C-1", "K-1", terms, At("2025-01-01"), ContractStatus.Scheduled);

        var explanation = Explainer.Explain(
            ContractHistory.Of(contract, [], null).Lines[0], new ServicePeriod(new DateOnly(2025, 7, 1), new DateOnly(2025, 10, 1)), terms);

        var capped = Assert.Single(explanation.Parts, part => part.Rule == ExplanationRule.NotBilled);
        Assert.Equal((90m, 1m), (explanation.Result, capped.Result));
        Assert.Equal(nameof(NotBilledReason.CappedDays), Assert.IsType<Operand.Label>(capped[OperandName.Reason]).Value);
    }

    // 16 days are held and billed as 31: 31.00 − 16.00
    [Fact]
    public void A_part_period_billed_in_full_is_shown_as_money()
    {
        var charge = new Charge("fee", "Fee", BillingUnit.Flat, Pricing.Flat(31m, Currency.Usd)) { DayCount = DayCount.WholePeriod };
        var contract = Contract(charge, 1);
        contract.RemoveLine(Note("2026-03-17"), 1);

        var waits = Assert.Single(Explain(contract).Parts, part => part.Rule == ExplanationRule.NotBilled);

        Assert.Equal(-15m, waits.Result);
    }

    [Fact]
    public void Every_unit_and_every_choice_has_words()
    {
        Assert.All(BillingUnit.All, unit => Assert.NotNull(ExplanationUnits.Of(unit.Code, isOne: true)));
        (OperandName Name, string[] Values)[] choices =
        [
            (OperandName.Basis, Enum.GetNames<QuantityBasis>()), (OperandName.Policy, Enum.GetNames<ChangePolicy>()), (OperandName.DayCount, Enum.GetNames<DayCount>()),
            (OperandName.Source, Enum.GetNames<QuantitySource>()), (OperandName.Reason, Enum.GetNames<NotBilledReason>()), (OperandName.Category, Enum.GetNames<TaxCategory>()),
        ];
        Assert.All(choices, choice => Assert.All(choice.Values, value => Assert.NotNull(ExplanationChoices.Of(choice.Name, value))));
    }

    [Theory]
    [InlineData("en-US", "Managed user, 3/1/2026–3/31/2026: 6,750.00 USD")]
    [InlineData("de-DE", "Managed user, 01.03.2026–31.03.2026: 6.750,00 USD")]
    [InlineData("fr-FR", "Managed user, 01/03/2026–31/03/2026 : 6 750,00 USD")]
    public void Each_reader_has_their_own_words_and_numbers(string culture, string first)
    {
        var lines = Text(Contract(Users(Pricing.PerUnit(150m, Currency.Usd)), 45), CultureInfo.GetCultureInfo(culture)).Split('\n');

        Assert.Equal(first, lines[0].Replace('\u202F', ' ').Replace('\u00A0', ' '));
    }

    private static string Text(Contract contract, CultureInfo culture, ServicePeriod? natural = null) =>
        string.Join('\n', ExplanationText.Render(Explain(contract, natural), Currency.Usd, culture));

    private static Explanation Explain(Contract contract, ServicePeriod? natural = null)
    {
        var explanation = Explainer.Explain(ContractHistory.Of(contract, [], null).Lines[0], natural ?? WholeMarch, contract.Terms);
        Recomputed.Check(explanation);
        return explanation;
    }

    private static Charge Users(Pricing pricing) => new("managed-user", "Managed user", BillingUnit.User, pricing);

    private static Contract Contract(Charge charge, decimal quantity) =>
        new("C-1", "K-1", new ContractTerms(Currency.Usd, March, new ContractLine(1, charge, quantity)), At("2026-01-01"), ContractStatus.Scheduled);

    private static AmendmentNote Note(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), At(day), "sales", "as agreed");

    private static DateTimeOffset At(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
