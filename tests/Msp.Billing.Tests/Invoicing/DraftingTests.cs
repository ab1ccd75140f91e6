using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Invoicing;

/// <summary>What a run bills, and when.</summary>
public sealed class DraftingTests
{
    private static ContractLine Fee(int id, decimal price) => new(id, Books.BaseFee(price), 1);

    private static Charge Arrears(decimal price) =>
        new("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(price, Currency.Eur)) { Timing = ChargeTiming.Arrears };

    [Fact]
    public void Nothing_due_is_no_draft() => Assert.Null(new Books(Books.Terms("2026-03-01", Fee(1, 100m))).Run("2026-02-28"));

    [Fact]
    public void Missed_months_are_caught_up_in_one_draft() => Assert.Equal(
        [
            "2026-01-31..2026-02-27: 1 x 100.00 = 100.00",
            "2026-02-28..2026-03-30: 1 x 100.00 = 100.00",
            "2026-03-31..2026-04-29: 1 x 100.00 = 100.00",
        ],
        new Books(Books.Terms("2026-01-31", Fee(1, 100m))).Lines("2026-04-29"));

    // 45 × 10.00 for January, on 1 February and not before
    [Fact]
    public void Arrears_fall_due_on_the_day_after_their_period()
    {
        var books = new Books(Books.Terms("2026-01-01", new ContractLine(1, Arrears(10m), 45)));

        Assert.Null(books.Run("2026-01-31"));
        Assert.Equal(["2026-01-01..2026-01-31: 45 x 10.00 = 450.00"], books.Lines("2026-02-01"));
    }

    // 450.00 × 20/31 = 290.3226, due on the 21st because nothing more can be added
    [Fact]
    public void Arrears_of_a_contract_that_ends_fall_due_when_it_ends()
    {
        var books = new Books(new ContractTerms(Currency.Eur, Books.Day("2026-01-01"), new ContractLine(1, Arrears(10m), 45)) { End = Books.Day("2026-01-21") });

        Assert.Null(books.Run("2026-01-20"));
        Assert.Equal(["2026-01-01..2026-01-20: 45 x 10.00 = 290.32"], books.Lines("2026-01-21"));
        Assert.Null(books.Run("2026-03-01"));
    }

    [Fact]
    public void A_charge_billed_once_is_billed_once()
    {
        var setup = new Charge("setup", "Onboarding", BillingUnit.Piece, Pricing.PerUnit(950m, Currency.Eur)) { Timing = ChargeTiming.Once };
        var books = new Books(Books.Terms("2026-01-01", new ContractLine(1, setup, 2)));

        Assert.Equal(["2026-01-01: 2 x 950.00 = 1900.00"], books.Lines("2026-01-01"));
        Assert.Null(books.Run("2027-01-01"));
    }

    // The 30th weighs nothing in months of thirty days, where the 31st stands for it; a charge billed once is whole all the same.
    [Fact]
    public void A_charge_billed_once_is_whole_whatever_its_day_count()
    {
        var setup = new Charge("setup", "Onboarding", BillingUnit.Piece, Pricing.PerUnit(950m, Currency.Eur)) { Timing = ChargeTiming.Once, DayCount = DayCount.Thirty360 };
        var draft = new Books(Books.Terms("2026-01-30", new ContractLine(1, setup, 2))).Run("2026-01-30");

        Assert.Equal(("1900.00 EUR", Share.One), (draft?.Subtotal.ToString(), draft?.Lines[0].Share));
    }

    [Fact]
    public void A_charge_billed_once_is_credited_when_its_line_is_taken_back()
    {
        var setup = new Charge("setup", "Onboarding", BillingUnit.Piece, Pricing.PerUnit(950m, Currency.Eur)) { Timing = ChargeTiming.Once };
        var books = new Books(Books.Terms("2026-01-01", new ContractLine(1, setup, 2)));
        books.Run("2026-01-01");
        books.Contract.RemoveLine(Books.From("2026-01-01", "2026-01-15"), 1);

        Assert.Equal(["Onboarding: no longer held, −2 pieces, 1 January 2026 = -1900.00"], books.Lines("2026-01-15"));
        Assert.Null(books.Run("2026-02-01"));
    }

    // A quarter from 1 January in its own cadence beside a month: 910.00 once, 100.00 three times
    [Fact]
    public void Mixed_cadences_are_each_billed_in_their_own()
    {
        var quarterly = new Charge("backup", "Backup", BillingUnit.Flat, Pricing.Flat(910m, Currency.Eur)) { Cadence = Cadence.Quarterly };
        var books = new Books(Books.Terms("2026-01-01", Fee(1, 100m), new ContractLine(2, quarterly, 1)));

        Assert.Equal(["2026-01-01..2026-01-31: 1 x 100.00 = 100.00", "2026-01-01..2026-03-31: 1 x 910.00 = 910.00"], books.Lines("2026-01-01"));
        Assert.Equal(["2026-02-01..2026-02-28: 1 x 100.00 = 100.00"], books.Lines("2026-02-01"));
        Assert.Equal(["2026-03-01..2026-03-31: 1 x 100.00 = 100.00"], books.Lines("2026-03-01"));
        Assert.Equal(["2026-04-01..2026-04-30: 1 x 100.00 = 100.00", "2026-04-01..2026-06-30: 1 x 910.00 = 910.00"], books.Lines("2026-04-01"));
    }

    // Days before 1 March were billed by the system before: March is whole, and the setup fee was theirs.
    [Fact]
    public void Days_billed_elsewhere_are_not_billed_again()
    {
        var setup = new Charge("setup", "Onboarding", BillingUnit.Piece, Pricing.PerUnit(950m, Currency.Eur)) { Timing = ChargeTiming.Once };
        var books = new Books(new ContractTerms(Currency.Eur, Books.Day("2025-11-01"), Fee(1, 100m), new ContractLine(2, setup, 1))
        {
            BilledElsewhereUntil = Books.Day("2026-03-01"),
        });

        Assert.Equal(["2026-03-01..2026-03-31: 1 x 100.00 = 100.00"], books.Lines("2026-03-15"));
    }

    // Suspended 10–14 March: 26 of 31 days in two pieces, 100.00 × 26/31 = 83.8710 = 29.0323 + 54.8387
    [Fact]
    public void A_suspension_known_in_advance_is_left_out()
    {
        var books = new Books(Books.Terms("2026-03-01", Fee(1, 100m)));
        books.Contract.Move(Books.From("2026-03-10", "2026-02-20"), ContractAction.Suspend);
        books.Contract.Move(Books.From("2026-03-15", "2026-02-20"), ContractAction.Resume);

        Assert.Equal(
            ["2026-03-01..2026-03-09: 1 x 100.00 = 29.03", "2026-03-15..2026-03-31: 1 x 100.00 = 54.84"],
            books.Lines("2026-03-01"));
    }

    // Basic 30 × 20.00 left on 17 March, Standard 30 × 35.00 came: −600.00 × 15/31 = −290.3226; 1,050.00 × 15/31 = 508.0645
    [Fact]
    public void A_plan_changed_within_the_month_bills_what_came_and_credits_what_left()
    {
        var basic = new Charge("basic", "Basic", BillingUnit.User, Pricing.PerUnit(20m, Currency.Eur));
        var standard = new Charge("standard", "Standard", BillingUnit.User, Pricing.PerUnit(35m, Currency.Eur));
        var books = new Books(Books.Terms("2026-03-01", new ContractLine(1, basic, 30)));
        books.Run("2026-03-01");
        books.Contract.ChangePlan(Books.From("2026-03-17"), "standard", [1], [new ContractLine(2, standard, 30)]);

        Assert.Equal(
            ["Basic: no longer held, −30 users, 17–31 March 2026 = -290.32", "2026-03-17..2026-03-31: 30 x 35.00 = 508.06"],
            books.Lines("2026-03-17"));
        Assert.Equal(["2026-04-01..2026-04-30: 30 x 35.00 = 1050.00"], books.Lines("2026-04-01"));
    }

    // 17–31 January is the first of three periods at half price: 100.00 × 15/31 × 50 % = 24.1935
    [Fact]
    public void A_discount_for_the_first_periods_counts_a_part_period_as_one()
    {
        var terms = new ContractTerms(Currency.Eur, Books.Day("2026-01-17"), new ContractLine(1, Books.BaseFee(100m), 1)
        {
            Discounts = [Discount.OfPercent(1, "Start", 50m).Within(firstPeriods: 3)],
        })
        {
            Anchor = BillingAnchor.OnDay(1, Books.Day("2026-01-17")),
        };

        Assert.Equal(
            [
                "2026-01-17..2026-01-31: 1 x 100.00 = 24.19",
                "2026-02-01..2026-02-28: 1 x 100.00 = 50.00",
                "2026-03-01..2026-03-31: 1 x 100.00 = 50.00",
                "2026-04-01..2026-04-30: 1 x 100.00 = 100.00",
            ],
            new Books(terms).Lines("2026-04-01"));
    }

    // Lines of 200.00, 200.00 and 300.00 share 100.00 off: 28.57, 28.57 and 42.86 (42.857 has the largest cut)
    [Fact]
    public void A_contract_s_fixed_discount_is_shared_by_the_lines_amounts() => Assert.Equal(
        ["2026-03-01..2026-03-31: 1 x 200.00 = 171.43", "2026-03-01..2026-03-31: 1 x 200.00 = 171.43", "2026-03-01..2026-03-31: 1 x 300.00 = 257.14"],
        new Books(new ContractTerms(Currency.Eur, Books.Day("2026-03-01"), Fee(1, 200m), Fee(2, 200m), Fee(3, 300m))
        {
            Discounts = [Discount.OfAmount(1, "Bundle", new Money(100m, Currency.Eur))],
        }).Lines("2026-03-01"));

    // Line 2 begins on the 17th and is known: it has 300.00 × 15/31 = 145.16 of 245.16. 100.00 is shared 40.79 : 59.21 from the outset.
    [Fact]
    public void A_line_that_begins_later_has_its_share_of_a_fixed_discount_from_the_outset()
    {
        var books = new Books(new ContractTerms(
            Currency.Eur, Books.Day("2026-03-01"), Fee(1, 100m), new ContractLine(2, Books.BaseFee(300m), 1) { Start = Books.Day("2026-03-17") })
        {
            Discounts = [Discount.OfAmount(1, "Bundle", new Money(100m, Currency.Eur))],
        });

        Assert.Equal(["2026-03-01..2026-03-31: 1 x 100.00 = 59.21"], books.Lines("2026-03-01"));
        Assert.Equal(["2026-03-17..2026-03-31: 1 x 300.00 = 85.95"], books.Lines("2026-03-17"));
        Assert.Null(books.Run("2026-03-31"));
    }

    // Suspended 10–14 March, so 31.00 off is 26.00 for 26 of 31 days; 310.00 × 26/31 = 260.00
    [Fact]
    public void A_fixed_discount_is_not_due_for_days_that_are_not_held()
    {
        var books = new Books(new ContractTerms(Currency.Eur, Books.Day("2026-03-01"), Fee(1, 310m))
        {
            Discounts = [Discount.OfAmount(1, "Bundle", new Money(31m, Currency.Eur))],
        });
        books.Contract.Move(Books.From("2026-03-10", "2026-02-20"), ContractAction.Suspend);
        books.Contract.Move(Books.From("2026-03-15", "2026-02-20"), ContractAction.Resume);

        Assert.Equal("234.00 EUR", books.Run("2026-03-01")?.Subtotal.ToString());
    }

    // 80.00 and 50.00 off 100.00: nothing goes below zero
    [Fact]
    public void Fixed_discounts_stop_at_zero() => Assert.Equal(
        ["2026-03-01..2026-03-31: 1 x 100.00 = 0.00"],
        new Books(new ContractTerms(Currency.Eur, Books.Day("2026-03-01"), Fee(1, 100m))
        {
            Discounts = [Discount.OfAmount(1, "Bundle", new Money(80m, Currency.Eur)), Discount.OfAmount(2, "Spring", new Money(50m, Currency.Eur))],
        }).Lines("2026-03-01"));

    // Line: 1,000.00 − 10 % = 900.00, − 50.00 = 850.00; contract: − 20 % = 680.00, − 30.00 = 650.00
    [Fact]
    public void Discounts_apply_line_percent_line_fixed_contract_percent_contract_fixed() => Assert.Equal(
        ["2026-03-01..2026-03-31: 1 x 1000.00 = 650.00"],
        new Books(new ContractTerms(Currency.Eur, Books.Day("2026-03-01"), new ContractLine(1, Books.BaseFee(1_000m), 1)
        {
            Discounts = [Discount.OfAmount(1, "Goodwill", new Money(50m, Currency.Eur)), Discount.OfPercent(2, "Term", 10m)],
        })
        {
            Discounts = [Discount.OfAmount(3, "Bundle", new Money(30m, Currency.Eur)), Discount.OfPercent(4, "Partner", 20m)],
        }).Lines("2026-03-01"));

    // R8: what is credited is more than what is new; the document is a credit note over 500.00 less 100.00
    [Fact]
    public void A_total_below_zero_is_a_credit_note()
    {
        var books = new Books(Books.Terms("2026-01-01", Fee(1, 100m), Fee(2, 3_100m)));
        books.Run("2026-01-01");
        books.Contract.RemoveLine(Books.From("2026-01-27"), 2);
        var draft = books.Run("2026-02-01");

        Assert.NotNull(draft);
        Assert.Equal(DocumentKind.CreditNote, draft.Kind);
        Assert.Equal(["Base fee: no longer held, 27–31 January 2026 = -500.00"], draft.Lines.Where(line => line.MinorUnits < 0).Select(Books.Text));
        Assert.Equal(("-400.00 EUR", "-76.00 EUR", "-476.00 EUR"), (draft.Subtotal.ToString(), draft.Tax.ToString(), draft.Total.ToString()));
    }

    // R7 of the engines: 12.00 for January, ended on the 23rd: 22/31 are held, 8.5161, so 3.48 is credited. They credit what a manual
    // correction of −2.00 or −10.00 left of the line; here a correction is a price, and credit follows from it: 2.00 × 22/31 = 1.42, credit 0.58.
    [Theory]
    [InlineData("12", "-3.48")]
    [InlineData("10", "-2.90")] // 10.00 × 22/31 = 7.0968
    [InlineData("2", "-0.58")] // 2.00 × 22/31 = 1.4194
    [InlineData("0", null)]
    public void Credit_comes_from_what_was_billed_after_every_correction(string corrected, string? credit)
    {
        var books = new Books(Books.Terms("2026-01-01", Fee(1, 12m)));
        books.Run("2026-01-01");
        books.Contract.ChangePrice(
            Books.From("2026-01-01", "2026-01-10"), 1, Pricing.Flat(decimal.Parse(corrected, System.Globalization.CultureInfo.InvariantCulture), Currency.Eur));
        books.Run("2026-01-10");
        books.Contract.RemoveLine(Books.From("2026-01-23"), 1);

        Assert.Equal(
            credit is null ? [] : [$"Base fee: no longer held, 23–31 January 2026 = {credit}"],
            books.Lines("2026-01-23"));
        Assert.True(books.Ledger.For("C-1").Span[0].MinorUnits >= 0);
    }

    // R9: 10,000.00 from 27 July 2017 for a year, monthly from 24 January 2018: 184 of 365 days are left, 10,000.00 × 184/365 = 5,041.0959
    [Fact]
    public void A_year_given_up_for_months_is_credited_by_the_days_left()
    {
        var yearly = new Charge("support", "Support", BillingUnit.Flat, Pricing.Flat(10_000m, Currency.Eur)) { Cadence = Cadence.Yearly };
        var monthly = new Charge("support-monthly", "Support, monthly", BillingUnit.Flat, Pricing.Flat(1_000m, Currency.Eur));
        var books = new Books(Books.Terms("2017-07-27", new ContractLine(1, yearly, 1)));
        books.Run("2017-07-27");
        books.Contract.ChangePlan(Books.From("2018-01-24"), "monthly", [1], [new ContractLine(2, monthly, 1)]);
        var draft = books.Run("2018-01-24");

        Assert.NotNull(draft);
        // The stub of 24–26 January has 3 of the 31 days from 27 December: 1,000.00 × 3/31 = 96.7742.
        Assert.Equal(
            ["Support: no longer held, 24 January–26 July 2018 = -5041.10", "2018-01-24..2018-01-26: 1 x 1000.00 = 96.77"],
            draft.Lines.Select(Books.Text));
        Assert.Equal(DocumentKind.CreditNote, draft.Kind);
    }

    // R18: 31 days at 10.00 a day, a line for each day, and nothing the second time
    [Fact]
    public void A_daily_cadence_bills_each_day_once()
    {
        var daily = new Charge("parking", "Parking", BillingUnit.Flat, Pricing.Flat(10m, Currency.Eur)) { Cadence = Cadence.Days(1) };
        var books = new Books(Books.Terms("2016-01-01", new ContractLine(1, daily, 1)));

        Assert.Equal(("310.00 EUR", 31), (books.Preview("2016-01-31")?.Subtotal.ToString(), books.Preview("2016-01-31")?.Lines.Length));
        books.Run("2016-01-31");
        Assert.Null(books.Run("2016-01-31"));
    }

    // R15: 15 units are reported at 10.00 and billed, then one more: 16 units reach the price of 5.00. The engine books −150.00 and +80.00; ours
    // is the difference in one line, −70.00.
    [Fact]
    public void Use_reported_late_is_billed_as_the_difference_of_the_period()
    {
        var calls = new Charge(
            "calls", "Calls", BillingUnit.Piece, Pricing.Volume(Currency.Eur, new PriceStep(15, 10m), new PriceStep(null, 5m)))
        { Basis = QuantityBasis.Reported, Timing = ChargeTiming.Arrears };
        var books = new Books(Books.Terms("2026-01-01", new ContractLine(1, calls, 0))).Count(1, "2026-01-10", 15m);
        Assert.Equal(["2026-01-01..2026-01-31: 15 = 150.00"], books.Lines("2026-02-01"));

        books.Count(1, "2026-01-20", 1m, "2026-02-05");
        Assert.Equal(
            ["Calls: +1 piece, 1–31 January 2026 = -70.00", "2026-02-01..2026-02-28: 0 = 0.00"],
            books.Lines("2026-03-01"));
    }

    // R15: 5 units known when January is billed, later 7 for January and 3 for February: +2 on January, 3 on February
    [Fact]
    public void Use_belongs_to_the_period_it_was_reported_for()
    {
        var calls = new Charge("calls", "Calls", BillingUnit.Piece, Pricing.PerUnit(10m, Currency.Eur)) { Basis = QuantityBasis.Reported, Timing = ChargeTiming.Arrears };
        var books = new Books(Books.Terms("2026-01-01", new ContractLine(1, calls, 0))).Count(1, "2026-01-31", 5m);
        books.Run("2026-02-01");

        books.Count(1, "2026-01-31", 7m, "2026-02-10").Count(1, "2026-02-28", 3m);
        Assert.Equal(
            ["Calls: +2 pieces, 1–31 January 2026 = 20.00", "2026-02-01..2026-02-28: 3 x 10.00 = 30.00"],
            books.Lines("2026-03-01"));
    }

    [Theory]
    [InlineData("2026-04-16", "25.00")] // R15: half of April left: 5 × 10.00 × 15/30, theirs in two lines of −25.00 and +50.00
    [InlineData("2026-04-02", "48.33")] // 5 × 10.00 × 29/30 = 48.3333
    public void Seats_added_within_a_month_are_billed_for_the_days_left(string day, string amount)
    {
        var books = new Books(Books.Terms("2026-04-01", new ContractLine(1, Books.ManagedUser(10m), 5)));
        books.Run("2026-04-01");
        books.Contract.ChangeQuantity(Books.From(day), 1, 10);

        Assert.Equal([$"Managed user: +5 users, {Books.Day(day).Day}–30 April 2026 = {amount}"], books.Lines("2026-04-30"));
    }

    // 3,650.00 a year added for the last 30 days of it: 3,650.00 × 30/365 = 300.00, not 3,650.00
    [Fact]
    public void A_yearly_seat_added_for_thirty_days_costs_thirty_days()
    {
        var seat = new Charge("seat", "Seat", BillingUnit.Licence, Pricing.PerUnit(3_650m, Currency.Eur)) { Cadence = Cadence.Yearly };
        var books = new Books(Books.Terms("2026-01-01", new ContractLine(1, seat, 1)));
        books.Run("2026-01-01");
        books.Contract.ChangeQuantity(Books.From("2026-12-02"), 1, 2);

        Assert.Equal(["Seat: +1 licence, 2–31 December 2026 = 300.00"], books.Lines("2026-12-02"));
    }

    // R15: an override from 100.00 to 50.00 is one line of −50.00, and 19 % on the difference
    [Fact]
    public void A_lower_price_for_the_whole_period_is_one_line()
    {
        var books = new Books(Books.Terms("2026-03-01", Fee(1, 100m)));
        books.Run("2026-03-01");
        books.Contract.ChangePrice(Books.From("2026-03-01", "2026-03-20"), 1, Pricing.Flat(50m, Currency.Eur));
        var draft = books.Run("2026-03-20");

        Assert.Equal(["Base fee: new price, 1–31 March 2026 = -50.00"], draft?.Lines.Select(Books.Text) ?? []);
        Assert.Equal("-9.50 EUR", draft?.Tax.ToString());
    }

    // Two years are billed; then 48 users from 17 March and 11 of the others from the 18th. Periods that ended by then need no second look.
    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-02-28")]
    [InlineData("2026-03-17")]
    public void Looking_only_at_what_can_have_changed_gives_the_same_draft(string recheckFrom)
    {
        var books = new Books(Books.Terms("2024-01-31", new ContractLine(1, Books.ManagedUser(), 45), new ContractLine(2, Arrears(7m), 12), Fee(3, 250m)));
        books.Run("2025-06-30");
        books.Run("2026-03-01");
        books.Contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48);
        books.Contract.ChangeQuantity(Books.From("2026-03-18"), 2, 11);

        var full = books.Preview("2026-04-01");
        var pruned = books.Preview("2026-04-01", recheckFrom);
        Assert.NotNull(full);
        Assert.Equal(
            [
                "Managed user: +3 users, 17–30 March 2026 = 203.23", // 450.00 × 14/31 = 203.2258
                "2026-03-31..2026-04-29: 48 x 150.00 = 7200.00",
                "2026-02-28..2026-03-17: 12 x 7.00 = 48.77", // 84.00 × 18/31 = 48.7742
                "2026-03-18..2026-03-30: 11 x 7.00 = 32.29", // 77.00 × 13/31 = 32.2903; 81.0645 together
                "2026-03-31..2026-04-29: 1 x 250.00 = 250.00",
            ],
            full.Lines.Select(Books.Text));
        Assert.Equal(full.Lines, pruned?.Lines);
    }
}
