using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;

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
                45 × 150.00 USD = 6,750.00 USD, price since 03/01/2026
              03/17/2026–03/23/2026: 48 users, whole period 7,200.00 USD, share 7/31 = 1,625.8064516129 USD
                48 × 150.00 USD = 7,200.00 USD, price since 03/01/2026
              03/24/2026–03/31/2026: 46 users, whole period 6,900.00 USD, share 8/31 = 1,780.6451612903 USD
                46 × 150.00 USD = 6,900.00 USD, price since 03/01/2026
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
        Assert.Equal([100m, 90m, 75m, 60m], explanation.Parts[0].Parts.Select(part => part.Result));
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

    private static string Text(Contract contract, CultureInfo culture) => string.Join('\n', ExplanationText.Render(Explain(contract), Currency.Usd, culture));

    private static Explanation Explain(Contract contract) => Explainer.Explain(ContractHistory.Of(contract, [], null).Lines[0], WholeMarch, contract.Terms);

    private static Charge Users(Pricing pricing) => new("managed-user", "Managed user", BillingUnit.User, pricing);

    private static Contract Contract(Charge charge, decimal quantity) =>
        new("C-1", "K-1", new ContractTerms(Currency.Usd, March, new ContractLine(1, charge, quantity)), At("2026-01-01"), ContractStatus.Scheduled);

    private static AmendmentNote Note(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), At(day), "sales", "as agreed");

    private static DateTimeOffset At(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
