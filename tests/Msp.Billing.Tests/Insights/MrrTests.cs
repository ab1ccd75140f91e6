using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Insights;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Tests.Invoicing;
using static Msp.Billing.Tests.Invoicing.Books;

namespace Msp.Billing.Tests.Insights;

public sealed class MrrTests
{
    private static MrrCalculator Calculator => new(new TableTaxCalculator(Taxes));

    // 45 × 150.00 until 16 March; +3 on the 17th: 48 × 150.00; −2 on the 24th: 46 × 150.00.
    [Theory]
    [InlineData("2026-02-28", 0)]
    [InlineData("2026-03-01", 675_000)]
    [InlineData("2026-03-16", 675_000)]
    [InlineData("2026-03-17", 720_000)]
    [InlineData("2026-03-24", 690_000)]
    [InlineData("2027-03-24", 690_000)]
    public void The_worked_case_is_worth_its_quantity_times_its_price(string day, long expected)
    {
        var books = new Books(Terms("2026-03-01", new ContractLine(1, ManagedUser(), 45)));
        books.Contract.ChangeQuantity(From("2026-03-17"), 1, 48);
        books.Contract.ChangeQuantity(From("2026-03-24"), 1, 46);

        var mrr = Mrr(books, day);

        Assert.Equal(expected, mrr.Amount.MinorUnits);
        Assert.Equal(expected * 12, mrr.Arr.MinorUnits);
    }

    // 1,000.00 a period: a quarter 1000/3, a year 1000/12, a week 1000 × 365/84, ten days 1000 × 365/120.
    [Theory]
    [InlineData("1M", 100_000)]
    [InlineData("3M", 33_333)]
    [InlineData("12M", 8_333)]
    [InlineData("1W", 434_524)]
    [InlineData("2W", 217_262)]
    [InlineData("10D", 304_167)]
    public void Another_cadence_counts_its_monthly_share(string cadence, long expected)
    {
        Assert.True(Cadence.TryParse(cadence, out var every));
        var charge = new Charge("base", "Base fee", BillingUnit.Flat, Pricing.Flat(1_000m, Currency.Eur)) { Cadence = every };
        Assert.Equal(expected, Mrr(new Books(Terms("2026-01-01", new ContractLine(1, charge, 1))), "2026-02-11").Amount.MinorUnits);
    }

    // 45 × 150.00 = 6,750.00, less 10 % = 6,075.00; with the base fee of 500.00, 100.00 off the contract: 92.39 and 7.61 by weight of 6,075 and 500.
    [Fact]
    public void Discounts_count_as_the_invoice_counts_them()
    {
        var line = new ContractLine(1, ManagedUser(), 45) { Discounts = [Discount.OfPercent(1, "Volume", 10m)] };
        var terms = new ContractTerms(Currency.Eur, Day("2026-03-01"), line, new ContractLine(2, BaseFee(500m), 1))
        {
            Discounts = [Discount.OfAmount(2, "Loyalty", new Money(100m, Currency.Eur))],
        };
        var books = new Books(terms);

        var mrr = Mrr(books, "2026-03-20");

        Assert.Equal([598_260, 49_240], mrr.Lines.Select(one => one.MinorUnits));
        Assert.Equal(books.Preview("2026-03-01")?.Subtotal, mrr.Amount);
    }

    [Fact]
    public void What_is_billed_once_is_not_recurring()
    {
        var hardware = new Charge("hardware", "Hardware", BillingUnit.Piece, Pricing.PerUnit(899m, Currency.Eur)) { Timing = ChargeTiming.Once };
        Assert.Empty(Mrr(new Books(Terms("2026-03-01", new ContractLine(1, hardware, 2))), "2026-03-01").Lines);
    }

    [Fact]
    public void Suspended_days_are_worth_nothing_and_days_under_notice_are()
    {
        var books = new Books(Terms("2026-01-01", new ContractLine(1, ManagedUser(), 10)));
        books.Contract.Move(From("2026-02-10"), ContractAction.Suspend);
        books.Contract.Move(From("2026-03-01"), ContractAction.Resume);
        books.Contract.Move(From("2026-03-10"), ContractAction.GiveNotice);

        Assert.Equal(150_000, Mrr(books, "2026-02-09").Amount.MinorUnits);
        Assert.Equal(0, Mrr(books, "2026-02-10").Amount.MinorUnits);
        Assert.Equal(150_000, Mrr(books, "2026-04-09").Amount.MinorUnits);
        Assert.Equal(0, Mrr(books, "2026-04-10").Amount.MinorUnits);
    }

    // January was reported with 4 + 6 GB, February is not over yet: on 20 February the line is worth January's 10 × 0.50.
    [Fact]
    public void A_line_billed_by_report_counts_as_its_last_period_that_was_over()
    {
        var storage = new Charge("storage", "Storage", BillingUnit.Gigabyte, Pricing.PerUnit(0.5m, Currency.Eur)) { Timing = ChargeTiming.Arrears, Basis = QuantityBasis.Reported };
        var books = new Books(Terms("2026-01-01", new ContractLine(1, storage, 0))).Count(1, "2026-01-10", 4).Count(1, "2026-01-31", 6).Count(1, "2026-02-10", 90);

        var mrr = Mrr(books, "2026-02-20");

        Assert.Equal(500, mrr.Amount.MinorUnits);
        Assert.Equal(500, mrr.Usage.MinorUnits);
        Assert.Equal(0, Mrr(books, "2026-01-31").Amount.MinorUnits);
        Assert.Equal(4_500, Mrr(books, "2026-03-01").Amount.MinorUnits);
    }

    // 119.00 with 19 % in it are 100.00.
    [Fact]
    public void Tax_that_is_in_the_price_does_not_count()
    {
        var terms = new ContractTerms(Currency.Eur, Day("2026-03-01"), new ContractLine(1, BaseFee(119m), 1)) { PricesIncludeTax = true };
        Assert.Equal(10_000, Mrr(new Books(terms), "2026-03-01").Amount.MinorUnits);
    }

    [Fact]
    public void Days_that_were_billed_elsewhere_count_as_agreed()
    {
        var terms = new ContractTerms(Currency.Eur, Day("2025-06-01"), new ContractLine(1, ManagedUser(), 10)) { BilledElsewhereUntil = Day("2026-02-01") };
        var books = new Books(terms);
        Assert.Equal(0, Mrr(books, "2025-05-31").Amount.MinorUnits);
        Assert.Equal(150_000, Mrr(books, "2025-06-01").Amount.MinorUnits);
        Assert.Equal(150_000, Mrr(books, "2026-02-01").Amount.MinorUnits);
    }

    // 10 × 9.36 = 93.60; the base fee's cost is not known, so the contract's is not.
    [Fact]
    public void A_cost_that_is_not_known_is_never_zero()
    {
        var licence = new Charge("licence", "Licence", BillingUnit.Licence, Pricing.PerUnit(11.70m, Currency.Eur)) { UnitCost = 9.36m };
        var known = Mrr(new Books(Terms("2026-03-01", new ContractLine(1, licence, 10))), "2026-03-01");
        var unknown = Mrr(new Books(Terms("2026-03-01", new ContractLine(1, licence, 10), new ContractLine(2, BaseFee(10m), 1))), "2026-03-01");
        Assert.Equal(9_360, known.Cost?.MinorUnits);
        Assert.Null(unknown.Cost);
    }

    internal static ContractMrr Mrr(Books books, string day) => Calculator.Of(books.Contract, books.Customer.Tax, books.Counts, Day(day));
}
