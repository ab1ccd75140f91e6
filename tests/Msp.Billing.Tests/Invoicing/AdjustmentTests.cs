using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Invoicing;

/// <summary>What the next run bills for a March that was billed on its first day: 45 users at 150.00 unless a row says otherwise. A day costs 1/31.</summary>
public sealed class AdjustmentTests
{
    private static Books March(Action<Contract>? before = null, Charge? charge = null)
    {
        var books = new Books(Books.Terms("2026-03-01", new ContractLine(1, charge ?? Books.ManagedUser(), 45)));
        before?.Invoke(books.Contract);
        books.Run("2026-03-01");
        return books;
    }

    private static string[] Later(Books books, Action<Contract>? after = null)
    {
        after?.Invoke(books.Contract);
        return [.. (books.Run("2026-03-31")?.Lines ?? []).Select(Books.Text)];
    }

    // 3 × 150.00 × 7/31 = 101.6129
    [Fact]
    public void Units_that_came_and_went_are_one_line_for_the_days_held() => Assert.Equal(
        ["Managed user: +3 users, 17–23 March 2026 = 101.61"],
        Later(March(), contract =>
        {
            contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48);
            contract.ChangeQuantity(Books.From("2026-03-24"), 1, 45);
        }));

    // 43 from the 10th does not touch the 50 from the 20th, which were billed: −2 × 150.00 × 10/31 = −96.7742
    [Fact]
    public void A_change_that_a_known_one_overtakes_ends_with_it() => Assert.Equal(
        ["Managed user: −2 users, 10–19 March 2026 = -96.77"],
        Later(
            March(contract => contract.ChangeQuantity(Books.From("2026-03-20", "2026-03-01"), 1, 50)),
            contract => contract.ChangeQuantity(Books.From("2026-03-10"), 1, 43)));

    // 3 × 150.00 × 7/31 = 101.6129; 3 × 160.00 × 15/31 = 232.2581
    [Fact]
    public void A_known_price_change_splits_what_came_before_it() => Assert.Equal(
        ["Managed user: +3 users, 10–16 March 2026 = 101.61", "Managed user: +3 users, 17–31 March 2026 = 232.26"],
        Later(
            March(contract => contract.ChangePrice(Books.From("2026-03-17", "2026-03-01"), 1, Pricing.PerUnit(160m, Currency.Eur))),
            contract => contract.ChangeQuantity(Books.From("2026-03-10"), 1, 48)));

    // 26 days at 45: 5,661.2903; with 3 × 150.00 × 5/31 = 72.5806 and 3 × 150.00 × 17/31 = 246.7742 more it is 5,980.6452.
    // 5,980.65 − 5,661.29 = 319.36: the larger cut takes the cent.
    [Fact]
    public void Days_of_a_suspension_known_before_are_left_out() => Assert.Equal(
        ["Managed user: +3 users, 5–9 March 2026 = 72.58", "Managed user: +3 users, 15–31 March 2026 = 246.78"],
        Later(
            March(contract =>
            {
                contract.Move(Books.From("2026-03-10", "2026-03-01"), ContractAction.Suspend);
                contract.Move(Books.From("2026-03-15", "2026-03-01"), ContractAction.Resume);
            }),
            contract => contract.ChangeQuantity(Books.From("2026-03-05"), 1, 48)));

    // 45 × 5.00 × 22/31 = 159.6774
    [Fact]
    public void A_price_agreed_late_is_billed_from_its_day() => Assert.Equal(
        ["Managed user: new price, 10–31 March 2026 = 159.68"],
        Later(March(), contract => contract.ChangePrice(Books.From("2026-03-10"), 1, Pricing.PerUnit(155m, Currency.Eur))));

    // 45 × 5.00 × 7/31 = 50.8065; 48 × 5.00 × 15/31 = 116.1290
    [Fact]
    public void A_price_agreed_late_is_billed_on_each_known_quantity() => Assert.Equal(
        ["Managed user: new price, 10–16 March 2026 = 50.81", "Managed user: new price, 17–31 March 2026 = 116.13"],
        Later(
            March(contract => contract.ChangeQuantity(Books.From("2026-03-17", "2026-03-01"), 1, 48)),
            contract => contract.ChangePrice(Books.From("2026-03-10"), 1, Pricing.PerUnit(155m, Currency.Eur))));

    // Units at the old price, 3 × 150.00 × 22/31 = 319.3548; then the new price for all, 48 × 5.00 × 22/31 = 170.3226; then a tenth of
    // 48 × 155.00, −744.00 × 22/31 = −528.0000. Entitled 6,711.6774, so 6,711.68 − 6,750.00 = −38.32
    [Fact]
    public void Units_price_and_discount_that_changed_on_one_day_are_told_apart() => Assert.Equal(
        [
            "Managed user: +3 users, 10–31 March 2026 = 319.36",
            "Managed user: new price, 10–31 March 2026 = 170.32",
            "Managed user: changed discount, 10–31 March 2026 = -528.00",
        ],
        Later(March(), contract =>
        {
            contract.ChangeQuantity(Books.From("2026-03-10"), 1, 48);
            contract.ChangePrice(Books.From("2026-03-10"), 1, Pricing.PerUnit(155m, Currency.Eur));
            contract.AddDiscount(Books.From("2026-03-10"), Discount.OfPercent(1, "Loyalty", 10m), 1);
        }));

    // 10 % of 6,750.00 for 15 of 31 days: −326.6129
    [Fact]
    public void A_discount_agreed_late_is_credited_from_its_day() => Assert.Equal(
        ["Managed user: changed discount, 17–31 March 2026 = -326.61"],
        Later(March(), contract => contract.AddDiscount(Books.From("2026-03-17"), Discount.OfPercent(1, "Loyalty", 10m), 1)));

    // −6,750.00 × 12/31 = −2,612.9032
    [Fact]
    public void A_line_that_ended_is_credited_from_its_first_day_not_held() => Assert.Equal(
        ["Managed user: no longer held, −45 users, 20–31 March 2026 = -2612.90"],
        Later(March(), contract => contract.RemoveLine(Books.From("2026-03-20"), 1)));

    // 3 × 150.00 × 10/31 = 145.1613; −45 × 150.00 × 12/31 = −2,612.9032; the sum −2,467.7419 is −2,467.74
    [Fact]
    public void What_came_before_the_end_runs_to_the_end_only() => Assert.Equal(
        ["Managed user: +3 users, 10–19 March 2026 = 145.16", "Managed user: no longer held, −45 users, 20–31 March 2026 = -2612.90"],
        Later(March(), contract =>
        {
            contract.ChangeQuantity(Books.From("2026-03-10"), 1, 48);
            contract.RemoveLine(Books.From("2026-03-20"), 1);
        }));

    // −45 × 150.00 × 2/31 = −435.4839; −48 × 150.00 × 10/31 = −2,322.5806: −2,758.0645
    [Fact]
    public void Days_no_longer_held_are_credited_at_the_quantity_that_was_billed_for_them() => Assert.Equal(
        ["Managed user: no longer held, −45 users, 20–21 March 2026 = -435.48", "Managed user: no longer held, −48 users, 22–31 March 2026 = -2322.58"],
        Later(
            March(contract => contract.ChangeQuantity(Books.From("2026-03-22", "2026-03-01"), 1, 48)),
            contract => contract.RemoveLine(Books.From("2026-03-20"), 1)));

    // −6,750.00 × 5/31 = −1,088.7097
    [Fact]
    public void A_suspension_known_late_is_credited_for_its_days() => Assert.Equal(
        ["Managed user: no longer held, −45 users, 10–14 March 2026 = -1088.71"],
        Later(March(), contract =>
        {
            contract.Move(Books.From("2026-03-10"), ContractAction.Suspend);
            contract.Move(Books.From("2026-03-15"), ContractAction.Resume);
        }));

    // 6,750.00 × 12/31 = 2,612.9032
    [Fact]
    public void Service_taken_up_again_is_billed_for_its_days() => Assert.Equal(
        ["Managed user: held longer, +45 users, 20–31 March 2026 = 2612.90"],
        Later(
            March(contract => contract.Move(Books.From("2026-03-10", "2026-03-01"), ContractAction.Suspend)),
            contract => contract.Move(Books.From("2026-03-20"), ContractAction.Resume)));

    // The fee is no count of anything: 100.00 × 12/31 = 38.7097
    [Fact]
    public void A_flat_fee_is_named_without_a_quantity() => Assert.Equal(
        ["Base fee: no longer held, 20–31 March 2026 = -38.71"],
        Later(March(charge: Books.BaseFee(100m)), contract => contract.RemoveLine(Books.From("2026-03-20"), 1)));

    // Entitled 5,000.00 at least: 150.00 × (45·1 + 10·30)/31 = 1,669.35 is raised to it; 5,000.00 − 6,750.00
    [Fact]
    public void Falling_to_the_minimum_spend_corrects_the_total() => Assert.Equal(
        ["Managed user: corrected total, 1–31 March 2026 = -1750.00"],
        Later(
            March(charge: Books.Users(Pricing.PerUnit(150m, Currency.Eur).WithMinimumSpend(5_000m))),
            contract => contract.ChangeQuantity(Books.From("2026-03-02"), 1, 10)));

    [Fact]
    public void Below_the_minimum_spend_other_quantities_change_nothing() => Assert.Empty(
        Later(
            March(charge: Books.Users(Pricing.PerUnit(150m, Currency.Eur).WithMinimumSpend(10_000m))),
            contract => contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48)));

    // Ended on the 20th, so 19 days of 31 are held; 6,750.00 was billed.
    [Theory]
    [InlineData(DayCount.ActualOverActual, "-2612.90")] // × 19/31 = 4,137.0968
    [InlineData(DayCount.ActualOver30, "-2475.00")] // × 19/30 = 4,275.00
    [InlineData(DayCount.ActualOver365, "-2533.56")] // × 19·12/365 = 4,216.4384
    [InlineData(DayCount.Thirty360, "-2475.00")] // × 19/30 = 4,275.00
    [InlineData(DayCount.NextWholePeriod, "-6750.00")] // a part period is not billed
    public void Each_day_count_credits_in_one_line(DayCount dayCount, string credit) => Assert.Equal(
        [$"Managed user: no longer held, −45 users, 20–31 March 2026 = {credit}"],
        Later(
            March(charge: new Charge("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur)) { DayCount = dayCount }),
            contract => contract.RemoveLine(Books.From("2026-03-20"), 1)));

    [Fact]
    public void A_whole_period_charge_is_not_credited() => Assert.Empty(
        Later(
            March(charge: new Charge("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur)) { DayCount = DayCount.WholePeriod }),
            contract => contract.RemoveLine(Books.From("2026-03-20"), 1)));

    // 45 users cost 10·20 + 35·15 = 725.00, 48 cost 10·20 + 38·15 = 770.00: 45.00 × 15/31 = 21.7742
    [Fact]
    public void Graduated_steps_are_adjusted_at_the_step_that_is_reached() => Assert.Equal(
        ["Managed user: +3 users, 17–31 March 2026 = 21.77"],
        Later(
            March(charge: Books.Users(Pricing.Graduated(Currency.Eur, new PriceStep(10, 20m), new PriceStep(null, 15m)))),
            contract => contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48)));

    // Blocks of 10 at 100.00: 45 and 48 are 5 blocks, 52 are 6. 100.00 × 8/31 = 25.8065; the 7 users are since the 17th and the 24th.
    [Fact]
    public void Packages_are_adjusted_when_a_block_begins() => Assert.Equal(
        ["Managed user: +7 users, 24–31 March 2026 = 25.81"],
        Later(March(charge: Books.Users(Pricing.Package(100m, 10m, Currency.Eur))), contract =>
        {
            contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48);
            contract.ChangeQuantity(Books.From("2026-03-24"), 1, 52);
        }));

    // 48 from the 17th was posted (2 pieces); corrected to 46 from the same day: −2 × 150.00 × 15/31 = −145.1613
    [Fact]
    public void A_correction_of_what_an_adjustment_billed_comes_off_again()
    {
        var books = March();
        Later(books, contract => contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48));
        books.Contract.ChangeQuantity(Books.From("2026-03-17", "2026-04-10"), 1, 46);

        Assert.Equal(
            ["Managed user: −2 users, 17–31 March 2026 = -145.16", "2026-04-01..2026-04-30: 46 x 150.00 = 6900.00"],
            books.Lines("2026-04-10"));
        Assert.Equal([2, 0], books.Ledger.For("C-1").ToArray().Select(period => period.Rounds - 1));
    }

    // 100.00 and 300.00 share 100.00 off as 25.00 and 75.00. With two users: 200.00 and 300.00 share it as 40.00 and 60.00.
    [Fact]
    public void A_shared_discount_that_is_shared_anew_has_lines_of_its_own()
    {
        var books = new Books(new ContractTerms(
            Currency.Eur, Books.Day("2026-03-01"), new ContractLine(1, Books.ManagedUser(100m), 1), new ContractLine(2, Books.BaseFee(300m), 1))
        {
            Discounts = [Discount.OfAmount(1, "Bundle", new Money(100m, Currency.Eur))],
        });

        Assert.Equal(
            ["2026-03-01..2026-03-31: 1 x 100.00 = 75.00", "2026-03-01..2026-03-31: 1 x 300.00 = 225.00"],
            books.Lines("2026-03-01"));

        books.Contract.ChangeQuantity(Books.From("2026-03-01", "2026-03-05"), 1, 2);
        Assert.Equal(
            [
                "Managed user: +1 user, 1–31 March 2026 = 100.00",
                "Managed user: changed discount, 1–31 March 2026 = -15.00",
                "Base fee: changed discount, 1–31 March 2026 = 15.00",
            ],
            books.Lines("2026-03-31"));
        Assert.Null(books.Run("2026-03-31"));
    }

    // 6,000.00 was billed by the system before; 45 × 150.00 = 6,750.00 is owed, and 3 × 150.00 × 15/31 = 217.7419 more.
    [Fact]
    public void What_no_change_explains_is_a_line_of_its_own()
    {
        var books = new Books(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(), 45)));
        books.Ledger.Restore("C-1", [new BilledPeriod(1, Books.Days("2026-03-01", "2026-03-31"), 1, 600_000, Books.At(Books.Day("2026-03-01")), Books.Day("2026-03-01"), TaxCategory.Standard, new Percentage(19m))]);

        Assert.Equal(
            ["Managed user: +3 users, 17–31 March 2026 = 217.74", "Managed user: corrected total, 1–31 March 2026 = 750.00"],
            Later(books, contract => contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48)));
    }

    // Suspended from the first to the 19th, recorded on the 5th: the period falls due on the 20th now, its credit does not wait for it.
    // −6,750.00 × 19/31 = −4,137.0968
    [Fact]
    public void A_period_that_moved_to_a_later_due_day_is_credited_at_once()
    {
        var books = March();
        books.Contract.Move(Books.From("2026-03-01", "2026-03-05"), ContractAction.Suspend);
        books.Contract.Move(Books.From("2026-03-20", "2026-03-05"), ContractAction.Resume);

        Assert.Equal(["Managed user: no longer held, −45 users, 1–19 March 2026 = -4137.10"], books.Lines("2026-03-05"));
        Assert.Null(books.Run("2026-03-20"));
    }

    // Suspended from the 20th with no end in sight, so 19 days are billed then: 6,750.00 × 19/31 = 4,137.0968. Taken up again on the 25th, the
    // extra 7 days are not owed before their period is over: 6,750.00 × 7/31 = 1,524.1935
    [Fact]
    public void A_period_in_arrears_that_goes_on_waits_for_its_end()
    {
        var books = new Books(Books.Terms("2026-03-01", new ContractLine(1, new Charge(
            "managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur))
        { Timing = ChargeTiming.Arrears }, 45)));
        books.Contract.Move(Books.From("2026-03-20", "2026-03-10"), ContractAction.Suspend);

        Assert.Equal(["2026-03-01..2026-03-19: 45 x 150.00 = 4137.10"], books.Lines("2026-03-20"));
        books.Contract.Move(Books.From("2026-03-25"), ContractAction.Resume);
        Assert.Empty(books.Lines("2026-03-26"));
        Assert.Equal(["Managed user: held longer, +45 users, 25–31 March 2026 = 1524.19"], books.Lines("2026-04-01"));
    }

    // 45 × 0.000001 rounds to 0.00, and so do 48
    [Fact]
    public void Lines_that_round_to_nothing_are_left_out() => Assert.Empty(
        Later(
            March(charge: Books.Users(Pricing.PerUnit(0.000001m, Currency.Eur))),
            contract => contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48)));

    // 500,000,000 ₫ a user and 3 users more: 3 × 500,000,000 × 15/31 = 725,806,451.6; a dong has no decimals
    [Fact]
    public void Large_amounts_in_small_currencies_keep_every_unit()
    {
        var dong = Currency.FromCode("VND");
        var books = new Books(new ContractTerms(dong, Books.Day("2026-03-01"), new ContractLine(1, Books.Users(Pricing.PerUnit(500_000_000.000001m, dong)), 45)));
        books.Run("2026-03-01");

        Assert.Equal(
            ["Managed user: +3 users, 17–31 March 2026 = 725806452"],
            Later(books, contract => contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48)));
    }
}
