using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Rating;

namespace Msp.Billing.Tests.Invoicing;

/// <summary>Three years from 1 January 2026, 10 users at 100.00: 1,000.00 a month. What remains comes from the engine that bills.</summary>
public sealed class TerminationQuoterTests
{
    private static readonly Percentage Forty = new(40m);

    // Leaving on 1 July 2027 leaves 18 months: 18,000.00.
    [Theory]
    [InlineData("none", "2027-07-01", 0)]
    [InlineData("fixed", "2027-07-01", 2_500_00)]
    [InlineData("share", "2027-07-01", 7_200_00)] // 40 % of 18,000.00
    [InlineData("months", "2027-07-01", 6_000_00)] // six of eighteen
    [InlineData("months", "2028-10-01", 3_000_00)] // three are left
    [InlineData("declining", "2026-12-01", 18_750_00)] // 75 % of 25,000.00
    [InlineData("declining", "2027-01-01", 12_000_00)] // 50 % of 24,000.00: the second year begins on its anniversary
    [InlineData("declining", "2028-07-01", 1_500_00)] // 25 % of 6,000.00
    [InlineData("share", "2028-12-21", 141_94)] // December bills 1,000.00, to the 20th 645.16; 40 % of 354.84 = 141.936
    public void Every_rule_is_quoted_from_what_would_be_billed(string rule, string day, int fee)
    {
        var cost = Quote(Users(Rule(rule)), day);

        Assert.Equal(fee, cost.Quote.Fee.MinorUnits);
        Recomputed.Check(cost.Explanation);
        Assert.Equal(cost.Quote.Fee.Amount, cost.Explanation.Result);
    }

    // With 30 days' notice, 2 December is too late for 1 January 2029: the next term of 12 months remains, 40 % of 12,000.00.
    [Fact]
    public void Notice_that_is_too_late_makes_the_next_term_the_remainder() =>
        Assert.Equal(4_800_00, Quote(Users(Rule("share"), renewal: 12), "2029-01-01", "2028-12-02").Quote.Fee.MinorUnits);

    // 5 % from each January: July to December 2027 6 × 1,050.00 = 6,300.00, 2028 12 × 1,102.50 = 13,230.00
    [Fact]
    public void Uplifts_that_come_by_then_are_in_it() =>
        Assert.Equal(19_530_00, Quote(Users(new EarlyTermination.RemainingShare(new Percentage(100m)), uplift: Uplift.EveryYear(5m)), "2027-07-01").Quote.Fee.MinorUnits);

    // 4 of 10 users leave on 1 January 2028, as known today: 6 × 1,000.00 + 12 × 600.00 = 13,200.00
    [Fact]
    public void Changes_that_are_known_are_in_it()
    {
        var contract = Users(new EarlyTermination.RemainingShare(new Percentage(100m)));
        contract.ChangeQuantity(Books.From("2028-01-01", "2026-03-01"), 1, 6);

        Assert.Equal(13_200_00, Quote(contract, "2027-07-01").Quote.Fee.MinorUnits);
    }

    // 50.00 a month off the contract: 18 × 950.00 = 17,100.00
    [Fact]
    public void Amounts_off_the_contract_are_off_it() => Assert.Equal(
        17_100_00,
        Quote(
            Users(new EarlyTermination.RemainingShare(new Percentage(100m)), discounts: Discount.OfAmount(1, "Loyalty", new Money(50m, Currency.Eur))), "2027-07-01").Quote.Fee.MinorUnits);

    // 1,190.00 a month with 19 % in it is 1,000.00 before tax: 18,000.00
    [Fact]
    public void Prices_that_include_tax_are_counted_before_it() =>
        Assert.Equal(18_000_00, Quote(Users(new EarlyTermination.RemainingShare(new Percentage(100m)), price: 119m, pricesIncludeTax: true), "2027-07-01").Quote.Fee.MinorUnits);

    // A setup fee is billed once and is no part; a yearly 1,200.00 from 1 January: of 2027 184/365 are left, 1,200.00 less 595.07 to 30 June, and all of 2028.
    [Fact]
    public void Lines_are_listed_each_in_its_own_cadence()
    {
        var contract = Users(
            new EarlyTermination.RemainingShare(Forty), more:
            [
                new ContractLine(2, new Charge("setup", "Setup", Msp.Billing.Catalog.BillingUnit.Flat, Pricing.Flat(900m, Currency.Eur)) { Timing = ChargeTiming.Once }, 1),
                new ContractLine(3, new Charge("audit", "Audit", Msp.Billing.Catalog.BillingUnit.Flat, Pricing.Flat(1_200m, Currency.Eur)) { Cadence = Cadence.Yearly }, 1),
            ]);

        var cost = Quote(contract, "2027-07-01");

        Assert.Equal([(1, 18_000_00L), (3, 604_93L + 1_200_00L)], cost.Lines.Select(line => (line.Line.Id, line.Amount.MinorUnits)));
        Assert.Equal(
            [
                "leaving on 07/01/2027: fee before tax 7,921.97 EUR",
                "  with notice on 06/15/2026 the contract ends on 01/01/2029, 18 whole months later",
                "  07/01/2027\u201312/31/2028: the recurring lines would still bill 19,804.93 EUR",
                "    Managed user, 07/01/2027\u201312/31/2028: 18,000.00 EUR",
                "    Audit, 07/01/2027\u201312/31/2028: 1,804.93 EUR",
                "  40 % of 19,804.93 EUR = 7,921.972 EUR",
                "  7,921.972 EUR rounded once = 7,921.97 EUR",
            ],
            ExplanationText.Render(cost.Explanation, Currency.Eur, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_contract_that_does_not_run_cannot_be_left() =>
        Assert.Throws<AmendmentException>(() => Quote(Users(EarlyTermination.None), "2025-12-31", "2025-12-01"));

    private static EarlyTermination Rule(string rule) => rule switch
    {
        "fixed" => new EarlyTermination.Fixed(new Money(2_500m, Currency.Eur)),
        "share" => new EarlyTermination.RemainingShare(Forty),
        "months" => new EarlyTermination.MonthsOrRemainder(6),
        "declining" => new EarlyTermination.Declining([new Percentage(75m), new Percentage(50m), new Percentage(25m)]),
        _ => EarlyTermination.None,
    };

    private static Contract Users(
        EarlyTermination rule, int? renewal = null, Uplift? uplift = null, Discount? discounts = null, decimal price = 100m, bool pricesIncludeTax = false,
        ContractLine[]? more = null) => new(
        "C-1", "K-1",
        new ContractTerms(Currency.Eur, Books.Day("2026-01-01"), [new ContractLine(1, Books.ManagedUser(price), 10), .. more ?? []])
        {
            Term = new Term(36, renewal, 30) { EarlyTermination = rule },
            Uplift = uplift,
            Discounts = discounts is null ? [] : [discounts],
            PricesIncludeTax = pricesIncludeTax,
        },
        Books.At(Books.Day("2025-12-01")), ContractStatus.Scheduled);

    private static TerminationCost Quote(Contract contract, string day, string notice = "2026-06-15") =>
        new TerminationQuoter(new TableTaxCalculator(Books.Taxes)).Quote(contract, new Customer("K-1", "Nordwind Logistics", new TaxProfile("DE")), Books.Day(day), Books.Day(notice));
}
