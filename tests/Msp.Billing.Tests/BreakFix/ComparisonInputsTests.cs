using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>The numbers, their bounds and where they come from.</summary>
public sealed class ComparisonInputsTests
{
    [Fact]
    public void The_offer_and_the_size_are_taken_over()
    {
        var offer = new ManagedOffer(new UnitPrice(120m, Currency.Usd), Firms.Usd(600), Firms.Usd(9_000), 24);
        var inputs = ComparisonInputs.For(new Firm(45, 3, 2), offer);

        Assert.Equal((45, 3, 2), (inputs[Users].Value, inputs[Servers].Value, inputs[Sites].Value));
        Assert.Equal((120, 600, 24), (inputs[PlanPrice].Value, inputs[PlanOther].Value, inputs[TermMonths].Value));

        // 45 × 120 + 600 = 6,000 a month
        Assert.Equal(1.5, inputs[OnboardingMonths].Value);
        Assert.Equal(9_000m * 12 / 24, Comparison.Of(inputs).Managed.Lines.Single(line => line.Kind == CostKind.Onboarding).PerYear.Amount);
        Assert.Equal(InputStatus.Offer, inputs[PlanPrice].Status);
        Assert.False(inputs[Users].IsUncertain);
    }

    [Fact]
    public void What_a_customer_says_is_marked_and_widens_the_band()
    {
        var value = Firms.FortyFive.With(CallsPerUser, 0.9)[CallsPerUser];

        Assert.Equal((0.9, 0.15, 0.9, InputStatus.Customer), (value.Value, value.Low, value.High, value.Status));
    }

    [Fact]
    public void What_has_no_band_gets_none() => Assert.False(Firms.FortyFive.With(CallsRemaining, 0.6)[CallsRemaining].IsUncertain);

    [Theory]
    [InlineData(HourlyRate, -1)]
    [InlineData(OnSiteShare, 1.01)]
    [InlineData(SecurityMultiplier, 0.9)]
    [InlineData(RepairHours, 0)]
    [InlineData(Users, double.NaN)]
    [InlineData(OutageHours, double.PositiveInfinity)]
    public void What_cannot_be_is_refused(ComparisonInput input, double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Firms.FortyFive.With(input, value));

    [Fact]
    public void A_refusal_says_what_would_be_right() =>
        Assert.Contains(
            "OnSiteShare cannot be 40: it is from 0 to 1 (Share).",
            Assert.Throws<ArgumentOutOfRangeException>(() => Firms.FortyFive.With(OnSiteShare, 40)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_value_outside_its_band_is_refused() =>
        Assert.Throws<ArgumentException>(() => Firms.FortyFive.With(new InputValue(HourlyRate, 300, 100, 200, InputStatus.Customer, "A slip.")));

    [Fact]
    public void A_number_without_a_source_is_refused() =>
        Assert.Throws<ArgumentException>(() => Firms.FortyFive.With(HourlyRate, 140, InputStatus.Customer, " "));

    [Fact]
    public void No_such_number() => Assert.Throws<ArgumentOutOfRangeException>(() => Firms.FortyFive[0]);

    [Fact]
    public void The_original_stays_as_it_was()
    {
        Firms.FortyFive.With(HourlyRate, 140);

        Assert.Equal(150, Firms.FortyFive[HourlyRate].Value);
    }

    [Fact]
    public void An_offer_in_euros_needs_a_word_on_prices()
    {
        var offer = new ManagedOffer(new UnitPrice(140m, Currency.Eur), Money.Zero(Currency.Eur), Money.Zero(Currency.Eur), 36);

        Assert.Contains("how many EUR stand for a dollar", Assert.Throws<ArgumentException>(() => ComparisonInputs.For(new Firm(45, 2), offer)).Message, StringComparison.Ordinal);
        var inputs = ComparisonInputs.For(new Firm(45, 2), offer, 0.9);
        Assert.Equal((135, 90, 180), (inputs[HourlyRate].Value, inputs[HourlyRate].Low, inputs[HourlyRate].High));
        Assert.Equal(InputStatus.Assumption, inputs[HourlyRate].Status);
        Assert.Equal(140, inputs[PlanPrice].Value);
        Assert.Equal(0.4, inputs[OnSiteShare].Value);
        Assert.Equal(Currency.Eur, Comparison.Of(inputs).BreakFix.AllIn.Mean.Currency);
    }

    [Fact]
    public void The_same_in_another_currency_is_the_same_verdict()
    {
        var offer = new ManagedOffer(new UnitPrice(15_000m, Currency.Jpy), Money.Zero(Currency.Jpy), new Money(675_000m, Currency.Jpy), 36);
        var (dollars, yen) = (Comparison.Of(Firms.FortyFive), Comparison.Of(ComparisonInputs.For(new Firm(45, 2), offer, 100)));

        Assert.Equal(dollars.BreakFixCheaper, yen.BreakFixCheaper, 1e-9);
        Assert.Equal((double)dollars.BreakFix.AllIn.P90.Amount * 100, (double)yen.BreakFix.AllIn.P90.Amount, 1.0);
    }

    [Fact]
    public void The_share_of_assumptions_falls_as_the_customer_speaks()
    {
        var before = Firms.FortyFive.AssumptionShare;

        Assert.InRange(before, 0.4, 0.6);
        Assert.True(Firms.FortyFive.With(CallsPerUser, 0.3).AssumptionShare < before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(121)]
    public void A_term_is_from_one_month_to_ten_years(int months) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ManagedOffer(new UnitPrice(1m, Currency.Usd), Firms.Usd(0), Firms.Usd(0), months));

    [Fact]
    public void An_offer_has_one_currency() =>
        Assert.Throws<CurrencyMismatchException>(() => new ManagedOffer(new UnitPrice(1m, Currency.Usd), new Money(1, Currency.Eur), Firms.Usd(0), 12));

    [Fact]
    public void Onboarding_without_a_fee_cannot_be_compared() =>
        Assert.Throws<ArgumentException>(() => ComparisonInputs.For(
            new Firm(5, 0), new ManagedOffer(new UnitPrice(0m, Currency.Usd), Firms.Usd(0), Firms.Usd(100), 12)));
}
