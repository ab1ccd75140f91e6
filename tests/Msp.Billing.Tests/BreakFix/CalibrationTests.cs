using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.Tests.BreakFix;

/// <summary>The customer's own invoices against the defaults.</summary>
public sealed class CalibrationTests
{
    [Fact]
    public void Calls_add_to_the_shape_and_user_months_to_the_exposure()
    {
        var calibration = Calibration.Of(Firms.FortyFive, new InvoiceHistory(300, Firms.Usd(60_000), 12, 45));

        // (4 + 300) / (4 / 0.35 + 12 × 45) = 304 / 551.43
        Assert.Equal(0.5513, calibration.RateAfter, 0.00005);
        Assert.Equal(304, calibration.Inputs[CallsCounted].Value);
        Assert.Equal(calibration.RateAfter, calibration.Inputs[CallsPerUser].Value);
        Assert.Equal(InputStatus.Invoices, calibration.Inputs[CallsPerUser].Status);
        Assert.Equal(
            "300 calls in 540 user-months on the customer's invoices, and the default counted as 4 calls in 11.4.", calibration.Inputs[CallsPerUser].Source);
    }

    [Fact]
    public void One_real_year_outweighs_the_default() =>
        // 300 calls of 45 people are 0.5556 a user and month; the default of 0.35 pulls by 1 %
        Assert.Equal(300.0 / 540, Calibration.Of(Firms.FortyFive, new InvoiceHistory(300, Firms.Usd(60_000), 12, 45)).RateAfter, 0.005);

    [Fact]
    public void The_mean_charge_follows_the_invoices_by_their_weight()
    {
        var calibration = Calibration.Of(Firms.FortyFive, new InvoiceHistory(99, Firms.Usd(29_700), 12, 45));

        // 99 / (99 + 11) = 0.9; 203.81 + 0.9 × (300.00 − 203.81)
        Assert.Equal(0.9, calibration.ChargeWeight, 1e-12);
        Assert.Equal(203.81 + (0.9 * 96.19), calibration.ChargeAfter, 0.01);
        Assert.True(calibration.Inputs[RepairHours].Value > 0.9);
    }

    [Fact]
    public void A_year_with_hardly_a_call_turns_the_verdict_to_break_fix()
    {
        var before = Firms.Of(45, 2, 100);
        var after = Calibration.Of(before, new InvoiceHistory(60, Firms.Usd(11_000), 12, 45)).Inputs;

        Assert.Equal((Verdict.TooCloseToCall, Verdict.BreakFixLikely), (Comparison.Of(before).Verdict, Comparison.Of(after).Verdict));
    }

    [Fact]
    public void A_year_with_many_calls_turns_it_to_the_offer()
    {
        var after = Calibration.Of(Firms.FortyFive, new InvoiceHistory(420, Firms.Usd(90_000), 12, 45)).Inputs;

        Assert.Equal((Verdict.BreakFixLikely, Verdict.ManagedLikely), (Comparison.Of(Firms.FortyFive).Verdict, Comparison.Of(after).Verdict));
    }

    [Fact]
    public void A_year_without_a_call_counts_too()
    {
        var calibration = Calibration.Of(Firms.CalmEight, new InvoiceHistory(0, Firms.Usd(0), 12, 8));

        // 4 / (4 / 0.2 + 96)
        Assert.Equal(4.0 / 116, calibration.RateAfter, 1e-12);
        Assert.Equal(calibration.ChargeBefore, calibration.ChargeAfter);
    }

    [Fact]
    public void The_second_year_adds_to_the_first()
    {
        var history = new InvoiceHistory(150, Firms.Usd(30_000), 12, 45);
        var twice = Calibration.Of(Calibration.Of(Firms.FortyFive, history).Inputs, history);
        var atOnce = Calibration.Of(Firms.FortyFive, new InvoiceHistory(300, Firms.Usd(60_000), 24, 45));

        Assert.Equal(atOnce.RateAfter, twice.RateAfter, 1e-12);
        Assert.Equal(atOnce.ChargeAfter, twice.ChargeAfter, 0.01);
    }

    [Fact]
    public void What_is_known_narrows_the_band_and_the_tornado()
    {
        var after = Calibration.Of(Firms.FortyFive, new InvoiceHistory(189, Firms.Usd(38_520), 12, 45)).Inputs;

        Assert.InRange(after[CallsPerUser].High - after[CallsPerUser].Low, 0.05, 0.12);
        Assert.True(Sensitivity.Tornado(after)[0].Input.Input == PlanPrice, "The price is now what matters most.");
    }

    [Fact]
    public void The_band_of_the_rate_is_the_middle_nine_tenths_of_its_Gamma_distribution()
    {
        var value = Calibration.Of(Firms.FortyFive, new InvoiceHistory(189, Firms.Usd(38_520), 12, 45)).Inputs[CallsPerUser];
        var oracle = new MathNet.Numerics.Distributions.Gamma(193, 193 / value.Value);

        Assert.Equal(0.05, oracle.CumulativeDistribution(value.Low), 0.001);
        Assert.Equal(0.95, oracle.CumulativeDistribution(value.High), 0.001);
    }

    [Fact]
    public void A_charge_that_no_length_of_call_explains_stops_at_the_bound()
    {
        // 40.00 a call cannot be: half an hour at 150.00 is the least.
        var calibration = Calibration.Of(Firms.FortyFive, new InvoiceHistory(200, Firms.Usd(8_000), 12, 45));

        Assert.Equal(0.05, calibration.Inputs[RepairHours].Value, 1e-6);
        Assert.True(calibration.ChargeAfter > 90);
    }

    [Fact]
    public void Invoices_in_another_currency_are_refused() =>
        Assert.Throws<CurrencyMismatchException>(() => Calibration.Of(Firms.FortyFive, new InvoiceHistory(1, new Money(100, Currency.Eur), 12, 45)));

    [Theory]
    [InlineData(5, 0)]
    [InlineData(0, 500)]
    public void Calls_and_amounts_come_together(int calls, int billed) =>
        Assert.Contains(
            "give both, or neither",
            Assert.Throws<ArgumentException>(() => new InvoiceHistory(calls, Firms.Usd(billed), 12, 45)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_rate_of_nothing_learns_nothing() =>
        Assert.Throws<ArgumentException>(() => Calibration.Of(Firms.FortyFive.With(CallsPerUser, 0), new InvoiceHistory(1, Firms.Usd(100), 12, 45)));
}
