using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using static Msp.Billing.Tests.Contracts.Agreements;

namespace Msp.Billing.Tests.Contracts;

public sealed class ContractTermsTests
{
    [Fact]
    public void Binds_until_notice_counts_from_the_start_and_is_paid_in_thirty_days_unless_it_says_otherwise()
    {
        var terms = new ContractTerms(Currency.Eur, Day("2026-01-31"), Users());

        terms.Check();
        Assert.Equal((Term.Evergreen, BillingAnchor.OnStart(Day("2026-01-31")), 30), (terms.Term, terms.Anchor, terms.PaymentDays));
        Assert.Equal((RoundingMode.HalfAwayFromZero, false, null), (terms.Rounding, terms.PricesIncludeTax, terms.AgreedEnd));
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("2026-06-01", null, null, "2026-06-01")]
    [InlineData(null, 12, null, "2027-01-01")]
    [InlineData("2026-06-01", 12, null, "2026-06-01")]
    [InlineData(null, 12, 12, null)]
    public void Knows_the_end_that_is_agreed(string? end, int? months, int? renewal, string? agreed) =>
        Assert.Equal(agreed is null ? null : Day(agreed), Terms(term: new Term(months, renewal, 30), end: end).AgreedEnd);

    [Fact]
    public void Refuses_days_that_contradict_each_other()
    {
        Assert.Equal("The contract ends on 2025-12-31, before it starts on 2026-01-01.", Refusal(() => Signed(end: "2025-12-31")));
        Assert.Equal(
            "The agreed end 2027-06-01 is after the end of the only term, 2027-01-01; leave one of them out, or let the term renew.",
            Refusal(() => Signed(term: new Term(12, null, 30), end: "2027-06-01")));
        Signed(term: new Term(12, 12, 30), end: "2027-06-01");
        Assert.Equal(
            "Line 2 ends on 2025-12-31, before it starts on 2026-01-01. (Parameter 'line')",
            Refusal(() => new ContractTerms(Currency.Eur, Day("2026-01-01"), new ContractLine(2, Users().Charge, 1m) { End = Day("2025-12-31") })));
    }

    [Fact]
    public void Refuses_terms_that_cannot_be_billed()
    {
        var line = Users();
        Assert.StartsWith("The terms need a day from which periods are counted", Refusal(new ContractTerms(Currency.Eur, Day("2026-01-01"), line) { Anchor = default }), StringComparison.Ordinal);
        Assert.Equal("Payment within -1 days is out of range; it is 0 to 3660.", Refusal(new ContractTerms(Currency.Eur, Day("2026-01-01"), line) { PaymentDays = -1 }));
        Assert.StartsWith("The terms must say what happens to half", Refusal(new ContractTerms(Currency.Eur, Day("2026-01-01"), line) { Rounding = 0 }), StringComparison.Ordinal);
        Assert.Equal(
            "The fee for leaving early is in USD; the contract is in EUR.",
            Refusal(Terms(term: new Term(12, null, 30) { EarlyTermination = new EarlyTermination.Fixed(new Money(1m, Currency.Usd)) })));
    }

    [Fact]
    public void Refuses_lines_of_another_currency_or_of_one_number()
    {
        var dollars = new ContractLine(2, new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(1m, Currency.Usd)), 1m);

        Assert.Equal(
            "Line 2 ('user') is priced in USD; the contract is in EUR. (Parameter 'line')",
            Refusal(() => new ContractTerms(Currency.Eur, Day("2026-01-01"), Users(), dollars)));
        Assert.Equal(
            "Line number 1 is used twice; numbers are never reused. (Parameter 'line')",
            Refusal(() => new ContractTerms(Currency.Eur, Day("2026-01-01"), Users(), Users())));
    }

    [Fact]
    public void Refuses_discounts_of_another_currency_or_of_one_number()
    {
        var loyal = Discount.OfPercent(1, "Loyal", 5m);
        var spring = Discount.OfAmount(1, "Spring", new Money(5m, Currency.Eur));
        var dollars = Discount.OfAmount(2, "Spring", new Money(5m, Currency.Usd));

        Assert.Equal(
            "Discount number 1 ('Spring') is used twice; numbers are never reused.",
            Refusal(new ContractTerms(Currency.Eur, Day("2026-01-01"), new ContractLine(1, Users().Charge, 1m) { Discounts = [spring] }) { Discounts = [loyal] }));
        Assert.Equal("Discount 2 ('Spring') is in USD; the contract is in EUR.", Refusal(new ContractTerms(Currency.Eur, Day("2026-01-01"), Users()) { Discounts = [dollars] }));
        Assert.Equal(
            "Discount 2 ('Spring') is in USD; the contract is in EUR.",
            Refusal(() => new ContractTerms(Currency.Eur, Day("2026-01-01"), new ContractLine(1, Users().Charge, 1m) { Discounts = [dollars] })));
    }

    [Fact]
    public void A_line_counts_in_the_unit_of_its_charge()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Users(quantity: 1.5m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Users(id: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ContractTerms(Currency.Eur, Day("2026-01-01"), new ContractLine(1, Users().Charge, 1m) { CommittedQuantity = 1.5m }));
    }

    [Fact]
    public void A_contract_needs_numbers_and_begins_as_a_draft_or_signed()
    {
        Assert.Throws<ArgumentException>(() => new Contract(" ", "K-1", Terms(), Recorded));
        Assert.Throws<ArgumentException>(() => new Contract("C-1", "", Terms(), Recorded));
        Assert.StartsWith(
            "A contract begins as Draft, or as Scheduled when it is signed already; not as Active.",
            Assert.Throws<ArgumentException>(() => new Contract("C-1", "K-1", Terms(), Recorded, ContractStatus.Active)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_successor_knows_whose_place_it_takes() =>
        Assert.Equal("C-1", new Contract("C-2", "K-1", Terms("2027-01-01"), Recorded) { Predecessor = "C-1" }.Predecessor);

    private static string Refusal(ContractTerms terms) => Assert.Throws<ArgumentException>(terms.Check).Message;

    private static string Refusal(Func<object> create) => Assert.Throws<ArgumentException>(create).Message;
}
